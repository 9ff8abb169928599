import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rmdir } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** So much is read at once at most. */
const readBytes = 256 * 1024;

/**
 * A shorter chunk says that we read faster than the program writes; then it is left alone for a moment. To be woken for each
 * of its writes is dearer for both than what is read. Only Linux lets so much stand in a local socket that it can go on.
 */
const shortBytes = process.platform === 'linux' ? 64 * 1024 : 0;
const momentMilliseconds = 1;

/** A local socket in place of a pipe, for gigabytes: a pipe is read into a new buffer each time. */
export class OutputChannel {
  private constructor(
    /** For a program to write to: hand it over as its standard output, then destroy it. */
    readonly writer: net.Socket,
    /** Ends when all writers have. Its bytes are visited, not read from it. */
    readonly reader: net.Socket,
    private readonly visitor: { visit: (chunk: Buffer) => void },
  ) {}

  /** Opens a channel; rejects where the system has no such sockets, or no place for them. */
  static async open(): Promise<OutputChannel> {
    const folder = process.platform === 'win32' ? null : await mkdtemp(path.join(os.tmpdir(), 'single-points-'));
    const server = net.createServer({ pauseOnConnect: true });
    try {
      const address = folder === null ? `\\\\.\\pipe\\single-points-${randomUUID()}` : path.join(folder, 'output');
      server.listen(address);
      await once(server, 'listening');
      const buffer = Buffer.allocUnsafeSlow(readBytes);
      const visitor = { visit: (_: Buffer): void => {} };
      const callback = (length: number): boolean => {
        visitor.visit(buffer.subarray(0, length));
        if (length >= shortBytes) return true;
        setTimeout(() => reader.resume(), momentMilliseconds);
        return false;
      };
      const connection = once(server, 'connection') as Promise<[net.Socket]>;
      const reader = net.connect({ path: address, onread: { buffer, callback } }).pause();
      await once(reader, 'connect');
      const [writer] = await connection;
      return new OutputChannel(writer, reader, visitor);
    } finally {
      server.close();
      // The socket in it is gone with the server.
      if (folder !== null) await rmdir(folder).catch(() => {});
    }
  }

  /** Starts reading. @param visit takes a chunk, which the next one overwrites; throws nothing */
  visit(visit: (chunk: Buffer) => void): void {
    this.visitor.visit = visit;
    this.reader.resume();
  }
}

import type { Writable } from 'node:stream';
import { createColors } from 'picocolors';

/** The colours of a text, or none. */
export type Colors = ReturnType<typeof createColors>;

/** Where text goes. */
export interface Sink {
  /** Resolves when there is room for more. A reader that went away (`| head`) is no error: text is dropped then. */
  write(text: string): Promise<void>;
  /** A person may be looking. */
  readonly isTerminal: boolean;
  /** Nobody reads any more. */
  readonly isClosed: boolean;
  /** Width of the terminal; null when there is none. */
  readonly columns: number | null;
}

/** The world around a command. */
export interface Surroundings {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly platform: string;
  readonly home: string;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A standard stream as a sink. */
export function streamSink(stream: Writable & { isTTY?: boolean; columns?: number }): Sink {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED' && error.code !== 'EIO') {
      throw error;
    }
  });
  return {
    isTerminal: stream.isTTY === true,
    get isClosed() {
      return closed;
    },
    get columns() {
      return stream.columns ?? null;
    },
    write: text =>
      new Promise(resolve => {
        if (closed || text === '') {
          resolve();
        } else {
          stream.write(text, () => resolve());
        }
      }),
  };
}

/** What to type for this program: from a checkout it is run through npm, where `single-points` is not on the PATH. */
export function programName(environment: Surroundings['environment']): string {
  return environment['npm_lifecycle_event'] === undefined ? 'single-points' : 'npm run --silent cli --';
}

/** Colours for a sink: as NO_COLOR (no-color.org) and FORCE_COLOR say, else on a terminal that knows them. */
export function colorsFor(sink: Sink, environment: Surroundings['environment']): Colors {
  const { NO_COLOR: none, FORCE_COLOR: force, TERM: term } = environment;
  if (none !== undefined && none !== '') {
    return createColors(false);
  }
  if (force !== undefined && force !== '') {
    return createColors(force !== '0' && force !== 'false');
  }
  return createColors(sink.isTerminal && term !== 'dumb');
}

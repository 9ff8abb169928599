/** Cuts a stream of bytes into the records a NUL ends (`-z`), wherever the chunks are cut. */
export class RecordSplitter {
  private rest: Buffer[] = [];

  /** The records that end in this chunk, without their NUL. They may share memory with the chunk. */
  *push(chunk: Buffer): Generator<Buffer> {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const record = chunk.subarray(start, end);
      start = end + 1;
      if (this.rest.length === 0) {
        yield record;
      } else {
        const whole = Buffer.concat([...this.rest, record]);
        this.rest = [];
        yield whole;
      }
    }
    if (start < chunk.length) this.rest.push(chunk.subarray(start));
  }

  /** What came after the last NUL: empty when the stream was whole. */
  remainder(): Buffer {
    return Buffer.concat(this.rest);
  }
}

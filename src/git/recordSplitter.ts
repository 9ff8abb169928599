/** Cuts a stream of bytes into the records that a byte ends (a NUL with `-z`), wherever the chunks are cut. */
export class RecordSplitter {
  private rest: Buffer[] = [];

  constructor(private readonly end = 0) {}

  /** The records that end in this chunk, without that byte. They may share memory with the chunk. */
  *push(chunk: Buffer): Generator<Buffer> {
    let start = 0;
    for (let end = chunk.indexOf(this.end); end !== -1; end = chunk.indexOf(this.end, start)) {
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

  /** What came after the last record: empty when the stream was whole. */
  remainder(): Buffer {
    return Buffer.concat(this.rest);
  }
}

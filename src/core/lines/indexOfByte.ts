const { indexOf } = Uint8Array.prototype;

/**
 * The first place of a byte, from a place on; −1 where it is not. A Buffer has a method of its own, which takes texts as well:
 * where the next byte sought is near, to call that takes three times as long as this.
 */
export function indexOfByte(bytes: Uint8Array, byte: number, from: number): number {
  return indexOf.call(bytes, byte, from);
}

/** How much text goes out at once. */
const chunkLength = 1 << 16;

/**
 * An object as JSON, in pieces: one line a property, and one line an element of its arrays, so that it can be read,
 * compared and searched by line. What would steer a terminal is written as `\u` escapes.
 */
export function* jsonText(value: object): Generator<string> {
  let chunk = '{\n';
  const properties = Object.entries(value).filter(([, property]) => property !== undefined);
  for (const [index, [name, property]] of properties.entries()) {
    const end = index < properties.length - 1 ? ',\n' : '\n';
    chunk += `${plain(name)}: `;
    if (!Array.isArray(property) || property.length === 0) {
      chunk += plain(property) + end;
      continue;
    }
    chunk += '[\n';
    for (const [at, element] of property.entries()) {
      chunk += plain(element) + (at < property.length - 1 ? ',\n' : '\n');
      if (chunk.length >= chunkLength) {
        yield chunk;
        chunk = '';
      }
    }
    chunk += `]${end}`;
  }
  yield `${chunk}}\n`;
}

/** A value as JSON in one line, with a line feed. What would steer a terminal is written as `\u` escapes. */
export function jsonLine(value: object): string {
  return `${plain(value)}\n`;
}

function plain(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

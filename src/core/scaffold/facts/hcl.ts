/** A block of HCL: `resource "aws_db_instance" "main" { … }`. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

/** `name = value`; the value as written on its first line, a text without its quotes. */
export interface HclAttribute {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const longestText = 512 * 1024;
const deepest = 20;
const mostBlocks = 5000;

interface OpenBlock extends HclBlock {
  readonly attributes: HclAttribute[];
  readonly blocks: OpenBlock[];
}

const opening = /^([A-Za-z_][\w-]*)((?:[ \t]+(?:"[^"\\]*"|[A-Za-z_][\w-]*)){0,4})[ \t]*\{/;
const assignment = /^([A-Za-z_][\w-]*)[ \t]*=(?![=>])[ \t]*(.*)$/;

/**
 * The blocks at the top of an HCL file (Terraform), with those inside them and their attributes, by line. Not a parser of
 * expressions: lists, objects and heredocs are passed over as a whole. Malformed or very long texts give what could be read.
 */
export function hclBlocks(text: string): readonly HclBlock[] {
  const top: OpenBlock[] = [];
  if (text.length > longestText) return top;
  const open: OpenBlock[] = [];
  let count = 0;
  // Brackets of values that go over several lines, and the word that ends a heredoc.
  let nested = 0;
  let heredoc = '';
  let isComment = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.slice(0, 4000).trim();
    if (heredoc !== '') {
      if (line === heredoc) heredoc = '';
      continue;
    }
    const code = withoutComments(line, isComment);
    isComment = code.isOpen;
    heredoc = /<<[-~]?([A-Za-z_]\w*)$/.exec(code.text)?.[1] ?? '';
    if (nested > 0) {
      nested = Math.max(0, nested + balance(code.text));
      continue;
    }
    let rest = code.text.trim();
    while (rest !== '') {
      const block = opening.exec(rest);
      const attribute = block === null ? assignment.exec(rest) : null;
      if (block !== null && open.length < deepest && count++ < mostBlocks) {
        const labels = [...(block[2] ?? '').matchAll(/"([^"\\]*)"|([\w-]+)/g)].map(match => match[1] ?? match[2] ?? '');
        const found: OpenBlock = { type: block[1] ?? '', labels, line: index + 1, attributes: [], blocks: [] };
        (open.at(-1)?.blocks ?? top).push(found);
        open.push(found);
        rest = rest.slice(block[0].length).trim();
      } else if (attribute !== null) {
        const whole = attribute[2] ?? '';
        nested = Math.max(0, balance(whole));
        // `block { name = value }` on one line ends with the block's own bracket.
        const closes = nested === 0 && balance(whole) < 0;
        const value = closes ? whole.replace(/\}\s*$/, '').trim() : whole;
        open.at(-1)?.attributes.push({ name: attribute[1] ?? '', value: unquoted(value), line: index + 1 });
        if (closes) open.pop();
        rest = '';
      } else if (rest.startsWith('}')) {
        open.pop();
        rest = rest.slice(1).trim();
      } else {
        nested = Math.max(0, balance(rest));
        rest = '';
      }
    }
  }
  return top;
}

/** The value of the first attribute of that name; null when there is none. */
export function attributeOf(block: HclBlock, name: string): HclAttribute | null {
  return block.attributes.find(attribute => attribute.name === name) ?? null;
}

const unquoted = (value: string): string => /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1] ?? value;

/** A line without `#`, `//` and block comments, texts kept; whether a block comment is open at its end. */
function withoutComments(line: string, isOpen: boolean): { readonly text: string; readonly isOpen: boolean } {
  let text = '';
  let inside = isOpen;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const two = line.slice(at, at + 2);
    if (inside) {
      if (two === '*/') {
        inside = false;
        at++;
      }
    } else if (quoted) {
      text += line[at];
      if (line[at] === '\\') text += line[++at] ?? '';
      else if (line[at] === '"') quoted = false;
    } else if (line[at] === '#' || two === '//') break;
    else if (two === '/*') {
      inside = true;
      at++;
    } else {
      quoted = line[at] === '"';
      text += line[at];
    }
  }
  return { text: text.trimEnd(), isOpen: inside };
}

/** Brackets opened less those closed, texts left out. */
function balance(code: string): number {
  let depth = 0;
  for (const [bracket] of code.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\](){}]/g)) {
    depth += /[[({]/.test(bracket) ? 1 : -1;
  }
  return depth;
}

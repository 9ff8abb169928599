import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from 'yaml';

/** Nobody writes deeper; the composer of the library recurses, and near the end of the stack a process may die. */
const deepest = 200;

/**
 * The documents of a YAML text. Malformed ones have errors, and what was understood of them can be read. Throws
 * RangeError for a text that is nested more than 200 deep.
 *
 * @param lines learns where lines begin
 */
export function parseYaml(text: string, lines: LineCounter): Document.Parsed[] {
  const composer = new Composer({ lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  return [...composer.compose(tokensOf(text, lines))] as Document.Parsed[];
}

function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token, void> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > deepest) {
      throw new RangeError(`The YAML is nested more than ${deepest} deep.`);
    }
  }
  yield* parser.end();
}

import { printable } from '../report/printable';

/** A text of a repository or an assistant inside a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(printable(text).slice(0, 120));
}

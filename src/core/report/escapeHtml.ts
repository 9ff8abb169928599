import { printable } from './printable';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of our own as HTML shows it, white space kept. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '');
}

/** Text from a repository as HTML shows it. One line. */
export function escapeHtml(text: string): string {
  return escapeMarkup(printable(text));
}

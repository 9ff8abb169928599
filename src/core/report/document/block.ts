/** A document that can be drawn as HTML and as Markdown. Texts are plain: whoever draws them escapes them. */
export interface ReportDocument {
  readonly title: string;
  /** What stands below the title, before the first section. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** Unique in the document: where links lead. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A piece of text: as it stands, as code (a path, a command), or strong. */
export type Piece = string | { readonly code: string } | { readonly strong: string };

export type RichText = string | readonly Piece[];

export interface Item {
  readonly text: RichText;
  readonly details?: readonly RichText[];
}

/** What is counted, how much it is, and what that means. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly meaning: string;
}

export interface Column {
  readonly head: string;
  readonly isNumber?: boolean;
}

export interface Table {
  readonly kind: 'table';
  /** What it is a table of; read aloud, and shown where it is folded. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly RichText[])[];
  /** Long: shown when it is asked for. */
  readonly isFolded?: boolean;
  /** Says what a drawing shows, to the last mark; left out of Markdown, which has no drawing. */
  readonly isOfDrawing?: boolean;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: RichText }
  /** What a reader must know before believing the rest. */
  | { readonly kind: 'warning'; readonly title: string; readonly items: readonly RichText[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly isOrdered?: boolean }
  | { readonly kind: 'heading'; readonly text: RichText }
  /** Words to copy. */
  | { readonly kind: 'quote'; readonly text: RichText }
  | Table
  /** HTML of our own, escaped where it holds text of others. Markdown leaves it out: a table beside it says the same. */
  | { readonly kind: 'drawing'; readonly html: string };

/** A sentence in which commands stand between backticks. */
export function withCode(sentence: string): readonly Piece[] {
  return sentence.split('`').map((part, index) => (index % 2 === 0 ? part : { code: part }));
}

/** The pieces of a text. */
export function piecesOf(text: RichText): readonly Piece[] {
  return typeof text === 'string' ? [text] : text;
}

/** A piece escaped; a space at its ends stays, since it parts the piece from its neighbours. */
export function keepingSpaces(piece: string, escaped: (text: string) => string): string {
  return (/^\s/.test(piece) ? ' ' : '') + escaped(piece) + (/\S\s+$/.test(piece) ? ' ' : '');
}

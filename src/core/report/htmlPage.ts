import { escapeHtml } from './escapeHtml';

/** A page that loads nothing, from anywhere, and runs nothing: that is what its policy says to the browser. */
export interface HtmlPage {
  /** As `de`. */
  readonly language: string;
  /** Not escaped yet. */
  readonly title: string;
  /** CSS, trusted. */
  readonly style: string;
  /** HTML, escaped where it holds text of others. */
  readonly body: string;
}

/** One self-contained file. */
export function htmlPage({ language, title, style, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(title)}</title>
<style>${style}
</style>
</head>
<body>
${body}</body>
</html>
`;
}

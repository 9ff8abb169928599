const markdown = /\.(?:md|markdown|mdx|md\.erb)$/i;

/** Whether a path is that of a Markdown page. */
export function isMarkdownPath(path: string): boolean {
  return markdown.test(path);
}

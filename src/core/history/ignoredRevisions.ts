/**
 * Object ids listed in a file of revisions to ignore, as `git blame --ignore-revs-file` reads it: one full id a line,
 * `#` starts a comment.
 */
export function parseIgnoredRevisions(text: string): Set<string> {
  const ids = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const id = line.replace(/#.*$/, '').trim().toLowerCase();
    if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(id)) {
      ids.add(id);
    }
  }
  return ids;
}

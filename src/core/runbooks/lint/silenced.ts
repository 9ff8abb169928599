// <!-- single-points-disable RB003, RB020 -->, -disable-next-line, -disable-line, -enable; MDX: {/* … */}; # and // in
// files with alerts.
const comment =
  /(?:(?:<!--|\{\/\*)\s*|(?:^|\s)(?:#|\/\/)[ \t]*)single-points-(disable|enable|disable-line|disable-next-line)\b((?:[\s,]+RB\d{3})*)\s*(?:--.*?)?(?:-->|\*\/\}|$)/g;

const everyRule = '*';

/** Which rules the comments of a page or of a file with alerts silence, by line; a comment without rules is about all of them. */
export function silencedBy(text: string): (rule: string, line: number) => boolean {
  if (!text.includes('single-points-')) return () => false;
  /** Of each rule, lines from which it is silent, and heard again, in turns. */
  const turns = new Map<string, { readonly line: number; readonly silent: boolean }[]>();
  const single = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1;
    for (const [, kind, list] of line.slice(0, 1000).matchAll(comment)) {
      const rules = list?.match(/RB\d{3}/g) ?? [everyRule];
      for (const rule of rules) {
        if (kind === 'disable-line') single.add(`${rule} ${number}`);
        else if (kind === 'disable-next-line') single.add(`${rule} ${number + 1}`);
        else turns.set(rule, [...(turns.get(rule) ?? []), { line: number, silent: kind === 'disable' }]);
      }
    }
  }
  const inTurn = (rule: string, line: number): boolean =>
    turns.get(rule)?.findLast(turn => turn.line <= line)?.silent ?? false;
  return (rule, line) => [rule, everyRule].some(each => single.has(`${each} ${line}`) || inTurn(each, line));
}

/** A comment that silences a rule, as that kind of file has comments; null for one that has none. */
export function silencingComment(
  path: string,
  kind: 'disable-next-line' | 'disable' | 'enable',
  rule: string,
): string | null {
  const words = `single-points-${kind} ${rule}`;
  if (/\.json$/i.test(path)) return null;
  if (/\.mdx$/i.test(path)) return `{/* ${words} */}`;
  if (/\.(?:jsonnet|libsonnet)$/i.test(path)) return `// ${words}`;
  return /\.(?:ya?ml|tpl)$/i.test(path) ? `# ${words}` : `<!-- ${words} -->`;
}

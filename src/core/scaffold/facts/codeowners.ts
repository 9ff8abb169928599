import type { Fact } from '../fact';
import { shown } from '../redact';
import { foldersOf, type Subject } from '../subject';

interface OwnerLine {
  readonly pattern: string;
  readonly owners: readonly string[];
  readonly line: number;
}

function linesOf(text: string): readonly OwnerLine[] {
  return text
    .split('\n')
    .slice(0, 20_000)
    .flatMap((line, index) => {
      const [pattern, ...owners] = line
        .slice(0, 2000)
        .replace(/(?:^|\s)#.*$/, '')
        .trim()
        .split(/\s+/);
      // GitLab's sections and an owner that is missing say nothing of a folder.
      if (pattern === undefined || pattern === '' || /^\^?\[/.test(pattern)) return [];
      return [{ pattern, owners: owners.filter(owner => owner.includes('@')), line: index + 1 }];
    });
}

/** Whether the pattern is for the whole folder: it names the folder, one above it, or everything. */
function covers(pattern: string, folder: string): boolean {
  const plain = pattern.replace(/^\//, '').replace(/\/?(?:\*\*?(?:\/\*)?)?$/, '');
  if (plain === '') return true;
  if (/[*?]/.test(plain)) return false;
  if (folder === plain || folder.startsWith(`${plain}/`)) return true;
  // A pattern without a slash in the middle matches at any depth.
  return !pattern.startsWith('/') && !plain.includes('/') && folder.split('/').includes(plain);
}

/** Who CODEOWNERS names for the component's folders: the last line that covers each wins, as GitHub has it. */
export function codeownersFacts(path: string, text: string, subject: Subject): readonly Fact[] {
  const lines = linesOf(text);
  const facts = new Map<number, Fact>();
  for (const folder of foldersOf(subject.paths)) {
    const match = lines.findLast(line => covers(line.pattern, folder));
    if (match === undefined || match.owners.length === 0) continue;
    const value = shown(match.owners.join(' '));
    facts.set(match.line, { kind: 'owner', name: match.owners[0] ?? value, value, path, line: match.line });
  }
  return [...facts.values()];
}

import { parseCodeowners } from '../../components/codeowners';
import { inFolder } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { foldersOf, type Subject } from '../subject';

/** Who CODEOWNERS names for the component: the rule that counts for a file of each of its folders. */
export function codeownersFacts(path: string, text: string, subject: Subject): readonly Fact[] {
  const codeowners = parseCodeowners(text);
  const facts = new Map<number, Fact>();
  for (const folder of foldersOf(subject.paths)) {
    // A file that no pattern for single files or extensions means.
    const rule = codeowners.ownersOf(inFolder(folder, 'any/file'));
    if (rule === null || rule.owners.length === 0) continue;
    const value = shown(rule.owners.join(' '));
    facts.set(rule.line, { kind: 'owner', name: rule.owners[0] ?? value, value, path, line: rule.line });
  }
  return [...facts.values()];
}

import { quoted } from './markdown';
import type { Lines } from './stubLines';
import type { StubMaterial } from './stubMaterial';

/** The front matter of a draft; `component`: its id, or null when it is of none. */
export function stubFrontMatter(
  title: string,
  component: string | null,
  { owners, backup }: Pick<StubMaterial, 'owners' | 'backup'>,
): Lines {
  const names = owners.slice(0, 5).map(owner => quoted(owner.name));
  return [
    '---',
    `title: ${quoted(title)}`,
    component === null ? 'component: # what the alert is about' : `component: ${quoted(component)}`,
    names.length === 0
      ? 'owner: # a team, or two people'
      : `owner: [${names.join(', ')}] # from the history; a team is better`,
    backup === null ? 'backup: # a second person' : `backup: ${quoted(backup.name)} # proposed; to be confirmed`,
    'last_reviewed_on: # the day someone else walked through it',
    'review_in: 6 months',
    '---',
  ];
}

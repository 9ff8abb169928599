import { quoted } from './markdown';
import type { Lines } from './stubLines';
import type { StubMaterial } from './stubMaterial';

/** What the front matter of a draft is written from; `component`: null when it is of none. */
interface FrontMatterMaterial extends Pick<StubMaterial, 'owners' | 'backup'> {
  readonly type: StubMaterial['type'] | 'alert';
  readonly component: Pick<StubMaterial['component'], 'id'> | null;
}

/** The front matter of a draft. It is written once; `type` and `component` find the page again. */
export function stubFrontMatter(title: string, { type, component, owners, backup }: FrontMatterMaterial): Lines {
  const names = owners.slice(0, 5).map(owner => quoted(owner.name));
  return [
    '---',
    `title: ${quoted(title)}`,
    `type: ${type}`,
    component === null ? 'component: # what the alert is about' : `component: ${quoted(component.id)}`,
    names.length === 0
      ? 'owner: # a team, or two people'
      : `owner: [${names.join(', ')}] # from the history; a team is better`,
    backup === null ? 'backup: # a second person' : `backup: ${quoted(backup.name)} # proposed; to be confirmed`,
    'last_reviewed_on: # the day someone else walked through it',
    'review_in: 6 months',
    '---',
  ];
}

import { code, prose, sources } from './markdown';
import { ask } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { type Passage, passage } from './stubSections';

/** Owner, backup and escalation; the latter two are always asked for. */
export function people({ owners, backup, facts }: Pick<StubMaterial, 'owners' | 'backup' | 'facts'>): Passage {
  const declared = facts.filter(fact => fact.kind === 'owner').slice(0, 4);
  const reasons =
    backup === null || backup.reasons.length === 0 ? '' : `. ${prose(backup.reasons.slice(0, 4).join('. '))}`;
  return passage(
    [
      ...(owners.length === 0
        ? []
        : [
            `- Known by, from the history: ${owners
              .slice(0, 5)
              .map(owner => prose(owner.name))
              .join(', ')}.`,
          ]),
      ...declared.map(fact => `- Owner as declared: ${code(fact.value)} ${sources([fact])}`),
      ...(backup === null ? [] : [`- Backup, proposed from the history: ${prose(backup.name)}${reasons}.`]),
    ],
    owners.length + declared.length === 0 && ask('Team lead', 'which team owns it?'),
    ask(
      'Team lead',
      backup === null ? 'who becomes the backup?' : 'is this backup agreed, and does the backup have every access?',
    ),
    ask('Team lead', 'who is called next when neither answers: which role or channel, and after how many minutes?'),
  );
}

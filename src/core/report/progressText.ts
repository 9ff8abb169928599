import type {
  BeforeAfter,
  ChecklistProgress,
  Drift,
  EvidenceState,
  StepProgress,
  StepState,
  Unproven,
} from '../progress';
import { provenDays } from '../progress';
import { longestLine, longestPage } from '../runbooks/pageLimits';
import { day, wholeNumber } from './numbers';
import type { Translate } from './translate';

/** How far a step is, in one word. */
export function stepStateText(state: StepState, translate: Translate): string {
  switch (state) {
    case 'open':
      return translate('open', {});
    case 'claimed':
      return translate('claimed', {});
    case 'evidenced':
      return translate('evidenced', {});
    case 'proven':
      return translate('proven', {});
  }
}

/** What each word means. */
export function stepStateMeaning(translate: Translate): string {
  return translate(
    'Claimed: ticked. Evidenced: the commit or page it names exists. Proven by git: in {days} days the backup made two changes in substance, or one, one of what the runbook says, and a drill.',
    { days: provenDays },
  );
}

/** What a page says and the repository does not bear out, as a sentence without a full stop. */
export function driftText(drift: Drift, translate: Translate): string {
  switch (drift) {
    case 'backupUnknown':
      return translate('The backup that is named is nobody of this history, or more than one', {});
    case 'backupGone':
      return translate('The backup that is named left, is away or went quiet', {});
    case 'backupIsOwner':
      return translate('The backup that is named is the one who knows it already', {});
    case 'oneBackup':
      return translate('One person is named, and nobody is left who knows it: it takes two', {});
    case 'evidenceMissing':
      return translate('The commit or page that is named does not exist', {});
    case 'noChange':
      return translate('Ticked, and git knows no change by the backup in {days} days', { days: provenDays });
    case 'noEdit':
      return translate('Ticked, and git knows no edit by the backup of what the runbook says in {days} days', {
        days: provenDays,
      });
    case 'noRunbook':
      return translate('Ticked, and there is no runbook', {});
    case 'stillSinglePoint':
      return translate('Every step is ticked, and it is still known by one person or by nobody', {});
    case 'unread':
      return translate('Not read: longer than {size} KB, with a line longer than {line} KB, or no plain text', {
        size: longestPage / 1024,
        line: longestLine / 1024,
      });
    case 'damagedMarkers':
      return translate('A comment around what is written again is damaged, so that a step may be missing here', {});
    case 'noComponent':
      return translate('The component is not there any more', {});
  }
}

/** What is to be said of a step besides its state: due dates that passed, evidence that was not looked at, drift. */
export function stepNotes({ overdue, due, evidence, drift }: StepProgress, translate: Translate): string[] {
  return [
    ...(overdue ? [translate('Was due on {date}', { date: due ?? '' })] : []),
    ...drift.map(each => driftText(each, translate)),
    ...evidenceNote(evidence, translate),
  ];
}

function evidenceNote(evidence: EvidenceState, translate: Translate): string[] {
  return evidence === 'elsewhere' ? [translate('Its evidence is elsewhere and was not looked at', {})] : [];
}

/** How many steps are how far. */
export function checklistSummary({ steps }: ChecklistProgress, translate: Translate): string {
  const count = (...states: readonly StepState[]): string =>
    wholeNumber(steps.filter(({ state }) => states.includes(state)).length);
  return translate('{done} of {steps} steps done: {claimed} claimed, {evidenced} evidenced, {proven} proven', {
    done: count('claimed', 'evidenced', 'proven'),
    steps: wholeNumber(steps.length),
    claimed: count('claimed'),
    evidenced: count('evidenced'),
    proven: count('proven'),
  });
}

/** What git knows of the backup's work, as a sentence without a full stop; null where a checklist is of no component. */
export function proofText(
  { kind, component, proof, unproven }: ChecklistProgress,
  translate: Translate,
): string | null {
  if (kind !== 'spread' || component === null) return null;
  if (proof === null) return unproven && unprovenText(unproven, translate);
  const values = {
    changes: wholeNumber(proof.changes.length),
    edits: wholeNumber(proof.runbookEdits.length),
    days: provenDays,
  };
  return proof.holds
    ? translate('Proven: {changes} changes by the backup in {days} days, {edits} edits of the runbook', values)
    : translate('Not proven: {changes} changes by the backup in {days} days, {edits} edits of the runbook', values);
}

function unprovenText(why: Unproven, translate: Translate): string {
  switch (why) {
    case 'noBackup':
      return translate('Nothing can be proven yet: no backup is named', {});
    case 'unknownBackup':
      return translate('Nothing can be proven: it is not known who the named backup is', {});
    case 'noVersions':
      return translate('Nothing can be proven: this clone lacks the versions of files', {});
  }
}

/** What became of the single points since before the first checklist, without a full stop. */
export function beforeAfterText({ since, before, now }: BeforeAfter, translate: Translate): string {
  return translate('Single points among the components: {before} on {date}, {now} now, by authorship and activity', {
    before: wholeNumber(before),
    date: day(since) ?? '?',
    now: wholeNumber(now),
  });
}

/** What is to be said of a checklist as a whole: its proof, and what the repository does not bear out. */
export function checklistFacts(list: ChecklistProgress, translate: Translate): readonly string[] {
  const proof = proofText(list, translate);
  return [...(proof === null ? [] : [proof]), ...list.drift.map(drift => driftText(drift, translate))];
}

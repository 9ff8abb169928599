import * as vscode from 'vscode';
import type { ComponentShares } from '../core/componentShares';
import type {
  AcceptedRisk,
  Backup,
  Component,
  FileKnowledge,
  FileOwnership,
  OrphanedBlock,
  Person,
  PersonId,
  Reason,
  Runbook,
} from '../core/model';
import { filesUnder, partTruckFactor } from '../core/ownership/partTruckFactor';
import { nextChoicesText } from '../core/report/choiceText';
import { personName } from '../core/report/names';
import { dayText, percent, wholeNumber } from '../core/report/numbers';
import { reasonText } from '../core/report/reasons';
import { capitalised } from '../core/report/sentence';
import { sharesText, sharesTexts } from '../core/report/sharesText';
import { isAccepted } from '../core/report/singlePoints';
import { definitionText, evidenceText } from '../core/report/states';
import { systemText } from '../core/report/systemText';
import { componentTrend, trendText } from '../core/report/trend';
import { type Evidence, evidenceOf, evidenceOfReason } from './evidence';
import type { FolderContents, SnapshotIndex } from './snapshotIndex';
import { translate } from './text';
import { asSentence, changeFact, ownerCount, riskWords, stateSentence } from './wording';

/** A sentence about a component, a file or a runbook, and the facts it rests on. Plain text. */
export interface Explanation {
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

/** One with evidence leads to the commits that show it. */
export type Fact = string | { readonly text: string; readonly evidence: Evidence };

export function explainComponent(component: Component, index: SnapshotIndex): Explanation {
  const { people, scannedAt } = index.snapshot;
  const change = changeFact(index.changedComponent(component), translate);
  const facts = component.risk.reasons.map((reason): Fact => {
    const text = reasonText(reason, people, translate);
    const evidence = evidenceOfReason(reason, people);
    return evidence === null ? text : { text, evidence };
  });
  facts.push(...sharesTexts(component, people, translate));
  const trend = componentTrend(component, index.snapshot);
  if (trend !== null && trend.now !== trend.yearAgo) facts.push(capitalised(trendText(trend, translate)));
  if (change !== null) facts.unshift(change);
  const system = systemText(component, translate);
  if (system !== null) facts.push(capitalised(system));
  const teams = teamsOf(component, people);
  if (teams.length > 0) facts.push(vscode.l10n.t('Teams: {teams}', { teams: teams.join(', ') }));
  facts.push(...truckFactorFacts(component.truckFactors.combined));
  if (component.backup !== null) facts.push(...choiceFacts([component.backup, ...component.alternatives], people));
  if (component.accepted !== null && isAccepted(component, scannedAt)) facts.push(acceptedText(component.accepted));
  const risk = riskWords(component.risk.level, translate);
  const sentence = stateSentence(index.labelOf(component), component.state, ownerCount(component), translate);
  return {
    sentence: [sentence, likely(component), risk === null ? '' : asSentence(risk, translate)].filter(Boolean).join(' '),
    facts,
  };
}

/** The teams that CODEOWNERS or OWNERS files give a component to, then those of its owners. */
function teamsOf({ teams, owners }: Component, people: readonly Person[]): readonly string[] {
  return [...new Set([...teams, ...owners.flatMap(({ person }) => people[person]?.teams ?? [])])];
}

/** A folder by its path; its truck factor is by the owners that the view shows. */
export function explainFolder(
  { path, total, sole, orphaned }: FolderContents,
  { snapshot }: SnapshotIndex,
): Explanation {
  const facts = [
    vscode.l10n.t('Files known by one person: {sole} of {total}', { sole, total }),
    vscode.l10n.t('Files known by nobody active: {orphaned} of {total}', { orphaned, total }),
    ...truckFactorFacts(partTruckFactor(snapshot, filesUnder(snapshot, path), 'combined').value),
  ];
  return { sentence: path, facts };
}

/** A truck factor never stands without its definition. */
function truckFactorFacts(value: number | null): string[] {
  if (value === null) return [];
  const definition = definitionText('combined', translate);
  return [vscode.l10n.t('Truck factor by {definition}: {value}', { definition, value })];
}

export function explainFile(file: FileOwnership, name: string, index: SnapshotIndex): Explanation {
  const { people } = index.snapshot;
  const change = changeFact(index.changedFile(file), translate);
  const facts = file.knowledge.map((knowledge): Fact => {
    const text = knowledgeText(knowledge, file, people);
    return { text, evidence: evidenceOf('file', knowledge.person, people) };
  });
  if (change !== null) facts.unshift(change);
  const more = file.people - file.knowledge.length;
  if (more > 0) facts.push(vscode.l10n.t('{more} more touched it', { more: wholeNumber(more, translate) }));
  if (file.assisted > 0) {
    const values = { touches: file.assisted, total: file.touches };
    facts.push(reasonText({ code: 'agentAssisted', values }, people, translate));
  }
  facts.push(...file.orphanedBlocks.map(block => reasonText(blockReason(block), people, translate)));
  facts.push(...choiceFacts(index.backupsOf(file), people));
  if (file.accepted !== null) facts.push(acceptedText(file.accepted));
  const sentence = stateSentence(name, file.state, ownerCount(file), translate);
  return { sentence: [sentence, likely(file)].filter(Boolean).join(' '), facts };
}

/** What one person did in a file, and whether that makes an owner. */
function knowledgeText(knowledge: FileKnowledge, file: FileOwnership, people: readonly Person[]): string {
  const { person, created, ownerBy } = knowledge;
  const touched = touchedText(knowledge, file, people);
  const evidence = evidenceText(ownerBy, translate);
  if (created && ownerBy.length > 0) {
    return vscode.l10n.t('{touched} (created the file; owner by {evidence})', { touched, evidence });
  }
  if (ownerBy.length > 0) return vscode.l10n.t('{touched} (owner by {evidence})', { touched, evidence });
  if (created) return vscode.l10n.t('{touched} (created the file)', { touched });
  const state = stateNote(people[person]);
  return state === null ? touched : vscode.l10n.t('{touched} ({state})', { touched, state });
}

/** Why somebody who knows something does not own it now; null for who is active. */
export function stateNote(person: Person | undefined): string | null {
  switch (person?.state) {
    case 'left':
      return vscode.l10n.t('left');
    case 'away':
      return person.awayUntil === null
        ? vscode.l10n.t('away')
        : vscode.l10n.t('away until {date}', { date: person.awayUntil });
    case 'quiet':
      return vscode.l10n.t('not active any more');
    default:
      return null;
  }
}

/** What one person did in a file: changes, lines and reviews. */
function touchedText(knowledge: FileKnowledge, file: FileOwnership, people: readonly Person[]): string {
  const { person, touches, reviews } = knowledge;
  const reviewed = reasonText({ code: 'reviewed', values: { person, reviews } }, people, translate);
  if (reviews === 0) return reasonText(touchedReason(knowledge, file), people, translate);
  if (touches === 0 && !knowledge.lines) return reviewed;
  return `${reasonText(touchedReason(knowledge, file), people, translate)}; ${reviewed}`;
}

/** What one person did in a file, with the lines of it that stand once these are known. */
function touchedReason({ person, touches, lines, lastTouched }: FileKnowledge, file: FileOwnership): Reason {
  const values = { person, touches, total: file.touches, date: lastTouched };
  return lines === null || file.lines === null
    ? { code: 'touchedBy', values }
    : { code: 'touchedAndWrote', values: { ...values, lines, ofLines: file.lines } };
}

function blockReason({ person, line, lines, lastChanged }: OrphanedBlock): Reason {
  return { code: 'orphanedBlock', values: { person, line, lines, date: lastChanged } };
}

/** @param backup who could take it over; null for nobody */
export function explainBlock(
  block: OrphanedBlock,
  name: string,
  backup: PersonId | null,
  { snapshot }: SnapshotIndex,
): Explanation {
  const { people } = snapshot;
  const { line, lines, person, lastChanged } = block;
  const values = { name, from: line, to: line + lines - 1 };
  const author = people[person];
  const by = { person: personName(person, people, translate), date: dayText(lastChanged, translate) ?? '?' };
  const facts = [
    author?.state === 'left'
      ? vscode.l10n.t('All by {person}, who left; last changed on {date}', by)
      : author?.state === 'away'
        ? vscode.l10n.t('All by {person}, who is away; last changed on {date}', by)
        : vscode.l10n.t('All by {person}, not active any more; last changed on {date}', by),
  ];
  if (backup !== null) facts.push(backupText(backup, people));
  return { sentence: vscode.l10n.t('Lines {from} to {to} of {name} are known by nobody active.', values), facts };
}

export function explainRunbook(runbook: Runbook, { snapshot }: SnapshotIndex): Explanation {
  const { people } = snapshot;
  const facts = runbook.authors.map(({ person, share }) =>
    vscode.l10n.t('{share} of the edits are by {person}', {
      share: percent(share, translate),
      person: personName(person, people, translate),
    }),
  );
  const date = dayText(runbook.lastTouched, translate);
  if (date !== null) facts.push(vscode.l10n.t('Last changed on {date}', { date }));
  facts.push(runbook.path, ...runbook.findings.map(({ message }) => message));
  return { sentence: writtenBy(runbook.title, runbook.authors.length), facts };
}

function writtenBy(title: string, authors: number): string {
  if (authors === 0) return vscode.l10n.t('{title} is not in the history yet.', { title });
  return authors === 1
    ? vscode.l10n.t('{title} was written by one person.', { title })
    : vscode.l10n.t('{title} was written by {authors} people.', { title, authors });
}

export function explainBackup(person: PersonId, reasons: readonly Reason[], { snapshot }: SnapshotIndex): Explanation {
  const { people } = snapshot;
  const facts = reasons.map(reason => reasonText(reason, people, translate));
  return { sentence: backupText(person, people), facts };
}

/** What somebody knows of a component, by each kind of evidence. */
export function explainShares(shares: ComponentShares, { snapshot }: SnapshotIndex): Explanation {
  const facts = sharesText(shares, translate);
  return { sentence: personName(shares.person, snapshot.people, translate), facts: facts === '' ? [] : [facts] };
}

/** The best choice of a backup, and in one more line the others. */
function choiceFacts([best, ...others]: readonly Backup[], people: readonly Person[]): readonly string[] {
  if (best === undefined) return [];
  const next = nextChoicesText(others, people, translate);
  return [backupText(best.person, people), ...(next === null ? [] : [next])];
}

function backupText(person: PersonId, people: readonly Person[]): string {
  return vscode.l10n.t('Suggested backup: {name}', { name: personName(person, people, translate) });
}

function acceptedText({ until, why }: AcceptedRisk): string {
  return why === ''
    ? vscode.l10n.t('Accepted until {until}', { until })
    : vscode.l10n.t('Accepted until {until}: {why}', { until, why });
}

function likely(judged: Component | FileOwnership): string {
  if (judged.certain || judged.state === 'unknown') return '';
  return 'imported' in judged && judged.imported
    ? vscode.l10n.t('(Likely: an import brought it in, so that its earlier history is not here.)')
    : vscode.l10n.t('(Likely: no two of authorship, activity and lines agree.)');
}

import type { Component, Reason, Snapshot } from '../model';
import { limitText } from '../report/limits';
import { componentLabels, personName } from '../report/names';
import { day } from '../report/numbers';
import { reasonText } from '../report/reasons';
import { isAccepted } from '../report/singlePoints';
import { certaintyText, stateText } from '../report/states';
import { plainTranslate } from '../report/translate';
import { type Listed, listed } from './bounded';
import { percent } from './englishNumbers';
import { quoted } from './quoted';
import type { ToolContent } from './tool';

/** So many owners, reasons and the like are told of one of many. */
const mostOfOne = 3;

/** How a person is called. */
export function nameIn({ people }: Snapshot, person: number): string {
  return personName(person, people, plainTranslate);
}

/** A reason as a sentence without a full stop. */
export function whyIn({ people }: Snapshot, reason: Reason): string {
  return reasonText(reason, people, plainTranslate);
}

/** A fraction with two decimals. */
export function part(share: number): number {
  return Math.round(share * 100) / 100;
}

/** What every answer begins with: of which repository and moment it is, and what stands between it and the truth. */
export function heading(snapshot: Snapshot, most: number): ToolContent {
  const { repository, limits, asOf, tier } = snapshot;
  return {
    repository: repositoryName(snapshot),
    head: repository.head?.slice(0, 12) ?? null,
    asOf: day(asOf),
    linesKnown: tier === 2 && !limits.some(({ code }) => code === 'noLines'),
    limits: limits.slice(0, Math.min(most, mostOfOne)).map(limit => limitText(limit, plainTranslate)),
  };
}

/** The last folder of where it is. */
export function repositoryName({ repository }: Snapshot): string {
  return repository.root.split(/[\\/]/).findLast(each => each !== '') ?? '';
}

/** The limits as lines of the text. */
export function limitLines({ limits }: Snapshot, most: number): readonly string[] {
  return limits.slice(0, Math.min(most, mostOfOne)).map(limit => `Limit: ${limitText(limit, plainTranslate)}`);
}

/** A state in words that follow "is". */
export function stateWords({ state, certain }: Pick<Component, 'state' | 'certain'>): string {
  const words = stateText(state, 0, plainTranslate);
  return state === 'unknown' ? words : `${words} (${certaintyText(certain, plainTranslate)})`;
}

/** A component with what matters most of it, as one of a list. */
export function componentBrief(component: Component, snapshot: Snapshot, most: number): ToolContent {
  const few = Math.min(most, mostOfOne);
  return {
    component: component.id,
    ...(component.name === component.id ? {} : { name: component.name }),
    kind: component.kind,
    state: component.state,
    certain: component.certain,
    risk: component.risk.level,
    criticality: component.criticality,
    files: component.files,
    lines: component.lines,
    lastChange: day(component.lastTouched),
    owners: ownersOf(component, snapshot, few),
    why: component.risk.reasons.slice(0, few).map(reason => whyIn(snapshot, reason)),
    backup: component.backup && nameIn(snapshot, component.backup.person),
    runbooks: component.runbooks.length,
    ...(component.accepted !== null && isAccepted(component, snapshot.scannedAt)
      ? { acceptedUntil: component.accepted.until }
      : {}),
  };
}

function ownersOf(component: Component, snapshot: Snapshot, most: number): Listed<ToolContent> {
  return listed(component.owners, most, ({ person, share }) => ({
    name: nameIn(snapshot, person),
    shareOfFiles: part(share),
  }));
}

/** The same in sentences: `"payments" is known by one person (certain), risk high. …`. */
export function componentSentence(component: Component, snapshot: Snapshot): string {
  const { state, owners, backup, risk, runbooks } = component;
  const label = componentLabels(snapshot.components).get(component.id) ?? component.id;
  const named = owners
    .slice(0, mostOfOne)
    .map(({ person, share }) => `${nameIn(snapshot, person)} (${percent(share)} of the files)`);
  // Whose a sole-owned component is stands in the first reason.
  const whose = state === 'sole' || named.length === 0 ? [] : [`Owners: ${named.join(', ')}`];
  return [
    `${quoted(label)} is ${stateWords(component)}, risk ${risk.level}`,
    ...whose,
    ...risk.reasons.slice(0, 2).map(reason => whyIn(snapshot, reason)),
    ...(backup === null ? [] : [`Best backup: ${nameIn(snapshot, backup.person)}`]),
    runbooks.length === 0 ? 'No runbook' : `Runbooks: ${runbooks.length}`,
  ]
    .join('. ')
    .concat('.');
}

/** "And 3 more", or nothing. */
export function moreLine(more: number, what: string): readonly string[] {
  return more > 0 ? [`And ${more} more ${what}.`] : [];
}

import type { Component, Finding, Snapshot } from '../model';
import { day, wholeNumber } from './numbers';
import type { Translate } from './translate';

/** Whether the risk of a component is accepted on that day; a component with an accepted risk counts nowhere. */
export function isAccepted(component: Component, now: number): boolean {
  if (component.accepted === null) return false;
  const today = day(now);
  return today !== null && component.accepted.until >= today;
}

/** Components known by one person or by nobody active, riskiest first, without accepted risks. */
export function singlePointComponents(snapshot: Snapshot): readonly Component[] {
  return snapshot.components.filter(
    component =>
      (component.state === 'sole' || component.state === 'orphaned') && !isAccepted(component, snapshot.scannedAt),
  );
}

/** Every finding once, whether it stands at its runbook or apart. */
export function allFindings(snapshot: Snapshot): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of [...snapshot.findings, ...snapshot.runbooks.flatMap(runbook => runbook.findings)]) {
    byPlace.set([finding.rule, finding.path, finding.line, finding.message].join('\0'), finding);
  }
  return [...byPlace.values()];
}

/** Runbooks whose content one person wrote (rule RB060). */
export function soleRunbooks(snapshot: Snapshot): ReadonlySet<string> {
  return new Set(
    allFindings(snapshot)
      .filter(({ rule }) => rule === 'RB060')
      .map(({ path }) => path),
  );
}

/** Why a component has no backup, to be read after "Backup:". */
export function noBackupText({ state }: Pick<Component, 'state'>, translate: Translate): string {
  switch (state) {
    case 'sole':
      return translate('nobody else active has worked on it or beside it', {});
    case 'orphaned':
      return translate('nobody active has worked on it or beside it', {});
    default:
      return translate('none', {});
  }
}

/** The situation of a repository in one or two sentences, about its components and then its runbooks. */
export function situationText(snapshot: Snapshot, translate: Translate): string {
  return [componentSentence(snapshot, translate), runbookSentence(snapshot, translate)].filter(Boolean).join(' ');
}

/** How many components are known by one person or by nobody, in a sentence. */
export function componentSentence(snapshot: Snapshot, translate: Translate): string {
  const { components } = snapshot;
  const total = wholeNumber(components.length, translate);
  if (components.length === 0) {
    return translate('There is no component to look at.', {});
  }
  const points = singlePointComponents(snapshot);
  const soleCount = points.filter(({ state }) => state === 'sole').length;
  const sole = wholeNumber(soleCount, translate);
  const orphaned = wholeNumber(points.length - soleCount, translate);
  if (soleCount > 0 && points.length > soleCount) {
    return soleCount === 1
      ? translate('1 of {total} components is known by one person, {orphaned} by nobody active.', { total, orphaned })
      : translate('{sole} of {total} components are known by one person, {orphaned} by nobody active.', {
          sole,
          total,
          orphaned,
        });
  }
  if (components.length === 1) {
    return onlyComponent(points[0]?.state ?? components[0]?.state, translate);
  }
  if (soleCount === components.length) {
    return translate('All {total} components are known by one person.', { total });
  }
  if (soleCount > 0) {
    return soleCount === 1
      ? translate('1 of {total} components is known by one person.', { total })
      : translate('{sole} of {total} components are known by one person.', { sole, total });
  }
  if (points.length > 0) {
    return points.length === 1
      ? translate('1 of {total} components is known by nobody active.', { total })
      : translate('{orphaned} of {total} components are known by nobody active.', { orphaned, total });
  }
  return components.every(({ state }) => state === 'unknown')
    ? translate('The history here does not tell who knows the {total} components.', { total })
    : translate('None of {total} components depends on one person.', { total });
}

function onlyComponent(state: Component['state'] | undefined, translate: Translate): string {
  switch (state) {
    case 'sole':
      return translate('The one component here is known by one person.', {});
    case 'orphaned':
      return translate('The one component here is known by nobody active.', {});
    case 'shared':
      return translate('The one component here is shared.', {});
    default:
      return translate('The history here does not tell who knows the one component.', {});
  }
}

function runbookSentence(snapshot: Snapshot, translate: Translate): string {
  const sole = soleRunbooks(snapshot).size;
  const total = wholeNumber(snapshot.runbooks.length, translate);
  if (sole === 0) {
    return '';
  }
  return sole === 1
    ? translate('1 of {total} runbooks was written by one person.', { total })
    : translate('{sole} of {total} runbooks were written by one person.', {
        sole: wholeNumber(sole, translate),
        total,
      });
}

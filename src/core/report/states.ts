import type { ComponentKind, Evidence, RiskLevel, Snapshot, State } from '../model';
import type { TruckFactorDefinition } from '../truckFactor';
import { wholeNumber } from './numbers';
import type { Translate } from './translate';

/** A state in words that follow "is": `known by one person`. `owners` counts the people who share it. */
export function stateText(state: State, owners: number, translate: Translate): string {
  switch (state) {
    case 'sole':
      return translate('known by one person', {});
    case 'orphaned':
      return translate('known by nobody active', {});
    case 'shared':
      return owners >= 2
        ? translate('shared by {owners}', { owners: wholeNumber(owners, translate) })
        : translate('shared', {});
    case 'unknown':
      return translate('unknown', {});
  }
}

/** How critical the settings or a catalog call something; words that are not ours stay as they are. */
export function criticalityText(criticality: string, translate: Translate): string {
  return criticality === 'high' || criticality === 'low' ? riskText(criticality, translate) : criticality;
}

/** `certain` where two of authorship, activity and lines agree on a state, else `likely`. */
export function certaintyText(certain: boolean, translate: Translate): string {
  return certain ? translate('certain', {}) : translate('likely', {});
}

/** A state with what softens it: `known by one person (likely, accepted)`. */
export function stateWithNotes(
  { state, certain, accepted }: { readonly state: State; readonly certain: boolean; readonly accepted: boolean },
  translate: Translate,
): string {
  const notes = [
    ...(certain || state === 'unknown' ? [] : [certaintyText(certain, translate)]),
    ...(accepted ? [translate('accepted', {})] : []),
  ];
  return `${stateText(state, 0, translate)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** A level of risk in one word. */
export function riskText(level: RiskLevel, translate: Translate): string {
  switch (level) {
    case 'high':
      return translate('high', {});
    case 'medium':
      return translate('medium', {});
    case 'low':
      return translate('low', {});
    case 'none':
      return translate('none', {});
  }
}

/** What kind of component it is, in one word. */
export function kindText(kind: ComponentKind, translate: Translate): string {
  switch (kind) {
    case 'service':
      return translate('service', {});
    case 'package':
      return translate('package', {});
    case 'module':
      return translate('module', {});
    case 'operations':
      return translate('operations', {});
    case 'documentation':
      return translate('docs', {});
    case 'folder':
      return translate('folder', {});
  }
}

/** All definitions of the truck factor, the one to go by first. */
export const allDefinitions: readonly TruckFactorDefinition[] = ['combined', 'doa', 'activity', 'lines'];

/** Those that a Snapshot has an answer for: by lines only where they are known. */
export function knownDefinitions({ tier }: Snapshot): readonly TruckFactorDefinition[] {
  return tier === 2 ? allDefinitions : allDefinitions.filter(definition => definition !== 'lines');
}

/** What makes an owner, joined: `authorship and recent activity`. */
export function evidenceText(evidence: readonly Evidence[], translate: Translate): string {
  const words = evidence.map(each => definitionText(each === 'authorship' ? 'doa' : each, translate));
  const [first = '', second = '', third = ''] = words;
  if (words.length === 3) {
    return translate('{first}, {second} and {third}', { first, second, third });
  }
  return words.length === 2 ? translate('{first} and {second}', { first, second }) : first;
}

/** What the owners of a truck factor are told by. */
export function definitionText(definition: TruckFactorDefinition, translate: Translate): string {
  switch (definition) {
    case 'doa':
      return translate('authorship', {});
    case 'activity':
      return translate('recent activity', {});
    case 'lines':
      return translate('surviving lines', {});
    case 'combined':
      return translate('combined evidence', {});
  }
}

/** What a truck factor is; stands beside every one that is shown. */
export function truckFactorMeaning(translate: Translate): string {
  return translate('fewest people whose loss leaves more than half of the files without an owner', {});
}

/** The definition of a truck factor in a sentence. */
export function definitionMeaning(definition: TruckFactorDefinition, translate: Translate): string {
  switch (definition) {
    case 'doa':
      return translate(
        'Owners are the authors of a file by degree of authorship (DOA) over its whole history, present or not.',
        {},
      );
    case 'activity':
      return translate('Owners are the active people with enough of what was changed in a file lately.', {});
    case 'lines':
      return translate('Owners are the active people who wrote enough of the lines that stand in a file.', {});
    case 'combined':
      return translate(
        'Owners are the active people who know a file by authorship, by recent activity or by the lines that stand: those that the views show.',
        {},
      );
  }
}

import type { Component, RunbookType } from '../model';
import type { Fact, FactKind, RepairCommit } from './fact';
import { isScriptPath } from './facts/scriptCall';
import { memberTest } from './subject';

/** The drafts there are for a component: runbooks of three types, and a note on how it is built. */
export const stubTypes = ['service', 'procedure', 'playbook', 'architecture'] as const satisfies readonly (
  | RunbookType
  | 'architecture'
)[];

export type StubType = (typeof stubTypes)[number];

const brought: readonly FactKind[] = [
  'composeService',
  'kubernetes',
  'chart',
  'kustomization',
  'unit',
  'infrastructure',
  'image',
  'command',
  'port',
];

/** Whether a component is something to be used rather than deployed: a folder of scripts, from which nothing runs by itself. */
export function isTooling({ component, facts }: Pick<StubMaterial, 'component' | 'facts'>): boolean {
  if (facts.some(fact => brought.includes(fact.kind))) return false;
  const isMember = memberTest(component.paths);
  return (
    component.kind === 'operations' ||
    facts.some(
      fact =>
        (fact.kind === 'step' && isMember(fact.name)) ||
        (fact.kind === 'target' && fact.wide !== true && isScriptPath(fact.path)),
    )
  );
}

/** The page that is drafted where none is asked for: how operations files and scripts are used, how anything else is run. */
export function usualType(material: Pick<StubMaterial, 'component' | 'facts'>): StubType {
  return material.component.kind === 'operations' || isTooling(material) ? 'procedure' : 'service';
}

/** What a stub is written from. */
export interface StubMaterial {
  readonly component: Pick<Component, 'id' | 'name' | 'kind' | 'paths'>;
  readonly type: StubType;
  readonly facts: readonly Fact[];
  /** As the history knows them, the one who knows most first. */
  readonly owners: readonly { readonly name: string }[];
  /** Reasons as sentences or parts of them. */
  readonly backup: { readonly name: string; readonly reasons: readonly string[] } | null;
  /** Newest first. */
  readonly repairs: readonly RepairCommit[];
  /** Runbooks of the component. */
  readonly runbooks: readonly { readonly path: string; readonly title: string }[];
  /** Runbooks that are of no component, or of what sets up the rest. */
  readonly general: readonly { readonly path: string; readonly title: string }[];
  /** Paths of all runbooks of the repository: what is about something else is no guide for this. */
  readonly known: ReadonlySet<string>;
  /** Every path of the repository: where runbooks live, and which names are taken. */
  readonly paths: readonly string[];
  /** Where the page is or will be, when that is known; null: a place is proposed. */
  readonly page: string | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

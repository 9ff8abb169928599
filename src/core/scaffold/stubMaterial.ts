import type { Component } from '../model';
import type { Fact, RepairCommit } from './fact';

/** What a stub is written from. */
export interface StubMaterial {
  readonly component: Pick<Component, 'id' | 'name' | 'kind' | 'paths'>;
  readonly type: 'service' | 'procedure';
  readonly facts: readonly Fact[];
  /** As the history knows them, the one who knows most first. */
  readonly owners: readonly { readonly name: string }[];
  /** Reasons as sentences or parts of them. */
  readonly backup: { readonly name: string; readonly reasons: readonly string[] } | null;
  /** Newest first. */
  readonly repairs: readonly RepairCommit[];
  /** Runbooks of the component. */
  readonly runbooks: readonly { readonly path: string; readonly title: string }[];
  /** Every path of the repository: where runbooks live, and which names are taken. */
  readonly paths: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

import type { Component, Person, Share, Snapshot, State } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import type { Change, WhatIf } from '../ownership/whatIf';
import { type CodeJson, finite, fraction, limitJson, reasonJson } from './codeJson';
import { type NamedJson, namedJson } from './namedJson';

interface StandingJson {
  readonly state: State;
  readonly certain: boolean;
  readonly owners: readonly (NamedJson & { readonly share: number })[];
}

/** What `what-if --format json` prints. Fields may be added; these stay. */
export interface WhatIfJson {
  readonly version: 1;
  readonly repository: { readonly root: string; readonly head: string | null; readonly limits: readonly CodeJson[] };
  readonly without: readonly (NamedJson & { readonly active: boolean })[];
  readonly truckFactors: readonly {
    readonly definition: string;
    readonly before: number | null;
    readonly after: number | null;
    /** Files with an owner. */
    readonly filesBefore: number;
    readonly filesAfter: number;
  }[];
  readonly components: readonly {
    readonly id: string;
    readonly name: string;
    readonly files: number;
    readonly before: StandingJson;
    readonly after: StandingJson;
    readonly backup: (NamedJson & { readonly reasons: readonly CodeJson[] }) | null;
    readonly runbooks: readonly string[];
  }[];
  readonly files: readonly {
    readonly path: string;
    readonly component: string | null;
    readonly before: StandingJson;
    readonly after: StandingJson;
  }[];
  /** Those that lose their last author. */
  readonly runbooks: readonly {
    readonly path: string;
    readonly title: string;
    readonly component: string | null;
    readonly authors: readonly (NamedJson & { readonly share: number })[];
  }[];
}

/** What would be without some people, in the form scripts depend on; riskiest components first. */
export function whatIfJson({ people, before, after, components, files, runbooks, truckFactors }: WhatIf): WhatIfJson {
  const all = before.people;
  return {
    version: 1,
    repository: {
      root: before.repository.root,
      head: before.repository.head,
      limits: before.limits.filter(({ code }) => code !== 'abandoned').map(limitJson),
    },
    without: people.map(person => ({ ...namedJson(person.id, all), active: person.active })),
    truckFactors: truckFactors.map(factor => ({
      definition: factor.before.definition,
      before: factor.before.value,
      after: factor.after.value,
      filesBefore: finite(factor.before.files),
      filesAfter: finite(factor.after.files),
    })),
    components: components.map(change => componentJson(change, after)),
    files: files.map(change => ({
      path: change.after.path,
      component: change.after.component,
      before: standingJson(change.before, fileOwners(change.before), all),
      after: standingJson(change.after, fileOwners(change.after), all),
    })),
    runbooks: runbooks.map(({ path, title, component, authors }) => ({
      ...{ path, title, component },
      authors: authors.map(author => sharedJson(author, all)),
    })),
  };
}

function componentJson({ before, after }: Change<Component>, { people }: Snapshot): WhatIfJson['components'][number] {
  const { id, name, files, backup, runbooks } = after;
  return {
    ...{ id, name, files: finite(files), runbooks },
    before: standingJson(before, before.owners, people),
    after: standingJson(after, after.owners, people),
    backup: backup && {
      ...namedJson(backup.person, people),
      reasons: backup.reasons.map(reason => reasonJson(reason, people)),
    },
  };
}

function standingJson(
  { state, certain }: Pick<Component, 'state' | 'certain'>,
  owners: readonly Share[],
  people: readonly Person[],
): StandingJson {
  return { state, certain, owners: owners.map(owner => sharedJson(owner, people)) };
}

function sharedJson({ person, share }: Share, people: readonly Person[]): NamedJson & { readonly share: number } {
  return { ...namedJson(person, people), share: fraction(share) };
}

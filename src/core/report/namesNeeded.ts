import type { Snapshot } from '../model';
import type { Translate } from './translate';

/** What a plan says of names where the settings keep them off pages: it cannot do without. Null where they do not. */
export function planNamesText({ policy }: Pick<Snapshot, 'policy'>, translate: Translate): string | null {
  return policy.people
    ? null
    : translate(
        'The settings of this repository keep names off pages, and a plan says who: do not commit it. With pseudonyms it can be passed on.',
        {},
      );
}

/** The same of CODEOWNERS. */
export function ownersNamesText({ policy }: Pick<Snapshot, 'policy'>, translate: Translate): string | null {
  return policy.people
    ? null
    : translate(
        'The settings of this repository keep names off pages, and CODEOWNERS cannot do without: name teams where there are some.',
        {},
      );
}

import type { Component } from '../model';
import { printable } from './printable';
import type { Translate } from './translate';

/** What a component is part of, without a full stop: `part of checkout (sales)`; null where no catalog says. */
export function systemText({ system, domain }: Component, translate: Translate): string | null {
  const named = system === null ? '' : printable(system);
  if (named === '') return null;
  const around = domain === null ? '' : printable(domain);
  return around === ''
    ? translate('part of {system}', { system: named })
    : translate('part of {system} ({domain})', { system: named, domain: around });
}

import { folderOf, resolvePath } from '../components/repositoryPath';
import type { Fact } from './fact';

/** Whether a compose file takes its variables from there. */
export const isNamedIn = (facts: readonly Fact[], path: string): boolean =>
  facts.some(fact => fact.kind === 'environment' && resolvePath(folderOf(fact.path), fact.name) === path);

/** Variables the facts refer to, in ports, images and environments. */
export function variablesIn(facts: readonly Fact[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'environment' || fact.kind === 'secret')
      for (const name of fact.from ?? [fact.name]) names.add(name);
    if (fact.kind !== 'port' && fact.kind !== 'image' && fact.kind !== 'healthcheck') continue;
    for (const match of fact.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)) names.add(match[1] ?? '');
  }
  return names;
}

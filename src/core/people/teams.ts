import type { StatedOwners } from '../components/statedRule';
import type { AnalysisSettings } from '../settings';
import { githubLogin } from './hostLogin';
import { foldName, type Identity } from './identities';

/**
 * The teams of each identity as the settings name them, sorted: those listed with the person, and those that list the
 * person by name, by an address, or by `@login` where an address at the host tells the login.
 */
export function teamsOf(
  identities: readonly Identity[],
  { teams }: Pick<AnalysisSettings, 'teams'>,
): readonly (readonly string[])[] {
  const byMember = new Map<string, Set<string>>();
  for (const { name, people } of teams) {
    for (const person of people) {
      const key = foldName(person);
      byMember.set(key, (byMember.get(key) ?? new Set()).add(name));
    }
  }
  return identities.map(identity => {
    const found = new Set(identity.kind === 'human' ? identity.teams : []);
    for (const key of identity.kind === 'human' && byMember.size > 0 ? keysOf(identity) : []) {
      for (const team of byMember.get(key) ?? []) {
        found.add(team);
      }
    }
    return [...found].sort();
  });
}

function keysOf({ name, email, aliases }: Identity): string[] {
  const addresses = [email, ...aliases].map(address => address.toLowerCase());
  const logins = addresses.flatMap(address => {
    const login = githubLogin(address);
    return login === null ? [] : [`@${login}`];
  });
  return [foldName(name), ...addresses, ...logins];
}

/** The teams to which CODEOWNERS or OWNERS files give at least half of these files, without an `@`, sorted. */
export function teamsOfFiles(paths: readonly string[], stated: StatedOwners): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    for (const team of new Set(stated.ownersOf(path)?.teams)) {
      counts.set(team, (counts.get(team) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count * 2 >= paths.length)
    .map(([team]) => team)
    .sort();
}

/** Whether a team of CODEOWNERS is one of the settings: `shop/payments` is `shop/payments`, `@shop/payments` or `payments`. */
export function isTeam(ofCodeowners: string, ofSettings: string): boolean {
  const written = ofCodeowners.toLowerCase();
  const named = ofSettings.toLowerCase().replace(/^@/, '');
  return written === named || written.endsWith(`/${named}`);
}

import type { Person, Reason } from '../model';
import { isTeam } from '../people/teams';
import type { ComponentOwnership } from './componentOwnership';

/**
 * What the teams of its owners say of a component: that of the team it is stated to belong to one person alone knows it, or
 * that all who know it are in one team. Nothing where an owner is in no team: who is listed nowhere may be anywhere.
 *
 * @param teams that CODEOWNERS or OWNERS files give the component to
 */
export function teamReasons(
  { owners }: Pick<ComponentOwnership, 'owners'>,
  teams: readonly string[],
  people: readonly Person[],
): readonly Reason[] {
  const teamsOf = (person: number): readonly string[] => people[person]?.teams ?? [];
  const reasons: Reason[] = [];
  for (const team of teams) {
    const isIn = (person: number): boolean => teamsOf(person).some(name => isTeam(team, name));
    const members = people.filter(({ id, state }) => state !== 'left' && isIn(id));
    const knowing = owners.filter(({ person }) => isIn(person));
    const [only] = knowing;
    if (only && knowing.length === 1 && members.length > 1) {
      reasons.push({ code: 'soleInTeam', values: { person: only.person, team } });
    }
  }
  const [first, ...others] = owners;
  const common = first ? teamsOf(first.person) : [];
  const [team] = common.filter(name => others.every(({ person }) => teamsOf(person).includes(name)));
  return others.length > 0 && team !== undefined ? [...reasons, { code: 'oneTeam', values: { team } }] : reasons;
}

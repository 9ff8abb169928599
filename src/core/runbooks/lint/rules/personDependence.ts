import type { Severity } from '../../../model';
import type { Translate } from '../../../report/translate';
import type { RunbookDocument } from '../../document';
import { isForAgents } from '../../person/agentFiles';
import { type Dependence, findDependences } from '../../person/findDependences';
import { knownPeople } from '../../person/knownPeople';
import type { Place } from '../../place';
import { noPeople } from '../peopleLookup';
import type { Fix, Problem } from '../problem';
import type { RepositoryView } from '../repositoryView';
import { type LintPage, operationalTypes, type PageRule } from '../rule';

/**
 * RB020: to go on, the reader needs one or two named people, or an account or a machine of one. Warning where that is a
 * credential, an access only they have, or something of theirs; information where it is a question or who looks after
 * it; hint where the sentence offers somebody else too.
 */
export const personDependence: PageRule = {
  id: 'RB020',
  name: 'person-dependence',
  severity: 'warning',
  types: [...operationalTypes, 'hub'],
  needs: 'page',
  check: (page, repository) => {
    const { tree } = page.document;
    if (tree === null || isForAgents(page.path)) return [];
    return findDependences(tree, page.text, knownPeople(repository?.people ?? noPeople)).map(
      (dependence): Problem => ({
        place: dependence.place,
        data: { kind: dependence.kind, people: dependence.people.map(({ text }) => text).join(', ') },
        severity: severityOf(dependence),
        fixes: fixesOf(dependence, page, repository),
      }),
    );
  },
  text: ({ kind, people }, translate) => {
    if (people === '') return translate('This step depends on one person.', {});
    const values = { people: people ?? '' };
    if (String(people).includes(', ')) return severalText(kind, values, translate);
    switch (kind) {
      case 'credential':
        return translate('This step gets its access from {people}: name a role, a channel or a second person.', values);
      case 'access':
        return translate('Only {people} can do this step: give a second person access, and name them.', values);
      case 'premises':
        return translate('This step needs something that belongs to {people}: move it to a shared place.', values);
      case 'ownership':
        return translate('This rests with {people} alone: name a team or a second person.', values);
      default:
        return translate('This step depends on {people}: name a role, a channel or a second person.', values);
    }
  },
  fixText: ({ code, data }, translate) => {
    if (code === 'team') return translate('{handle} is a team', { handle: data['handle'] ?? '' });
    return translate('Name {second} as well', { second: data['second'] ?? '' });
  },
};

/** Of two people, a third is not what is missing. */
function severalText(
  kind: string | number | undefined,
  values: { people: string | number },
  translate: Translate,
): string {
  switch (kind) {
    case 'credential':
      return translate('This step gets its access from {people}: name a role or a channel.', values);
    case 'access':
      return translate('Only {people} can do this step: give a role the access, and name it.', values);
    case 'premises':
      return translate('This step needs something that belongs to {people}: move it to a shared place.', values);
    case 'ownership':
      return translate('This rests with {people} alone: name a team.', values);
    default:
      return translate('This step depends on {people}: name a role or a channel.', values);
  }
}

/** How much one dependence weighs. */
function severityOf({ kind, fallback }: Dependence): Severity {
  if (fallback) return 'hint';
  return kind === 'contact' || kind === 'ownership' ? 'information' : 'warning';
}

function fixesOf(
  { place, people, kind }: Dependence,
  page: LintPage,
  repository: RepositoryView | null,
): readonly Fix[] {
  const [first, second] = people;
  if (first === undefined) return [];
  const fixes: Fix[] = [];
  const handle = first.kind === 'handle' ? /^@[\w.-]*[\w]/.exec(first.text)?.[0] : undefined;
  if (handle !== undefined)
    fixes.push({ code: 'team', data: { handle }, edits: [], action: 'declareTeam', safe: false });
  // An account does not become two people's by being called so.
  if (kind === 'premises' || second !== undefined) return fixes;
  const named = [secondPerson(page.path, first.person, repository), sharedContact(page.document)];
  for (const name of named) {
    if (name !== null)
      fixes.push({ code: 'second', data: { second: name }, edits: [insertion(place, ` or ${name}`)], safe: false });
  }
  return fixes;
}

const insertion = ({ endLine: line, endColumn: column }: Place, text: string): { place: Place; text: string } => ({
  place: { line, column, endLine: line, endColumn: column },
  text,
});

/** Somebody active who wrote on the page, other than who is named; the newest edit first. Null where nobody is known. */
function secondPerson(path: string, named: number | null, repository: RepositoryView | null): string | null {
  if (repository === null || named === null) return null;
  const edits = [...repository.editsOf(path)].sort((a, b) => b.date - a.date);
  for (const { person, automated, mechanical } of edits) {
    if (automated || mechanical || person === named) continue;
    const known = repository.people.person(person);
    if (known?.state === 'active') return known.name;
  }
  return null;
}

/** The team or the channel that the front matter names. */
function sharedContact({ frontMatter: { team, ownerSlack } }: RunbookDocument): string | null {
  if (ownerSlack !== null && /^[#@]?[\w.-]{2,80}$/.test(ownerSlack.value)) {
    return /^[#@]/.test(ownerSlack.value) ? ownerSlack.value : `#${ownerSlack.value}`;
  }
  return team === null || team.value.length > 80 ? null : team.value;
}

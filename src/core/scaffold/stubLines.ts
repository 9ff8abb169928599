import { baseImage, type Fact, type FactKind, initImage } from './fact';
import { code, prose, sources } from './markdown';

/** Lines of Markdown. */
export type Lines = readonly string[];

const mostNames = 40;

/** An open question, addressed to a role. Both are ours: nothing in them is escaped. */
export function ask(role: string, question: string): string {
  return `- [ ] ${role}: ${question}`;
}

/** Said of what concerns the whole repository. */
export const wide = (fact: Fact): string => (fact.wide === true ? ', whole repository' : '');

/** Facts of some kinds, those that say the same once with all their places. */
export function merged(
  facts: readonly Fact[],
  kinds: readonly FactKind[],
  saying: (fact: Fact) => string = fact => fact.value,
): readonly (readonly [Fact, ...Fact[]])[] {
  const groups = new Map<string, [Fact, ...Fact[]]>();
  for (const fact of facts) {
    if (!kinds.includes(fact.kind)) continue;
    const key = saying(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}

/** One line a value: `- Image: `redis:7` (`compose.yaml:4`)`. */
export function valueLines(title: string, facts: readonly Fact[], kinds: readonly FactKind[], most = 6): Lines {
  const groups = merged(facts, kinds);
  const lines = groups.slice(0, most).map(group => `- ${title}: ${code(group[0].value)} ${sources(group)}`);
  return [...lines, ...more(groups.slice(most))];
}

/** What it needs, each once, with all that is said of the need: `- Needs: `mail (MAIL_HOST, started)` (`compose.yaml:8`)`. */
export function needLines(title: string, facts: readonly Fact[]): Lines {
  const groups = merged(facts, ['dependency']);
  const most = 20;
  const lines = groups
    .slice(0, most)
    .map(group => `- ${title}${composeOnly(group, facts)}: ${code(needText(group))} ${sources(group)}`);
  return [...lines, ...more(groups.slice(most))];
}

/** Whether it is set up by other means than compose, too: then compose is where developers run it, as far as the repository tells. */
export function runsElsewhere(facts: readonly Fact[]): boolean {
  return facts.some(fact => fact.kind === 'kubernetes' || fact.kind === 'infrastructure' || fact.kind === 'unit');
}

/** Said of what only compose files say, where these are not what runs for users; '' of anything else. */
export function composeOnly(group: readonly Fact[], facts: readonly Fact[]): string {
  const services = facts.filter(fact => fact.kind === 'composeService');
  const inGroup = services.filter(({ path }) => group.some(fact => fact.path === path));
  if (!group.every(fact => services.some(({ path }) => path === fact.path))) return '';
  if (inGroup.every(service => service.forDevelopment === true)) return ', for development';
  return runsElsewhere(facts) ? ', under compose' : '';
}

function needText(group: readonly [Fact, ...Fact[]]): string {
  const different = (parts: readonly (string | undefined)[]): string =>
    [...new Set(parts.filter(part => part !== undefined))].join(', ');
  const how = different(group.map(fact => fact.how));
  // Where one place has it always, it always is.
  const isAlways = group.some(fact => fact.onlyWith === undefined);
  const only = isAlways ? '' : `optional: ${different(group.map(fact => fact.onlyWith))}`;
  const all = [how, only].filter(part => part !== '').join('; ');
  return all === '' ? group[0].value : `${group[0].value} (${all})`;
}

/** One line a name, for what must never show a value. */
export function nameLines(facts: readonly Fact[], kind: 'environment' | 'secret'): Lines {
  const all = merged(facts, [kind], fact => fact.name);
  const lines = all.slice(0, mostNames).map(group => {
    const isShown = group.every(({ forDevelopment }) => forDevelopment === true);
    const keptIn = group.find(fact => fact.keptIn !== undefined)?.keptIn;
    const where = keptIn === undefined ? '' : `, kept in ${prose(keptIn)}`;
    const isFile = group[0].value === `file ${group[0].name}`;
    return `- ${isFile ? 'All that is set in ' : ''}${code(group[0].name)}${isShown ? ', written out for development' : ''}${where} ${sources(group)}`;
  });
  return [...lines, ...more(all.slice(mostNames))];
}

/** That more was found than is shown, and where. */
export function more(groups: readonly (readonly Fact[])[]): Lines {
  const first = groups[0]?.[0];
  return first === undefined ? [] : [`- And ${groups.length} more from here on ${sources([first])}`];
}

/** What Terraform or CloudFormation sets up for it. */
export function infrastructureLines(facts: readonly Fact[], most: number): Lines {
  const isFormed = (fact: Fact): boolean => fact.value.startsWith('AWS::');
  return [
    ...valueLines(
      'Terraform',
      facts.filter(fact => !isFormed(fact)),
      ['infrastructure'],
      most,
    ),
    ...valueLines('CloudFormation', facts.filter(isFormed), ['infrastructure'], most),
  ];
}

/** What has it in common that it stands in one place: `Needed by: `a`, `b` (`compose.yaml:4`)`. */
export function placedLines(title: string, facts: readonly Fact[], kind: FactKind, most: number): Lines {
  const places = new Map<string, [Fact, ...Fact[]]>();
  for (const [fact] of merged(facts, [kind])) {
    const place = `${fact.path}:${fact.line}`;
    const same = places.get(place);
    if (same === undefined) places.set(place, [fact]);
    else same.push(fact);
  }
  const groups = [...places.values()];
  const lines = groups.slice(0, most).map(group => {
    const further = group.length > 24 ? ` and ${group.length - 24} more` : '';
    return `- ${title}: ${group
      .slice(0, 24)
      .map(fact => code(fact.value))
      .join(', ')}${further} ${sources(group)}`;
  });
  return [...lines, ...more(groups.slice(most))];
}

/** Where the variables that a value names are set; '' when that is not known. */
export function setWhere(facts: readonly Fact[], value: string): string {
  const variables = [...value.matchAll(/\$\{?(\w+)/g)].flatMap(
    ([, name]) =>
      facts.find(
        fact => fact.kind === 'environment' && fact.name === name && /(?:^|\/)[^/]*\.env[^/]*$/.test(fact.path),
      ) ?? [],
  );
  return variables.length === 0 ? '' : `, set in ${sources(variables).slice(1, -1)}`;
}

/** Images that it runs as, and where their version is set. */
export function imageLines(facts: readonly Fact[], most: number): Lines {
  const groups = merged(
    facts.filter(fact => fact.name !== baseImage && fact.name !== initImage),
    ['image'],
  );
  const lines = groups
    .slice(0, most)
    .map(group => `- Image: ${code(group[0].value)}${setWhere(facts, group[0].value)} ${sources(group)}`);
  return [
    ...lines,
    ...more(groups.slice(most)),
    ...valueLines(
      'Runs before it',
      facts.filter(fact => fact.name === initImage),
      ['image'],
      3,
    ),
  ];
}

/** What a fact adds to its name. */
export const said = ({ value }: Fact): string => (value === '' ? '' : `, ${prose(value)}`);

import { type Action, commandsFor, derivedFor } from './actions';
import { baseImage, type Fact, type FactKind, initImage, type Storage } from './fact';
import { code, prose, sources } from './markdown';
import type { Removal } from './removal';

/** Lines of Markdown. */
export type Lines = readonly string[];

const mostNames = 40;

/** An open question, addressed to a role. Both are ours: nothing in them is escaped. */
export function ask(role: string, question: string): string {
  return `- [ ] ${role}: ${question}`;
}

const removal: Readonly<Record<Removal, string>> = {
  replaced: 'replaces containers or removes left-over ones, with what these keep outside of volumes',
  containers: 'removes containers, and what these keep outside of volumes',
  elsewhere: 'changes or removes what lies elsewhere',
  data: 'removes data, volumes, images or files',
};

/** The mark of what removes something; '' where nothing is known of it. */
export const careful = ({ removes }: Fact): string =>
  removes === undefined ? '' : `**it ${removal[removes]}: read it first**`;

/** `- Restart: `docker compose restart cart` (`compose.yaml:12`)`. */
export function commandLine(label: string, command: string, fact: Fact, mark = careful(fact)): string {
  const said = fact.kind === 'target' && fact.value !== '' ? prose(fact.value.replace(/[.\s]+$/, '')) : '';
  const inside = fact.inside === undefined ? '' : `inside ${prose(fact.inside)}`;
  const notes = [said, inside, mark].filter(note => note !== '').join('; ');
  return `- ${label}${wide(fact)}: ${code(command)}${notes === '' ? '' : `: ${notes}`} ${sources([fact])}`;
}

/** Whether it is set up by other means than compose, too: then compose is where developers run it, as far as the repository tells. */
function runsElsewhere(facts: readonly Fact[]): boolean {
  return facts.some(fact => fact.kind === 'kubernetes' || fact.kind === 'infrastructure' || fact.kind === 'unit');
}

/** Whether the commands for an action reach where it runs for users, as far as can be told: those of compose alone need not. */
export function reaches(action: Action, facts: readonly Fact[]): boolean {
  const elsewhere = runsElsewhere(facts);
  return (
    commandsFor(action, facts).some(fact => fact.wide !== true) ||
    derivedFor(action, facts).some(
      ({ fact }) => fact.forDevelopment !== true && (!elsewhere || fact.kind !== 'composeService'),
    )
  );
}

const running: readonly FactKind[] = [
  'composeService',
  'kubernetes',
  'unit',
  'command',
  'port',
  'healthcheck',
  'probe',
];

/** Whether what is done to the whole repository is done to a component: only what runs is started, only what keeps something is backed up. */
function concerns(action: Action, facts: readonly Fact[]): boolean {
  if (action === 'backup' || action === 'restore') return facts.some(isKept);
  if (action === 'deploy' || action === 'build' || action === 'migrate') return true;
  return facts.some(fact => running.includes(fact.kind));
}

/** Said of what concerns the whole repository. */
export const wide = (fact: Fact): string => (fact.wide === true ? ', whole repository' : '');

const label: Readonly<Record<Action, string>> = {
  start: 'Start',
  stop: 'Stop',
  restart: 'Restart',
  status: 'State',
  logs: 'Logs',
  build: 'Build or install',
  deploy: 'Deploy',
  migrate: 'Migrate',
  rollback: 'Roll back',
  check: 'Check',
  backup: 'Back up',
  restore: 'Restore',
};

/** Commands for an action: the component's own scripts and targets, what follows from how it is deployed, then what runs everything. */
export function commandLines(action: Action, facts: readonly Fact[]): Lines {
  const found = commandsFor(action, facts).filter(fact => fact.wide !== true || concerns(action, facts));
  const isFleeting = fleetingLines(facts).length > 0;
  const own = found.map(fact => ({
    fact,
    line: commandLine(
      label[action],
      fact.command ?? '',
      fact,
      isFleeting && fact.removes === 'containers'
        ? '**it removes the container, and the next one begins without its data: read it first**'
        : careful(fact),
    ),
  }));
  const isPlain = ({ fact }: { readonly fact: Fact }): boolean => fact.wide !== true && fact.removes === undefined;
  const isElsewhere = runsElsewhere(facts);
  const derived = derivedFor(action, facts).map(each =>
    each.fact.forDevelopment === true
      ? { ...each, label: `${each.label}, for development` }
      : isElsewhere && each.fact.kind === 'composeService'
        ? { ...each, label: `${each.label}, under compose` }
        : each,
  );
  return [
    ...own.filter(isPlain).map(({ line }) => line),
    ...derived.slice(0, 4).map(each => commandLine(each.label, each.command, each.fact)),
    ...more(derived.slice(4).map(each => [each.fact])),
    ...own.filter(each => each.fact.wide !== true && !isPlain(each)).map(({ line }) => line),
    ...own.filter(({ fact }) => fact.wide === true).map(({ line }) => line),
  ];
}

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
  const lines = groups.slice(0, most).map(group => `- ${title}: ${code(needText(group))} ${sources(group)}`);
  return [...lines, ...more(groups.slice(most))];
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
    return `- ${code(group[0].name)}${isShown ? ', written out for development' : ''}${where} ${sources(group)}`;
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

/** Where it keeps what it writes, and for how long that lasts: what is mounted from the work tree is no data of its own. */
export function volumeLines(facts: readonly Fact[]): Lines {
  return [
    ...valueLines('Stores in', facts.filter(isKept), ['volume'], 12),
    ...valueLines(
      'Stores in a volume without a name, which a new container does not find again',
      facts.filter(stored('unnamed')),
      ['volume'],
    ),
    ...valueLines('Writes to, and it is gone with the pod', facts.filter(stored('fleeting')), ['volume']),
  ];
}

const stored =
  (storage: Storage | undefined) =>
  (fact: Fact): boolean =>
    fact.kind === 'volume' && fact.storage === storage;

/** Volumes and claims, which outlive what writes to them. */
const isKept = stored(undefined);

const keeping =
  /(?:^|\/)(?:\w*-)?(?:postgres\w*|postgis|mysql|mariadb|redis|valkey|mongo\w*|clickhouse\w*|elasticsearch|opensearch|kafka|rabbitmq|cassandra|couchdb|influxdb|minio|etcd|neo4j)(?:-server)?(?:[:@]|$)/i;

/**
 * That what a ready-made store of a compose file writes is out of reach without its container, as no volume is named for it. The
 * value of a variable that names the image is not known: its own name tells, \`$POSTGRES_IMAGE\`.
 */
export function fleetingLines(facts: readonly Fact[]): Lines {
  if (facts.some(isKept)) return [];
  const service = facts.find(fact => fact.kind === 'composeService');
  const image = facts.find(fact => fact.kind === 'image' && fact.name === service?.name && fact.path === service.path);
  const named = image?.value.replace(/^\$\{?(\w+?)_?IMAGE\w*\}?.*$/i, '$1') ?? '';
  return service === undefined || image === undefined || !keeping.test(named)
    ? []
    : [
        `- No volume is named for its data: stopping and starting keeps it, but once the container is removed, the next one begins without it ${sources([service])}`,
      ];
}

/** What is mounted from the work tree or the machine. */
export function mountLines(facts: readonly Fact[]): Lines {
  return valueLines('Mounts', facts.filter(stored('mounted')), ['volume'], 6);
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

import { type Action, commandsFor, derivedFor } from './actions';
import type { Fact, FactKind } from './fact';
import { code, prose, sources } from './markdown';
import type { Removal } from './removal';
import { fleetingService, fleetingWorkload, isKept } from './storeLines';
import { composeOnly, type Lines, more, runsElsewhere, wide } from './stubLines';

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
  const isFleeting = fleetingService(facts) !== null;
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
  const workload = action === 'restart' || action === 'rollback' ? fleetingWorkload(facts) : null;
  const loss = ({ kind }: Fact): string =>
    workload !== null && kind === 'kubernetes'
      ? '**it takes the pod away, and the next one begins without its data: read it first**'
      : '';
  const derived = derivedFor(action, facts).map(each => ({
    ...each,
    label: `${each.label}${each.fact.forDevelopment === true ? ', for development' : composeOnly([each.fact], facts)}`,
  }));
  return [
    ...own.filter(isPlain).map(({ line }) => line),
    ...derived
      .slice(0, 4)
      .map(each => commandLine(each.label, each.command, each.fact, loss(each.fact) || careful(each.fact))),
    ...more(derived.slice(4).map(each => [each.fact])),
    ...own.filter(each => each.fact.wide !== true && !isPlain(each)).map(({ line }) => line),
    ...own.filter(({ fact }) => fact.wide === true).map(({ line }) => line),
  ];
}

import type { Fact } from './fact';

/** What someone on call wants of a script, a target or a service. */
export type Action =
  | 'start'
  | 'stop'
  | 'restart'
  | 'status'
  | 'logs'
  | 'build'
  | 'deploy'
  | 'migrate'
  | 'rollback'
  | 'check'
  | 'backup'
  | 'restore';

const byWord: readonly (readonly [Action, RegExp])[] = [
  ['restore', /^(?:restore|recover)$/],
  ['backup', /^(?:backup|backups|pgdump|snapshot)$/],
  ['rollback', /^(?:rollback|rollbacks|revert|downgrade)$/],
  ['restart', /^(?:restart|reload|bounce)$/],
  ['deploy', /^(?:deploy|redeploy|release|publish|ship|promote|rollout)$/],
  ['migrate', /^(?:migrate|migration|migrations)$/],
  ['stop', /^(?:stop|down|shutdown)$/],
  ['logs', /^(?:logs|tail)$/],
  ['status', /^(?:status|ps|health|healthcheck)$/],
  ['check', /^(?:smoke|verify)$/],
  ['start', /^(?:start|up|serve)$/],
  ['build', /^(?:build|install|all|image|package)$/],
];

const notOperations =
  /^(?:tests?|testing|lint|format|fmt|bench|benchmark|coverage|docs?|dev|develop|watch|clean|debug|e2e|cypress|storybook|mock|example|examples|fixtures?|deps|dependencies|tools?|hooks?|generate|gen|types?|proto|protos|protobuf|yamllint|markdownlint)$/;

// `set_image_tag` makes no image, `list-backups` no backup.
const looks = /^(?:set|get|list|print|show|find|wait|check|validate|verify)$/;

/** The action a script or target is named for; null for tests, linters and everything else that runs nothing. */
export function actionOf(name: string): Action | null {
  const words = name
    .toLowerCase()
    .replace(/roll[-_:]back/g, 'rollback')
    .split(/[-_:./]+/);
  if (words.some(word => notOperations.test(word))) return null;
  // What is done around a release is none: `post-release`.
  if (/(?:^|[-_:./])(?:pre|post|before|after|bump)[-_:]/.test(name.toLowerCase())) return null;
  if (words.length === 1 && words[0] === 'run') return 'start';
  const has = (pattern: RegExp): boolean => words.some(word => pattern.test(word));
  const [first = '', ...further] = (name.toLowerCase().split('/').at(-1) ?? '').split(/[-_:]+/);
  const looking = further.length > 0 && looks.test(first);
  if (!looking && has(/^build$/) && !has(/deploy|publish|rollback/)) return 'build';
  if (has(/^migrat(?:e|ions?)$/)) {
    if (has(/^(?:down|undo|rollback|revert)$/)) return 'rollback';
    // To write one, or to look at them, changes nothing that runs.
    if (has(/^(?:create|new|make|add|check|msg|history|heads?|merge|current|show|status)$/)) return null;
  }
  const found = byWord.find(([, pattern]) => words.some(word => pattern.test(word)))?.[0] ?? null;
  return looking && found !== 'status' && found !== 'logs' && found !== 'check' ? null : found;
}

/** What a script or a target is for: as its text says, else by its name. */
export const actionFor = (fact: Fact): Action | null => (fact.action === undefined ? actionOf(fact.name) : fact.action);

const runnable = new Set<Fact['kind']>(['script', 'target']);

/** Scripts and targets for an action: the component's own before those of the whole repository, plain names first; at most four. */
export function commandsFor(action: Action, facts: readonly Fact[]): readonly Fact[] {
  return facts
    .filter(fact => runnable.has(fact.kind) && fact.command !== undefined && actionFor(fact) === action)
    .sort(
      (a, b) =>
        Number(a.wide ?? false) - Number(b.wide ?? false) ||
        a.name.split(/[-_:.]/).length - b.name.split(/[-_:.]/).length,
    )
    .slice(0, 4);
}

/** A command derived from what is known to run: a compose service or a Kubernetes workload. */
export interface Derived {
  readonly label: string;
  readonly command: string;
  readonly fact: Fact;
}

const rolled = /^(?:deployment|statefulset|daemonset)\//;
const logged = /^(?:deployment|statefulset|daemonset|job)\//;

/**
 * `kubectl --namespace x deployment/a` → `kubectl --namespace x rollout undo deployment/a`; of `kubectl deployment
 * --selector=app=a`, too, whose logs are asked for without the kind.
 */
function kubectl(fact: Fact, verb: string, after = ''): string | null {
  const [, first, resource, selector = ''] =
    /^(kubectl(?: --namespace \S+)?) (.+?)( --selector=\S+)?$/.exec(fact.command ?? '') ?? [];
  if (first === undefined || resource === undefined) return null;
  return verb === 'logs' && selector !== ''
    ? `${first} logs${selector}${after}`
    : `${first} ${verb} ${resource}${selector}${after}`;
}

/** Commands for an action that follow from how the component is deployed, and from nothing else. */
export function derivedFor(action: Action, facts: readonly Fact[]): readonly Derived[] {
  const found: Derived[] = [];
  const add = (label: string, command: string | null, fact: Fact): void => {
    if (command !== null && !found.some(derived => derived.command === command)) found.push({ label, command, fact });
  };
  const services = facts.filter(fact => fact.kind === 'composeService' && fact.command !== undefined);
  for (const fact of facts) {
    // A service of several files is one service: the first file has it, the others are laid over it.
    const same = services.filter(service => service.name === fact.name);
    if (fact === same[0]) {
      for (const [label, command] of composeCommands(action, fact, same.length > 1)) add(label, command, fact);
    }
    if (fact.kind === 'unit') {
      for (const [label, command] of unitCommands(action, fact)) add(label, command, fact);
    }
    if (action === 'deploy' && fact.command !== undefined) {
      if (fact.kind === 'infrastructure') add('See what Terraform would change', fact.command, fact);
      if (fact.kind === 'chart') add('See what the chart holds', fact.command, fact);
      if (fact.kind === 'kustomization') add('See what Kustomize would change', fact.command, fact);
    }
    if (fact.kind === 'ecsService' || fact.kind === 'lambda' || fact.kind === 'logGroup') {
      for (const [label, command] of awsCommands(action, fact)) add(label, command, fact);
    }
    if (fact.kind === 'kubernetes') {
      for (const [label, command] of kubernetesCommands(action, fact)) add(label, command, fact);
    }
    if (action === 'rollback' && fact.kind === 'deploy') {
      const release = /\bhelm\s+upgrade\s+(?:(?:--install|-i|--atomic|--wait)\s+)*([a-z0-9][\w.-]*)(?:\s|$)/.exec(
        fact.value,
      )?.[1];
      if (release !== undefined) add('Helm, to the release before', `helm rollback ${release}`, fact);
    }
  }
  return found;
}

function composeCommands(action: Action, fact: Fact, overlaid: boolean): readonly (readonly [string, string])[] {
  const [compose, service] = splitCompose(fact);
  switch (action) {
    case 'status':
      return [['State', `${compose} ps ${service}`]];
    case 'logs':
      return [['Logs', `${compose} logs --tail 200 ${service}`]];
    case 'start':
      // `up` with one of several files would create it anew without what the others add.
      return overlaid
        ? [['Start again', `${compose} start ${service}`]]
        : [['Start', `${compose} up --detach ${service}`]];
    case 'stop':
      return [['Stop', `${compose} stop ${service}`]];
    case 'restart':
      return [['Restart', `${compose} restart ${service}`]];
    default:
      return [];
  }
}

// The service is the last word of the command, quoted where it has to be.
function splitCompose(fact: Fact): readonly [string, string] {
  const command = fact.command ?? '';
  const at = command.endsWith("'") ? command.lastIndexOf(" '") : command.lastIndexOf(' ');
  return [command.slice(0, at), command.slice(at + 1)];
}

const unitVerbs: Readonly<Partial<Record<Action, readonly [label: string, verb: string]>>> = {
  status: ['State', 'status'],
  restart: ['Restart', 'restart'],
  start: ['Start', 'start'],
  stop: ['Stop', 'stop'],
};

function unitCommands(action: Action, { command: unit }: Fact): readonly (readonly [string, string])[] {
  if (unit === undefined) return [];
  if (action === 'logs') return [['Logs', `journalctl --unit ${unit} --lines 200`]];
  const verb = unitVerbs[action];
  return verb === undefined ? [] : [[verb[0], `systemctl ${verb[1]} ${unit}`]];
}

function awsCommands(action: Action, { kind, command = '', how }: Fact): readonly (readonly [string, string])[] {
  if (kind === 'logGroup') return action === 'logs' ? [['Logs', `aws logs tail ${command} --since 1h`]] : [];
  if (kind === 'lambda')
    return action === 'status' ? [['State', `aws lambda get-function --function-name ${command}`]] : [];
  if (action === 'status')
    return [['State', `aws ecs describe-services ${command.replace(' --service ', ' --services ')}`]];
  // What something else replaces, it alone starts anew.
  return action === 'restart' && how === undefined
    ? [['Restart', `aws ecs update-service ${command} --force-new-deployment`]]
    : [];
}

function kubernetesCommands(action: Action, fact: Fact): readonly (readonly [string, string | null])[] {
  if (action === 'status' && (rolled.test(fact.name) || /^(?:cronjob|job)\//.test(fact.name)))
    return [['State', kubectl(fact, 'get')]];
  if (action === 'logs' && logged.test(fact.name)) return [['Logs', kubectl(fact, 'logs', ' --tail=200')]];
  if (!rolled.test(fact.name)) return [];
  if (action === 'restart') return [['Restart', kubectl(fact, 'rollout restart')]];
  if (action === 'check') return [['Wait until it is rolled out', kubectl(fact, 'rollout status')]];
  if (action === 'rollback') return [['Kubernetes, to the revision before', kubectl(fact, 'rollout undo')]];
  return [];
}

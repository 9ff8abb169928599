import { folderOf, resolvePath } from '../../components/repositoryPath';
import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { foldersOf, isNamed, isTelling, namesOf, plainName, type Subject } from '../subject';
import { ecsTaskFacts } from './ecsTask';
import { attributeOf, type HclBlock, hclBlocks } from './hcl';
import type { ModuleBlock } from './terraformModule';

// What glues others together says little to who runs a service.
const glue =
  /_(?:iam_(?:role|policy|role_policy|policy_document|role_policy_attachment|instance_profile|user)\w*|security_group_rule|attachment|association|acl|membership|binding|member)$|^(?:null|random|local|time|template|archive)_/;

const isAlarm =
  /^aws_cloudwatch_(?:metric|composite)_alarm$|_alert_policy$|^azurerm_monitor_\w*alert\w*$|^datadog_monitor$|^newrelic_\w*alert_condition$/;
const isDashboard = /_dashboard(?:_json)?$/;
// What hands the tick of a clock on to what it starts.
const isTrigger = /^aws_cloudwatch_event_target\./;

/**
 * What Terraform says about the component: all of its own folder, elsewhere resources and modules that carry its name.
 * Values of variables are never read. `isSetUp`: the component is Terraform itself, so that what elsewhere only begins with its
 * name is something else's; whoever uses it as a module depends on it. `module`: all blocks of the file's folder, which tell
 * what alarms, dashboards and schedules there are about.
 */
export function terraformFacts(
  path: string,
  text: string,
  subject: Subject,
  own: boolean,
  isSetUp = false,
  module: readonly ModuleBlock[] = [],
): readonly Fact[] {
  const isOwn = (block: HclBlock): boolean => isOwnBlock(block, subject, isSetUp, module);
  const ownAddresses = new Set(module.filter(({ block }) => isOwn(block)).map(({ address }) => address));
  const usesOwn = ({ uses }: Pick<ModuleBlock, 'uses'>): boolean => [...uses].some(used => ownAddresses.has(used));
  const folders = foldersOf(subject.paths);
  const facts: Fact[] = [];
  const add = (kind: FactKind, name: string, value: string, line: number, more: Partial<Fact> = {}): void => {
    facts.push({ kind, name, value: shown(value), path, line, ...more });
  };
  for (const block of hclBlocks(text)) {
    const [first = '', second = ''] = block.labels;
    if (block.type === 'terraform' && own) rootFacts(path, block, add);
    else if (block.type === 'provider' && own && first !== '')
      add('infrastructure', `provider.${first}`, `provider ${first}`, block.line, planOf(path));
    else if (block.type === 'variable' && own && first !== '') {
      const secret = isSecretName(first) || attributeOf(block, 'sensitive')?.value === 'true';
      add(secret ? 'secret' : 'environment', first, first, block.line);
    } else if (block.type === 'module' && !own && usesFolder(path, block, folders)) {
      add('dependent', subject.name, `module.${first} in ${folderOf(path) || '.'}`, block.line);
    } else if (block.type === 'module' && (own || isOwn(block))) {
      const source = attributeOf(block, 'source')?.value;
      const from = source === undefined ? '' : ` from ${source}`;
      add('infrastructure', `module.${first}`, `module.${first}${from}`, block.line);
    } else if (block.type === 'resource') {
      const here = module.find(each => each.path === path && each.block.line === block.line);
      const isTied = own || isOwn(block);
      // An alarm on what is its own, and what starts that by the clock, are its own, too, whatever they are called.
      const isBound =
        isTied ||
        (here !== undefined &&
          (usesOwn(here) ||
            module.some(each => each.uses.has(here.address) && isTrigger.test(each.address) && usesOwn(each))));
      if (isAlarm.test(first)) {
        const description = attributeOf(block, 'alarm_description')?.value ?? '';
        if (isBound) add('alert', second, description.includes('${') ? '' : description, block.line);
        continue;
      }
      if (isDashboard.test(first)) {
        if (isBound || ownAddresses.size > 0) dashboardFact(block, isBound, add);
        continue;
      }
      const schedule = attributeOf(block, 'schedule_expression') ?? attributeOf(block, 'schedule');
      if (isBound && schedule !== null && /^(?:cron|rate)\(|^\S+ \S+ \S+ \S+ \S+$/.test(schedule.value)) {
        const description = attributeOf(block, 'description');
        add('schedule', second, schedule.value, schedule.line);
        if (description !== null && !description.value.includes('${'))
          add('schedule', second, description.value, description.line);
      }
      if (isTied && !glue.test(first)) add('infrastructure', `${first}.${second}`, `${first}.${second}`, block.line);
    }
  }
  const tasks = hclBlocks(text).filter(
    ({ type, labels }) => type === 'resource' && labels[0] === 'aws_ecs_task_definition',
  );
  if (tasks.length > 0 && tasks.every(task => own || isOwn(task))) facts.push(...ecsTaskFacts(path, text));
  return facts;
}

function dashboardFact(block: HclBlock, isBound: boolean, add: Add): void {
  const name = attributeOf(block, 'dashboard_name') ?? attributeOf(block, 'title');
  const written = name?.value.replace(/\$\{[^}]*\}/g, '').replace(/^[-_ ]+|[-_ ]+$/g, '') ?? '';
  const value = isBound ? '' : 'may show it: it is set up beside it';
  add(
    'dashboard',
    written || (block.labels[1] ?? ''),
    value,
    (written === '' ? null : name)?.line ?? block.line,
    isBound ? {} : { wide: true },
  );
}

// What is run: of these `api_cron` is the api's where `api` is.
const run = /^(?:aws_(?:ecs_(?:task_definition|service)|lambda_function|batch_job_definition)|google_cloud_run_\w+)$/;

/** Whether a resource or a module carries the component's name, or that of what runs beside it with a word more. */
function isOwnBlock(block: HclBlock, subject: Subject, isSetUp: boolean, module: readonly ModuleBlock[]): boolean {
  const [first = '', second = ''] = block.labels;
  if (block.type === 'module') return isLabelled(subject, first, '', isSetUp);
  if (block.type !== 'resource') return false;
  if (isLabelled(subject, second, first, isSetUp) || isCalled(block, subject)) return true;
  return (
    run.test(first) &&
    module.some(
      ({ block: { type, labels } }) =>
        type === 'resource' &&
        labels[0] === first &&
        second.startsWith(`${labels[1]}_`) &&
        isLabelled(subject, labels[1] ?? '', first, isSetUp),
    )
  );
}

/** `cart` and `cart_cron` are the cart's; a word that is everywhere, as `api`, must be the whole label. */
function isLabelled(subject: Subject, label: string, type: string, isSetUp: boolean): boolean {
  const plain = plainName(label);
  const names = [...namesOf(subject)].flatMap(name => [name, name.replace(/^(?:service|svc)-|-(?:service|svc)$/g, '')]);
  // `api` of `aws_apigatewayv2_api` says what it is, not whose.
  if (type.split('_').some(word => names.some(name => word.startsWith(name)))) return false;
  return isNamed(subject, plain) || (!isSetUp && names.some(name => isTelling(name) && plain.startsWith(`${name}-`)));
}

function usesFolder(path: string, block: HclBlock, folders: readonly string[]): boolean {
  const source = attributeOf(block, 'source')?.value ?? '';
  const used = /^\.{1,2}\//.test(source) ? resolvePath(folderOf(path), source) : null;
  return used !== null && used !== '' && folders.includes(used);
}

const isCalled = (block: HclBlock, subject: Subject): boolean => {
  const name = attributeOf(block, 'name')?.value ?? '';
  return /^[\w-]+$/.test(name) && isNamed(subject, name);
};

type Add = (kind: FactKind, name: string, value: string, line: number, more?: Partial<Fact>) => void;

/** Which version of Terraform it takes, where the state is, and the command that shows what would change. */
function rootFacts(path: string, block: HclBlock, add: Add): void {
  const version = attributeOf(block, 'required_version');
  if (version !== null) add('infrastructure', 'version', `version ${version.value}`, version.line);
  const backend = block.blocks.find(each => each.type === 'backend' || each.type === 'cloud');
  if (backend === undefined) return;
  const kind = backend.labels[0] ?? 'cloud';
  add('infrastructure', kind, `state in ${kind}`, backend.line, planOf(path));
}

/** Only what is applied has a state or sets up a provider. A folder that a shell reads otherwise gets no command. */
function planOf(path: string): Partial<Fact> {
  const folder = folderOf(path);
  const command = folder === '' ? 'terraform plan' : `terraform -chdir=${folder} plan`;
  return /^[\w./-]*$/.test(folder) ? { command } : {};
}

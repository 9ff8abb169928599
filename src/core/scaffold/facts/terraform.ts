import { folderOf, resolvePath } from '../../components/repositoryPath';
import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { foldersOf, type Subject } from '../subject';
import { ecsServiceFacts, lambdaFacts, logGroupFacts } from './awsRuntime';
import { ecsTaskFacts } from './ecsTask';
import { givenVariables } from './givenVariables';
import { attributeOf, type HclBlock } from './hcl';
import { ownBlocksOf } from './ownBlocks';
import type { TerraformModule } from './terraformModule';

// What glues others together says little to who runs a service.
const glue =
  /_(?:iam_(?:role|policy|role_policy|policy_document|role_policy_attachment|instance_profile|user)\w*|security_group_rule|attachment|association|acl|membership|binding|member)$|^(?:null|random|local|time|template|archive)_/;

const isAlarm =
  /^aws_cloudwatch_(?:metric|composite)_alarm$|_alert_policy$|^azurerm_monitor_\w*alert\w*$|^datadog_monitor$|^newrelic_\w*alert_condition$/;
const isDashboard = /_dashboard(?:_json)?$/;

/**
 * What Terraform says about the component: all of its own folder, elsewhere resources and modules that carry its name.
 * Values of variables are never read. `isSetUp`: the component is Terraform itself, so that what elsewhere carries its name is
 * that folder's; whoever uses it as a module depends on it. `module`: that of the file's folder, which tells what
 * alarms, dashboards and schedules there are about.
 */
export function terraformFacts(
  path: string,
  text: string,
  subject: Subject,
  own: boolean,
  isSetUp: boolean,
  module: TerraformModule,
): readonly Fact[] {
  const blocks = module.files.get(path) ?? [];
  const ownBlocks = ownBlocksOf(module, subject, isSetUp);
  const folders = foldersOf(subject.paths);
  const facts: Fact[] = [];
  const add = (kind: FactKind, name: string, value: string, line: number, more: Partial<Fact> = {}): void => {
    facts.push({ kind, name, value: shown(value), path, line, ...more });
  };
  const lines = text.split('\n');
  for (const [index, block] of blocks.entries()) {
    const [first = '', second = ''] = block.labels;
    if (!own && ownBlocks.has(block))
      facts.push(...givenVariables(path, lines, block.line, blocks[index + 1]?.line ?? lines.length + 1));
    if (block.type === 'terraform' && own) rootFacts(path, block, add);
    else if (block.type === 'provider' && own && first !== '')
      add('infrastructure', `provider.${first}`, `provider ${first}`, block.line, planOf(path));
    else if (block.type === 'variable' && own && first !== '') {
      const secret = isSecretName(first) || attributeOf(block, 'sensitive')?.value === 'true';
      add(secret ? 'secret' : 'environment', first, first, block.line);
    } else if (block.type === 'module' && !own && usesFolder(path, block, folders)) {
      add('dependent', subject.name, `module.${first} in ${folderOf(path) || '.'}`, block.line);
    } else if (block.type === 'module' && (own || ownBlocks.has(block))) {
      const source = attributeOf(block, 'source')?.value;
      const from = source === undefined ? '' : ` from ${source}`;
      add('infrastructure', `module.${first}`, `module.${first}${from}`, block.line);
    } else if (block.type === 'resource') {
      const isTied = own || ownBlocks.has(block);
      // An alarm on what is its own, and what starts that by the clock, are its own, too, whatever they are called.
      const isBound = (): boolean => isTied || ownBlocks.isBound(block);
      if (isAlarm.test(first)) {
        const description = attributeOf(block, 'alarm_description')?.value ?? '';
        if (isBound()) add('alert', second, description.includes('${') ? '' : description, block.line);
        continue;
      }
      if (isDashboard.test(first)) {
        if (isBound() || ownBlocks.size > 0) dashboardFact(block, isBound(), add);
        continue;
      }
      const schedule = attributeOf(block, 'schedule_expression') ?? attributeOf(block, 'schedule');
      if (schedule !== null && /^(?:cron|rate)\(|^\S+ \S+ \S+ \S+ \S+$/.test(schedule.value) && isBound()) {
        const description = attributeOf(block, 'description');
        add('schedule', second, schedule.value, schedule.line);
        if (description !== null && !description.value.includes('${'))
          add('schedule', second, description.value, description.line);
      }
      if (isTied) facts.push(...ecsServiceFacts(path, block, module), ...lambdaFacts(path, block, module));
      if (isTied && !glue.test(first)) add('infrastructure', `${first}.${second}`, `${first}.${second}`, block.line);
    }
  }
  const tasks = blocks.filter(({ type, labels }) => type === 'resource' && labels[0] === 'aws_ecs_task_definition');
  if (tasks.length > 0 && tasks.every(task => own || ownBlocks.has(task)))
    facts.push(...ecsTaskFacts(path, text), ...logGroupFacts(path, text, module));
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

function usesFolder(path: string, block: HclBlock, folders: readonly string[]): boolean {
  const source = attributeOf(block, 'source')?.value ?? '';
  const used = /^\.{1,2}\//.test(source) ? resolvePath(folderOf(path), source) : null;
  return used !== null && used !== '' && folders.includes(used);
}

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

import { folderOf, resolvePath } from '../../components/repositoryPath';
import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { spokenWords } from '../shell';
import { foldersOf, isNamed, isTelling, namesOf, plainName, type Subject } from '../subject';
import { attributeOf, type HclBlock, hclBlocks } from './hcl';

// What glues others together says little to who runs a service.
const glue =
  /_(?:iam_(?:role|policy|role_policy|policy_document|role_policy_attachment|instance_profile|user)\w*|security_group_rule|attachment|association|acl|membership|binding|member)$|^(?:null|random|local|time|template|archive)_/;

/**
 * What Terraform says about the component: all of its own folder, elsewhere resources and modules that carry its name.
 * Values of variables are never read. `isSetUp`: the component is Terraform itself, so that what elsewhere only begins with its
 * name is something else's; whoever uses it as a module depends on it.
 */
export function terraformFacts(
  path: string,
  text: string,
  subject: Subject,
  own: boolean,
  isSetUp = false,
): readonly Fact[] {
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
    } else if (block.type === 'module' && (own || isLabelled(subject, first, '', isSetUp))) {
      const source = attributeOf(block, 'source')?.value;
      add(
        'infrastructure',
        `module.${first}`,
        `module.${first}${source === undefined ? '' : ` from ${source}`}`,
        block.line,
      );
    } else if (
      block.type === 'resource' &&
      (own || isLabelled(subject, second, first, isSetUp) || isCalled(block, subject))
    ) {
      if (
        /^aws_cloudwatch_(?:metric|composite)_alarm$|_alert_policy$|^azurerm_monitor_\w*alert\w*$|^datadog_monitor$|^newrelic_\w*alert_condition$/.test(
          first,
        )
      ) {
        const description = attributeOf(block, 'alarm_description')?.value ?? '';
        add('alert', second, description.includes('${') ? '' : description, block.line);
        continue;
      }
      const schedule = attributeOf(block, 'schedule_expression') ?? attributeOf(block, 'schedule');
      if (schedule !== null && /^(?:cron|rate)\(|^\S+ \S+ \S+ \S+ \S+$/.test(schedule.value))
        add('schedule', second, schedule.value, schedule.line);
      if (!glue.test(first)) add('infrastructure', `${first}.${second}`, `${first}.${second}`, block.line);
    }
  }
  if (facts.some(fact => fact.name.startsWith('aws_ecs_task_definition.'))) taskCommand(text, add);
  return facts;
}

/** The command that a task of ECS is given; of several, which is meant is not ours to say. */
function taskCommand(text: string, add: Add): void {
  const found = text.split('\n').flatMap((line, index) => {
    const words = /^\s*"?command"?\s*[=:]\s*\[(.*)\]/.exec(line.slice(0, 1000))?.[1] ?? '';
    const command = Array.from(words.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, word = '']) => word);
    // That of a health check begins with its kind.
    return command.length === 0 || /^CMD(?:-SHELL)?$/.test(command[0] ?? '') ? [] : [{ command, line: index + 1 }];
  });
  const [only] = found;
  if (only !== undefined && found.length === 1) add('command', 'command', spokenWords(only.command), only.line);
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

import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellWord } from '../shell';
import { attributeOf, type HclBlock } from './hcl';
import type { TerraformModule } from './terraformModule';

const deepest = 3;
const longestName = 100;

/**
 * What a block of Terraform says runs on ECS: the service by its name and that of its cluster, with the options that name
 * both to `aws ecs`. None where either is not stated, or where something else than ECS replaces its tasks.
 */
export function ecsServiceFacts(path: string, block: HclBlock, module: TerraformModule): readonly Fact[] {
  if (block.labels[0] !== 'aws_ecs_service' || isReplacedElsewhere(block)) return [];
  const name = attributeOf(block, 'name');
  const service = nameOf(name?.value, module);
  const cluster = nameOf(attributeOf(block, 'cluster')?.value, module);
  if (name === null || service === null || cluster === null) return [];
  const options = `--cluster ${shellWord(cluster)} --service ${shellWord(service)}`;
  const value = shown(`${service} in cluster ${cluster}`);
  return [{ kind: 'ecsService', name: service, value, path, line: name.line, command: options }];
}

const isReplacedElsewhere = ({ blocks }: HclBlock): boolean =>
  blocks.some(
    block => block.type === 'deployment_controller' && (attributeOf(block, 'type')?.value ?? 'ECS') !== 'ECS',
  );

/** Log groups of CloudWatch that the tasks in a file of Terraform write to, by name. */
export function logGroupFacts(path: string, text: string, module: TerraformModule): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const [index, line] of text.split('\n').entries()) {
    const written = /^\s*"?awslogs-group"?\s*[=:]\s*(.+?),?\s*$/.exec(line.slice(0, 500))?.[1];
    const group = nameOf(written?.replace(/^"(.*)"$/, '$1'), module);
    const word = group === null ? null : shellWord(group);
    if (group !== null && word !== null && !found.has(group))
      found.set(group, { kind: 'logGroup', name: group, value: shown(group), path, line: index + 1, command: word });
  }
  return [...found.values()];
}

/**
 * The name that a value is or refers to in its module, as far as it is stated: `"${var.environment}-shop"` →
 * `<environment>-shop`. Null for what is given from outside as a whole.
 */
function nameOf(value: string | undefined, module: TerraformModule, depth = 0): string | null {
  if (value === undefined || value.length > longestName || depth > deepest) return null;
  const address = /^\$?\{?\s*(aws_\w+\.[\w-]+)(?:\[\w+\])?\.(?:id|name|arn)\s*\}?$/.exec(value)?.[1];
  if (address !== undefined) {
    const block = module.blocks.find(each => each.address === address)?.block;
    return nameOf(block === undefined ? undefined : attributeOf(block, 'name')?.value, module, depth + 1);
  }
  const filled = value
    .replace(/\$\{\s*(?:var|local)\.(?:\w+\.)*(\w+)\s*\}/g, '<$1>')
    .replace(/\$\{\s*terraform\.workspace\s*\}/g, '<workspace>');
  const isStated = /[\w/]/.test(filled.replace(/<\w+>/g, '')) && /^[\w<>./-]+$/.test(filled);
  // Without quotes, a word with a full stop refers to something.
  return isStated && !/^(?:var|local|module|data)\./.test(filled) ? filled : null;
}

import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { attributeOf, type HclBlock } from './hcl';
import { type StatedName, statedName } from './statedName';
import type { TerraformModule } from './terraformModule';

/**
 * What a block of Terraform says runs on ECS: the service by its name and that of its cluster, with the options that name
 * both to `aws ecs`. None where either is not stated. `how`: what replaces its tasks where that is not ECS itself.
 */
export function ecsServiceFacts(path: string, block: HclBlock, module: TerraformModule): readonly Fact[] {
  const name = block.labels[0] === 'aws_ecs_service' ? attributeOf(block, 'name') : null;
  const service = statedName(name?.value, module);
  const cluster = statedName(attributeOf(block, 'cluster')?.value, module);
  if (name === null || service === null || cluster === null) return [];
  const controller = block.blocks.find(each => each.type === 'deployment_controller');
  const how = controller === undefined ? 'ECS' : (attributeOf(controller, 'type')?.value ?? 'ECS');
  return [
    {
      kind: 'ecsService',
      name: service.name,
      value: shown(`${service.name} in cluster ${cluster.name}`),
      path,
      line: name.line,
      ...commandOf(shellCommand(['--cluster'], cluster.name), shellCommand(['--service'], service.name)),
      ...(how === 'ECS' ? {} : { how }),
      ...(cluster.place === null ? {} : { also: cluster.place }),
    },
  ];
}

/**
 * What a block of Terraform says of a function of Lambda: its name, and the log group that it writes to: that it names, else
 * the one of its own name.
 */
export function lambdaFacts(path: string, block: HclBlock, module: TerraformModule): readonly Fact[] {
  const name = block.labels[0] === 'aws_lambda_function' ? attributeOf(block, 'function_name') : null;
  const stated = statedName(name?.value, module);
  if (name === null || stated === null) return [];
  const config = block.blocks.find(each => each.type === 'logging_config');
  const group = config === undefined ? null : attributeOf(config, 'log_group');
  const logs = group === null ? { ...stated, name: `/aws/lambda/${stated.name}` } : statedName(group.value, module);
  return [
    {
      kind: 'lambda',
      name: stated.name,
      value: shown(stated.name),
      path,
      line: name.line,
      ...commandOf(shellCommand([], stated.name)),
    },
    ...(logs === null ? [] : [logGroup(path, logs, (group ?? name).line)]),
  ];
}

/** Log groups of CloudWatch that the tasks in a file of Terraform write to, by name. */
export function logGroupFacts(path: string, text: string, module: TerraformModule): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const [index, line] of text.split('\n').entries()) {
    const written = /^\s*"?awslogs-group"?\s*[=:]\s*(.+?),?\s*$/.exec(line.slice(0, 500))?.[1];
    const group = statedName(written?.replace(/^"(.*)"$/, '$1'), module);
    if (group !== null && !found.has(group.name)) found.set(group.name, logGroup(path, group, index + 1));
  }
  return [...found.values()];
}

const logGroup = (path: string, { name, place }: StatedName, line: number): Fact => ({
  kind: 'logGroup',
  name,
  value: shown(name),
  ...(place ?? { path, line }),
  ...commandOf(shellCommand([], name)),
  ...(place === null ? {} : { also: { path, line } }),
});

/** What is to be typed, where all of it can be. */
const commandOf = (...parts: readonly (string | undefined)[]): Pick<Fact, 'command'> =>
  parts.includes(undefined) ? {} : { command: parts.join(' ') };

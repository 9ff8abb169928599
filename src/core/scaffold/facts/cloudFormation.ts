import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { hasWord, isNamed, isTelling, namesOf, plainName, type Subject } from '../subject';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

// What glues others together says little to who runs a service.
const glue = /::(?:\w*Policy|\w*Role|\w*Permission|\w*Association|\w*Attachment|InstanceProfile|LogStream)$/;
const schedules: readonly (readonly [type: string, property: string])[] = [
  ['AWS::Events::Rule', 'ScheduleExpression'],
  ['AWS::Scheduler::Schedule', 'ScheduleExpression'],
];

/**
 * What a template of CloudFormation or SAM says about the component: all of its own folder, elsewhere what carries its name.
 * Parameters by name; their values are never read. A file of another kind gives none.
 */
export function cloudFormationFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  if (!/\bAWS::\w+::\w+/.test(text)) return [];
  const template = yamlDocument(text);
  const facts: Fact[] = [];
  const add = (kind: FactKind, name: string, value: string, line: number): void => {
    facts.push({ kind, name, value: shown(value), path, line });
  };
  const told = own ? template.entry('Description') : null;
  if (told?.value.text && !told.value.isBlock) add('description', 'Description', told.value.text, told.line);
  for (const parameter of own ? template.get('Parameters').entries : []) {
    const secret = isSecretName(parameter.key) || parameter.value.get('NoEcho').text === 'true';
    add(secret ? 'secret' : 'environment', parameter.key, parameter.key, parameter.line);
  }
  for (const resource of template.get('Resources').entries) {
    const type = resource.value.get('Type').text ?? '';
    if (!type.startsWith('AWS::') || !(own || isOf(subject, resource))) continue;
    const properties = resource.value.get('Properties');
    if (/^AWS::CloudWatch::(?:Composite)?Alarm$/.test(type)) addAlarm(resource, properties, add);
    else if (!glue.test(type)) add('infrastructure', resource.key, `${type} ${resource.key}`, resource.line);
    const rules = schedules.filter(([of]) => of === type).map(([, property]) => properties.entry(property));
    const events = properties.get('Events').entries.map(event => event.value.get('Properties').entry('Schedule'));
    for (const rule of [...rules, ...events])
      if (rule?.value.text && /^(?:cron|rate|at)\(/.test(rule.value.text))
        add('schedule', resource.key, rule.value.text, rule.line);
  }
  return facts;
}

/** By the name that it has in the console, where that is known before it is made. */
function addAlarm(
  resource: YamlEntry,
  properties: YamlValue,
  add: (kind: FactKind, name: string, value: string, line: number) => void,
): void {
  const known = (entry: YamlEntry | null): string | null => {
    const text = entry?.value.text ?? '';
    return text === '' || text.includes('${') || entry?.value.isBlock ? null : text;
  };
  const name = properties.entry('AlarmName');
  const said = known(properties.entry('AlarmDescription')) ?? '';
  const called = known(name);
  if (called !== null && name !== null) add('alert', called, said, name.line);
  else add('alert', resource.key, said, resource.line);
}

/** `CartFunction`, and an alarm that is about it: by its logical id, or by a dimension that names it. */
function isOf(subject: Subject, resource: YamlEntry): boolean {
  const id = plainName(resource.key);
  if (isNamed(subject, id)) return true;
  const names = [...namesOf(subject)].filter(isTelling);
  if (names.some(name => id.startsWith(`${name}-`))) return true;
  const about = resource.value.get('Properties', 'Dimensions').items.map(item => item.get('Value').text ?? '');
  return names.some(name => about.some(value => hasWord(value, name)));
}

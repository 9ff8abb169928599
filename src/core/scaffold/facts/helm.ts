import { folderOf } from '../../components/repositoryPath';
import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { shellCommand } from '../shell';
import { isNamed, type Subject } from '../subject';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

/** What a chart says of itself and of what it needs: in the component's folder, or where its name is the component's. */
export function chartFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  const chart = yamlDocument(text);
  const name = chart.entry('name');
  if (!name?.value.text || !(own || isNamed(subject, name.value.text))) return [];
  const version = chart.get('version').text;
  const app = chart.get('appVersion').text;
  const about = [`chart ${name.value.text}`, version, app === null ? null : `app ${app}`].filter(each => each !== null);
  const command = own ? shellCommand(['helm template'], folderOf(path) || '.') : undefined;
  const facts: Fact[] = [
    {
      kind: 'chart',
      name: name.value.text,
      value: shown(`${about.join(', ')}, in ${folderOf(path) || '.'}`),
      path,
      line: name.line,
      ...(command === undefined ? {} : { command }),
    },
  ];
  for (const needed of chart.get('dependencies').items) {
    const other = needed.entry('name');
    if (other?.value.text)
      facts.push({
        kind: 'dependency',
        name: other.value.text,
        value: shown(`chart ${other.value.text}`),
        path,
        line: other.line,
      });
  }
  return facts;
}

const deployedAs = /^(?:deploy|deployment|cronjob|cronJob|statefulset|statefulSet|job|pod)$/;

const grouping = new Set(['services', 'components', 'deployments', 'apps', 'workloads', 'subcharts', 'default']);

// Nearly every chart has these, whatever it brings.
const ofAnyChart = new Set(
  'service ingress image images resources autoscaling probes env config configMap secret secrets global metrics persistence'.split(
    ' ',
  ),
);

/**
 * What values of a chart say about the component: those of its own chart, else the part of that name. Secrets by name only.
 */
export function valuesFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  const values = yamlDocument(text);
  const groups = values.entries.filter(({ key }) => grouping.has(key)).flatMap(({ value }) => value.entries);
  const parts = [...values.entries, ...groups].filter(
    ({ key, value }) => value.isMap && !ofAnyChart.has(key) && isNamed(subject, key),
  );
  const whole = own && parts.length === 0 ? partFacts(path, null, values) : [];
  return [...whole, ...parts.flatMap(part => partFacts(path, part, part.value))];
}

function partFacts(path: string, part: YamlEntry | null, values: YamlValue): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (kind: FactKind, name: string, value: string, line: number): void => {
    facts.push({ kind, name, value: shown(value), path, line });
  };
  if (part !== null) add('chart', part.key, `values of ${part.key}`, part.line);
  // Some charts keep what is deployed one level down: `cart.deploy.image.repository`.
  const deployed =
    [values, ...values.entries.filter(({ key }) => deployedAs.test(key)).map(({ value }) => value)].find(
      each => each.entry('image') !== null,
    ) ?? values;
  const repository = deployed.get('image').entry('repository') ?? deployed.entry('image');
  if (repository?.value.text) {
    const tag = deployed.get('image').get('tag').text;
    add(
      'image',
      part?.key ?? 'image',
      tag ? `${repository.value.text}:${tag}` : repository.value.text,
      repository.line,
    );
  }
  const replicas = deployed.entry('replicaCount') ?? deployed.entry('replicas');
  if (replicas?.value.text)
    add(
      'chart',
      'replicas',
      replicas.value.text === '1' ? '1 replica' : `${replicas.value.text} replicas`,
      replicas.line,
    );
  const scaled = values.get('autoscaling');
  const highest = scaled.entry('maxReplicas');
  if (scaled.get('enabled').text === 'true' && highest?.value.text)
    add('chart', 'replicas', `scaled up to ${highest.value.text} replicas`, highest.line);
  const port = values.get('service').entry('port');
  if (port?.value.text) add('port', port.value.text, port.value.text, port.line);
  for (const host of values.get('ingress', 'hosts').items) {
    const said = host.text === null ? host.entry('host') : null;
    const name = host.text ?? said?.value.text ?? '';
    if (name !== '') add('link', name, name, said?.line ?? host.line);
  }
  for (const probe of ['livenessProbe', 'readinessProbe']) {
    const route = values.get(probe, 'httpGet').entry('path');
    if (route?.value.text) add('probe', probe.replace('Probe', ''), `GET ${route.value.text}`, route.line);
  }
  for (const variable of [...values.get('env').items.map(item => item.entry('name')), ...values.get('env').entries]) {
    const name = variable?.key === 'name' ? variable.value.text : (variable?.key ?? null);
    if (variable && name !== null && /^[A-Za-z_]\w*$/.test(name))
      add(isSecretName(name) ? 'secret' : 'environment', name, name, variable.line);
  }
  return facts;
}

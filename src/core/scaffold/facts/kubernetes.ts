import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { isNamed, type Subject } from '../subject';
import { isFilledIn, knownPart, templateYaml } from './helmTemplate';
import { type Add, claimFact, isPutIn, podFacts, podVolumeFacts } from './podFacts';
import { type YamlValue, yamlDocuments } from './yamlTree';

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod', 'Rollout']);
const otherKinds = new Set([
  'Service',
  'Ingress',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'Secret',
  'ExternalSecret',
  'SealedSecret',
  'ConfigMap',
  'HTTPRoute',
  'VirtualService',
  'PersistentVolumeClaim',
]);

/** Whether a text may hold manifests at all; a cheap look before it is parsed. */
function looksLikeManifest(text: string): boolean {
  return /^kind:\s*["']?[A-Z]/m.test(text) && /^apiVersion:/m.test(text);
}

const podOf = (kind: string, resource: YamlValue): YamlValue => {
  if (kind === 'Pod') return resource.get('spec');
  if (kind === 'CronJob') return resource.get('spec', 'jobTemplate', 'spec', 'template', 'spec');
  return resource.get('spec', 'template', 'spec');
};

function belongs(subject: Subject, inFolder: boolean, resource: YamlValue): boolean {
  if (inFolder) return true;
  const labels = resource.get('metadata', 'labels');
  const names = [
    resource.get('metadata', 'name').text,
    labels.get('app').text,
    labels.get('app.kubernetes.io/name').text,
  ];
  const target = resource.get('spec', 'scaleTargetRef', 'name').text;
  const selector = resource.get('spec', 'selector', 'app').text;
  return [...names, target, selector].some(name => name !== null && isNamed(subject, name));
}

/**
 * What Kubernetes manifests say about the component: all of them in its own folder, elsewhere those that carry its name.
 * Of Helm templates, what stands there literally is read, and what `values`, the text of the chart's own `values.yaml`,
 * fills in; the rest of what a template fills in gives no fact. Secrets by name only.
 */
export function kubernetesFacts(
  path: string,
  text: string,
  subject: Subject,
  inFolder: boolean,
  values = '',
): readonly Fact[] {
  if (!looksLikeManifest(text)) return [];
  const resources = yamlDocuments(templateYaml(text, values))
    .flatMap(resource => (resource.get('kind').text === 'List' ? resource.get('items').items : [resource]))
    // A patch of Kustomize that takes a resource away.
    .filter(resource => resource.get('$patch').text !== 'delete');
  const own = resources.filter(resource => belongs(subject, inFolder, resource));
  const others = resources.filter(resource => !own.includes(resource));
  const facts = [
    ...resources.flatMap(resource =>
      own.includes(resource)
        ? [...resourceFacts(path, resource), ...addressFacts(path, resource, subject)]
        : callFacts(path, resource, subject),
    ),
    ...storeFacts(path, own, others),
  ];
  return facts.filter(fact => !isFilledIn(fact.name) && !isFilledIn(fact.value));
}

/** Where a store in the same file keeps its data, when nothing else in the file calls it: `/data of redis-cart`. */
function storeFacts(path: string, own: readonly YamlValue[], others: readonly YamlValue[]): readonly Fact[] {
  const called = (resources: readonly YamlValue[]): ReadonlySet<string> =>
    new Set(resources.flatMap(resource => addressesOf(resource).map(({ host }) => host)));
  const byOwn = called(own);
  if (byOwn.size === 0) return [];
  const byOthers = called(others);
  return others.flatMap(resource => {
    const name = resource.get('metadata', 'name').text ?? '';
    const kind = resource.get('kind').text ?? '';
    if (!workloads.has(kind) || !byOwn.has(name) || byOthers.has(name)) return [];
    const facts: Fact[] = [];
    podVolumeFacts(podOf(kind, resource), (about, place, said, line, more = {}) => {
      facts.push({ kind: about, name: place, value: shown(`${said} of ${name}`), path, line, ...more });
    });
    return facts.filter(fact => fact.kind === 'volume');
  });
}

function resourceFacts(path: string, resource: YamlValue): readonly Fact[] {
  const kind = resource.get('kind').text ?? '';
  const name = resource.get('metadata').entry('name');
  const facts: Fact[] = [];
  const add: Add = (about, named, said, line, more = {}) => {
    facts.push({ kind: about, name: named, value: shown(said), path, line, ...more });
  };
  const written = name?.value.text ?? null;
  if (written === null || name === null || !(workloads.has(kind) || otherKinds.has(kind))) return [];
  const selector = selectorOf(resource);
  const own = spokenName(written, selector);
  // Of a name that is not known at all, its containers tell what they are.
  if (own === '…') {
    if (workloads.has(kind)) podFacts(podOf(kind, resource), '', add);
    return facts;
  }
  if (kind === 'Secret' || kind === 'ExternalSecret' || kind === 'SealedSecret') {
    add('secret', own, own, name.line);
    return facts;
  }
  const given = resource.get('metadata', 'namespace').text;
  const namespace = given === null || isFilledIn(given) ? null : given;
  const within = namespace !== null && /^[\w-]+$/.test(namespace) ? ` --namespace ${namespace}` : '';
  const command = isFilledIn(written)
    ? selector === null || !workloads.has(kind)
      ? undefined
      : `kubectl${within} ${kind.toLowerCase()} --selector=${selector}`
    : namespace === null
      ? shellCommand(['kubectl'], `${kind.toLowerCase()}/${own}`)
      : shellCommand(['kubectl', '--namespace'], namespace, `${kind.toLowerCase()}/${own}`);
  facts.push({
    kind: 'kubernetes',
    name: `${kind.toLowerCase()}/${own}`,
    value: shown(`${kind} ${own}${detail(kind, resource)}${namespace === null ? '' : `, namespace ${namespace}`}`),
    path,
    line: name.line,
    ...(command === undefined ? {} : { command }),
  });
  if (kind === 'CronJob') {
    const schedule = resource.get('spec').entry('schedule');
    if (schedule?.value.text) add('schedule', own, `${schedule.value.text} (CronJob ${own})`, schedule.line);
  }
  if (kind === 'Service') {
    for (const port of resource.get('spec', 'ports').items) {
      const number = port.entry('port');
      if (number?.value.text) add('port', number.value.text, `${number.value.text} (Service ${own})`, number.line);
    }
  }
  if (kind === 'Ingress') {
    for (const rule of resource.get('spec', 'rules').items) {
      const host = rule.entry('host');
      if (host?.value.text) add('link', host.value.text, host.value.text, host.line);
    }
  }
  if (workloads.has(kind)) podFacts(podOf(kind, resource), own, add);
  const claims = resource.get('spec').entry('volumeClaimTemplates');
  if (claims !== null && isPutIn(claims.value))
    add('volume', claims.key, 'claims of each pod, which the template puts in', claims.line);
  for (const claim of resource.get('spec', 'volumeClaimTemplates').items) {
    const claimed = claim.get('metadata').entry('name');
    if (claimed?.value.text) claimFact(claimed.value.text, ' of each pod', claimed.line, add);
  }
  return facts;
}

/** A label of its pods that stands in the template as it is, for commands where the release completes the name. */
function selectorOf(resource: YamlValue): string | null {
  const labels = [
    resource.get('spec', 'selector', 'matchLabels'),
    resource.get('spec', 'template', 'metadata', 'labels'),
  ];
  for (const key of ['app.kubernetes.io/component', 'app.kubernetes.io/name', 'app', 'component']) {
    const value = labels.map(label => label.get(key).text).find(text => text !== null) ?? null;
    if (value !== null && /^[\w.-]+$/.test(value)) return `${key}=${value}`;
  }
  return null;
}

/** A name as it is known before the chart is installed: `…-cart`, or the label where all of it is filled in. */
function spokenName(name: string, selector: string | null): string {
  const known = knownPart(name);
  return known === '…' && selector !== null ? `… (${selector})` : known;
}

function detail(kind: string, resource: YamlValue): string {
  const spec = resource.get('spec');
  if (kind === 'HorizontalPodAutoscaler') {
    return `, ${spec.get('minReplicas').text ?? '1'} to ${spec.get('maxReplicas').text ?? '?'} replicas`;
  }
  if (kind === 'PodDisruptionBudget') {
    const least = spec.get('minAvailable').text;
    return least === null ? '' : `, at least ${least} available`;
  }
  const replicas = spec.get('replicas').text;
  return replicas === null || isFilledIn(replicas) ? '' : `, ${replicas} ${replicas === '1' ? 'replica' : 'replicas'}`;
}

interface Address {
  readonly host: string;
  readonly line: number;
}

const addressed = /(?:^|_)(?:ADDR|ADDRESS|HOST|HOSTNAME|URL|URI|ENDPOINT|SERVER|BROKERS?|SERVERS)S?$/;

/** Hosts inside the cluster that a workload's variables name: `cartservice:7070`, `http://cart.shop.svc:80/`. */
function addressesOf(resource: YamlValue): readonly Address[] {
  const kind = resource.get('kind').text ?? '';
  if (!workloads.has(kind)) return [];
  const containers = podOf(kind, resource).get('containers').items.slice(0, 20);
  return containers.flatMap(container =>
    container.get('env').items.flatMap((variable): readonly Address[] => {
      const value = variable.entry('value');
      if (value === null || !addressed.test(variable.get('name').text ?? '')) return [];
      const host =
        /^(?:[a-z][a-z+]{1,9}:\/\/)?(?:[^@/\s]*@)?([a-z][a-z0-9-]{1,60})(?:\.[a-z0-9-]+)*:\d{2,5}(?:[/?,]|$)/.exec(
          (value.value.text ?? '').slice(0, 300),
        )?.[1];
      return host === undefined || host === 'localhost' ? [] : [{ host, line: value.value.line }];
    }),
  );
}

function addressFacts(path: string, resource: YamlValue, subject: Subject): readonly Fact[] {
  return addressesOf(resource)
    .filter(({ host }) => !isNamed(subject, host))
    .map(({ host, line }): Fact => ({ kind: 'dependency', name: host, value: host, path, line }));
}

function callFacts(path: string, resource: YamlValue, subject: Subject): readonly Fact[] {
  const caller = resource.get('metadata', 'name').text;
  if (caller === null) return [];
  return addressesOf(resource)
    .filter(({ host }) => isNamed(subject, host))
    .map(({ host, line }): Fact => ({ kind: 'dependent', name: host, value: caller, path, line }));
}

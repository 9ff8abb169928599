import { type Fact, type FactKind, initImage } from '../fact';
import { isSecretName } from '../redact';
import { spokenWords } from '../shell';
import { isFilledIn, knownPart } from './helmTemplate';
import type { YamlEntry, YamlValue } from './yamlTree';

/** Takes a fact down. */
export type Add = (kind: FactKind, name: string, value: string, line: number, more?: Partial<Fact>) => void;

/** Whether what a place in a container is for only passes by, so that nobody looks for data there: `/tmp`. */
export const isPassing = (place: string): boolean =>
  /(?:^|\/)(?:tmp|temp|cache|\.?cache|run|logs?|sockets?)(?:\/|$)/i.test(place);

// Says nothing of whose it is.
const generalName = /^(?:server|app|main|container|web|api|service)$/;

/** What the pod of a workload says: images, ports, probes, variables, secrets and volumes. `own`: the name of the workload. */
export function podFacts(pod: YamlValue, own: string, add: Add): void {
  const before = pod.get('initContainers').items;
  const containers = pod.get('containers').items;
  for (const container of [...containers, ...before].slice(0, 20)) {
    const name = container.get('name').text ?? 'container';
    const image = container.entry('image');
    if (image?.value.text) add('image', before.includes(container) ? initImage : name, image.value.text, image.line);
    if (containers.length === 1 && container === containers[0]) commandFact(container, add);
    for (const port of container.get('ports').items) {
      const number = port.entry('containerPort');
      if (number?.value.text)
        add(
          'port',
          number.value.text,
          `${number.value.text} (container ${own !== '' && generalName.test(name) ? `${name} of ${own}` : name})`,
          number.line,
        );
    }
    for (const key of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
      const probe = container.entry(key);
      if (probe !== null) probeFact(key.replace('Probe', ''), probe, add);
    }
    for (const variable of container.get('env').items) {
      const own = variable.entry('name');
      if (own?.value.text)
        add(isSecretName(own.value.text) ? 'secret' : 'environment', own.value.text, own.value.text, own.line);
      const secret = variable.get('valueFrom', 'secretKeyRef').entry('name');
      if (secret?.value.text) add('secret', secret.value.text, secret.value.text, secret.line);
    }
    for (const source of container.get('envFrom').items) {
      const secret = source.get('secretRef').entry('name');
      if (secret?.value.text) add('secret', secret.value.text, secret.value.text, secret.line);
    }
  }
  podVolumeFacts(pod, add);
}

// What comes from the cluster's own objects, or is no place by itself: no data is kept in these.
const givenVolume = /^(?:configMap|secret|downwardAPI|projected|image)$/;
// Made with the pod, and gone with it.
const fleetingVolume = /^(?:emptyDir|ephemeral)$/;

/**
 * Secrets that a pod mounts, claims that it stores in, what it has of its machine or of a storage elsewhere, and what it writes
 * to that is gone with it; not what is only passing. Of a name that a template fills in, the part that is known.
 */
export function podVolumeFacts(pod: YamlValue, add: Add): void {
  const all = pod.entry('volumes');
  if (all !== null && isPutIn(all.value))
    add('volume', 'volumes', 'volumes, which the template puts in', all.line, { storage: 'mounted' });
  const mounts = pod.get('containers').items.flatMap(container => container.get('volumeMounts').items);
  for (const volume of pod.get('volumes').items) {
    const secret = volume.get('secret').entry('secretName');
    if (secret?.value.text) add('secret', secret.value.text, secret.value.text, secret.line);
    const name = volume.get('name').text ?? '';
    const place = knownPart(mounts.find(mount => mount.get('name').text === name)?.get('mountPath').text ?? '');
    const claim = volume.get('persistentVolumeClaim').entry('claimName');
    if (claim?.value.text) {
      claimFact(claim.value.text, '', claim.line, add);
      continue;
    }
    const sources = volume.entries.filter(({ key }) => key !== 'name');
    if (sources.some(({ key, value }) => givenVolume.test(key) || /secret/i.test(value.get('driver').text ?? '')))
      continue;
    const [source] = sources;
    if (source === undefined || !fleetingVolume.test(source.key)) {
      // Where there is none, the template puts it in.
      const said = source?.value.entry('path') ?? source;
      const from = source === undefined ? '…' : knownPart(source.value.get('path').text ?? source.key);
      const line = said?.line ?? volume.line;
      add('volume', place || knownPart(name), `${from} → ${place || knownPart(name)}`, line, { storage: 'mounted' });
    } else if (place !== '' && !isPassing(place) && source.value.get('medium').text !== 'Memory')
      add('volume', place, `${knownPart(name)} → ${place}`, volume.line, { storage: 'fleeting' });
  }
}

/** Whether all of a list is put in by a template, so that nothing is known of it: a list of none is written `[]`. */
export const isPutIn = (list: YamlValue): boolean =>
  list.items.length === 0 && !list.isMap && !list.isEmptyList && (list.text === null || isFilledIn(list.text));

/** A claim, by as much of its name as is known before the chart is installed. `more`: said behind it. */
export function claimFact(name: string, more: string, line: number, add: Add): void {
  const known = knownPart(name);
  add('volume', known, `claim ${known}${more}`, line);
}

/** What the container runs in place of what its image would. */
function commandFact(container: YamlValue, add: Add): void {
  const parts = [...container.get('command').texts, ...container.get('args').texts];
  const [first] = parts;
  if (first !== undefined && !parts.some(({ text }) => isFilledIn(text)))
    add('command', 'command', spokenWords(parts.map(({ text }) => text)), first.line);
}

function probeFact(what: string, probe: YamlEntry, add: Add): void {
  const http = probe.value.get('httpGet');
  const path = http.entry('path');
  if (path?.value.text) {
    add('probe', what, `GET ${path.value.text}${portOf(http)}`, path.line);
    return;
  }
  for (const [key, said] of [
    ['grpc', 'gRPC health'],
    ['tcpSocket', 'TCP connect'],
  ] as const) {
    const found = probe.value.get(key).entry('port');
    if (found?.value.text) add('probe', what, `${said} on port ${found.value.text}`, found.line);
  }
  const exec = probe.value.get('exec').entry('command');
  if (exec !== null && exec.value.texts.length > 0) {
    add('probe', what, spokenWords(exec.value.texts.map(part => part.text)), exec.value.texts[0]?.line ?? exec.line);
  }
}

function portOf(http: YamlValue): string {
  const port = http.get('port').text;
  return port === null ? '' : ` on port ${port}`;
}

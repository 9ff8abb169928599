import { parseCompose } from '../../components/composeServices';
import { folderOf, nameOf, resolvePath } from '../../components/repositoryPath';
import { baseImage, type Fact, type FactKind } from '../fact';
import { isSecret, shown } from '../redact';
import { shellCommand, spokenWords } from '../shell';
import { foldersOf, isIn, isNamed, partsOf, plainName, type Subject } from '../subject';
import { addressesOf } from './composeAddresses';
import { composeFlags, isOverlay } from './composeFlags';
import { composeVolumeFacts } from './composeVolumes';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

const forTests = /(?:^|[-_.])(?:tests?|e2e|cypress|lint|phpcs|specs?|tools?)(?:$|[-_.])/i;

/** A variable that a service is given; `value` is null where it is passed on. */
interface Variable {
  readonly name: string;
  readonly value: string | null;
  readonly line: number;
}

function variables(environment: YamlValue): readonly Variable[] {
  const listed = environment.items.map(item => {
    const [name = '', ...rest] = (item.text ?? '').split('=');
    return { name, value: rest.length === 0 ? null : rest.join('='), line: item.line };
  });
  const keyed = environment.entries.map(entry => ({
    name: entry.key,
    value: entry.value.text || null,
    line: entry.line,
  }));
  return [...listed, ...keyed].filter(variable => /^[A-Za-z_][\w.-]*$/.test(variable.name));
}

function healthcheck(service: YamlValue): { readonly value: string; readonly line: number } | null {
  const test = service.get('healthcheck').entry('test');
  if (test === null || service.get('healthcheck', 'disable').text === 'true') return null;
  const words = test.value.texts;
  const said = /^(?:CMD|CMD-SHELL)$/.test(words[0]?.text ?? '') ? words.slice(1) : words;
  const [first] = said;
  if (first === undefined || first.text === 'NONE') return null;
  // A program of several lines is none that can be typed.
  const spoken = said.map(({ text }) => (text.trim().includes('\n') ? '…' : text));
  return { value: spokenWords(spoken), line: test.value.isBlock ? first.line + 1 : first.line };
}

/**
 * What a compose file says about the component: the services that carry its name or are built from its folder.
 * `base`: the compose file that `docker compose` takes by itself, for files that only add to it. `environment` fills in
 * paths of Dockerfiles and addresses; of variables, only names become facts. `hosts`: as of {@link composeHosts}.
 */
export function composeFacts(
  path: string,
  text: string,
  subject: Subject,
  base: string | null,
  environment: ReadonlyMap<string, string> = new Map(),
  hosts: ReadonlyMap<string, string> = new Map(),
): readonly Fact[] {
  const folders = foldersOf(subject.paths).filter(folder => folder !== '');
  const builds = parseCompose(path, text, environment).filter(service =>
    folders.some(folder => isIn(folder, service.dockerfileFolder)),
  );
  // What is built of a folder further down is a part of its own, where the component itself is built, too.
  const whole = builds.filter(({ context }) => folders.includes(context));
  const isPart = (context: string): boolean => folders.some(folder => folder !== context && isIn(folder, context));
  const built = new Set(builds.filter(({ context }) => whole.length === 0 || !isPart(context)).map(({ name }) => name));
  const services = yamlDocument(text).get('services').entries;
  const parts = partsOf(subject);
  const called = services.filter(
    ({ key, value }) => value.isMap && (isNamed(subject, key) || built.has(key) || parts.has(plainName(key))),
  );
  const otherwise = called.length > 0 ? null : calledOtherwise(services, subject);
  const own = otherwise === null ? called : services.filter(({ key }) => otherwise.has(key));
  const running = own.filter(service => !forTests.test(service.key) && !isTool(service.value));
  const defined = new Set(services.map(service => service.key));
  const ran = running.length > 0 ? running : own;
  const names = new Set(ran.map(({ key }) => key));
  const lines = text.split('\n');
  const flags = composeFlags(path, base !== null && base !== path && isOverlay(text) ? base : null);
  const builders = ran.length === 0 ? new Map<string, YamlEntry>() : buildersOf(services);
  const needed = ran.length === 0 ? [] : services.map(({ key, value }) => ({ from: key, needs: needs(value) }));
  const facts = ran.flatMap(service => [
    ...serviceFacts(path, service, needed, flags, builders, lines).map(fact => withCondition(fact, hosts, service.key)),
    ...descriptionFacts(path, service, lines),
  ]);
  const known = new Set(facts.map(fact => `${fact.kind} ${fact.name} ${fact.kind === 'dependent' ? fact.value : ''}`));
  const addresses = services
    .flatMap(({ key, value }) =>
      addressesOf(value.get('environment'), new Set([...defined, ...hosts.keys()]), environment).map(address => ({
        ...address,
        from: key,
      })),
    )
    .flatMap(({ from, host, variable, line }): readonly Fact[] => {
      if (from === host) return [];
      if (names.has(from))
        return [withCondition({ kind: 'dependency', name: host, value: host, path, line, how: variable }, hosts, from)];
      return names.has(host) || isNamed(subject, host)
        ? [{ kind: 'dependent', name: host, value: from, path, line }]
        : [];
    })
    .filter(fact => !known.has(`${fact.kind} ${fact.name} ${fact.kind === 'dependent' ? fact.value : ''}`));
  return [...facts, ...addresses].filter(
    fact =>
      !(fact.kind === 'dependency' && names.has(fact.name)) && !(fact.kind === 'dependent' && names.has(fact.value)),
  );
}

/** What a service needs that only runs with an overlay or a profile is not always there, unless the service runs just there. */
function withCondition(fact: Fact, hosts: ReadonlyMap<string, string>, service: string): Fact {
  const onlyWith = fact.kind === 'dependency' ? (hosts.get(fact.name) ?? '') : '';
  return onlyWith === '' || hosts.get(service) === onlyWith ? fact : { ...fact, onlyWith };
}

/** What the comment right above a service says it is: `# Keeps the carts of customers`; commented-out lines are no prose. */
function descriptionFacts(path: string, service: YamlEntry, lines: readonly string[]): readonly Fact[] {
  // What only adds to a service of another file is described there.
  if (service.value.entry('image') === null && service.value.entry('build') === null) return [];
  let first = service.line;
  while (/^\s*#/.test(lines[first - 2] ?? '')) first--;
  const said = lines.slice(first - 1, service.line - 1).map(each => each.replace(/^\s*#+\s?/, '').trim());
  const sentence = /^.*?[.!](?=\s|$)/.exec(said.join(' '))?.[0] ?? said[0] ?? '';
  const isProse = /^\p{L}[^:=*{}]{8,200}$/u.test(sentence) && sentence.split(' ').length > 2;
  return isProse && !/^(?:todo|fixme|note|copyright|see)\b/i.test(sentence)
    ? [{ kind: 'description', name: service.key, value: shown(sentence), path, line: first }]
    : [];
}

/**
 * Services whose container carries the component's name, else the one that runs an image of that name: of several, which is
 * meant is not ours to say.
 */
function calledOtherwise(services: readonly YamlEntry[], subject: Subject): ReadonlySet<string> {
  const keysOf = (found: readonly YamlEntry[]): ReadonlySet<string> => new Set(found.map(({ key }) => key));
  const contained = services.filter(({ value }) => isNamed(subject, value.get('container_name').text ?? ''));
  if (contained.length > 0) return keysOf(contained);
  const ran = services.filter(({ value }) => isNamed(subject, imageName(value.get('image').text ?? '')));
  return keysOf(ran.length === 1 ? ran : []);
}

/** `ghcr.io/acme/cart:1@sha256:…` → `cart`. */
const imageName = (image: string): string => (image.split('/').at(-1) ?? '').replace(/[:@].*$/s, '');

/** Only started by name, for what is done once. */
const isTool = (service: YamlValue): boolean => {
  const profiles = service.get('profiles').texts;
  return profiles.length > 0 && profiles.every(({ text }) => /^(?:tools?|tests?|debug|init|setup)$/i.test(text));
};

/** Whether a service says that it is for developers: by its file, the variables it is given or an option of its command. */
function isDeveloped(path: string, service: YamlValue): boolean {
  const files = service.get('env_file').texts.map(({ text }) => nameOf(text));
  const words = service.get('command').texts.flatMap(({ text }) => text.split(/\s+/));
  return (
    [nameOf(path), ...files].some(file => /(?:^|[._-])(?:local|dev|development)(?=[._-]|$)/i.test(file)) ||
    words.some(word => /^--(?:dev|development|debug|reload)$/.test(word))
  );
}

const isWrittenOut = (value: string | null): boolean => value !== null && !value.includes('$');

/** Whether the comment above a line, or above the lines that stand with it, says that it is for developers only. */
function isForDevelopers(lines: readonly string[], line: number): boolean {
  for (let at = line - 1; at > 0 && lines[at - 1]?.trim() !== ''; at--) {
    const said = /^\s*#(.*)$/.exec(lines[at - 1] ?? '')?.[1];
    if (said !== undefined)
      return /\blocal(?:ly)?(?: dev\w*)? only\b|\bonly (?:for )?local|\bthrow-?away\b|\bfake\b|\bdummy\b/i.test(said);
  }
  return false;
}

/** A service that another needs, in the state that it must be in. */
interface Need {
  readonly name: string;
  readonly line: number;
  readonly condition: string;
}

function needs(service: YamlValue): readonly Need[] {
  const dependsOn = service.get('depends_on');
  return [
    ...dependsOn.items.flatMap(item =>
      item.text === null ? [] : [{ name: item.text, line: item.line, condition: '' }],
    ),
    ...dependsOn.entries.map(entry => ({
      name: entry.key,
      line: entry.line,
      condition: (entry.value.get('condition').text ?? '').replace(/^service_/, '').replaceAll('_', ' '),
    })),
  ];
}

/** The services of a file that build an image, by the image. */
function buildersOf(services: readonly YamlEntry[]): ReadonlyMap<string, YamlEntry> {
  return new Map(
    services
      .filter(({ value }) => value.entry('build') !== null)
      .map(service => [service.value.get('image').text ?? '', service] as const)
      .reverse(),
  );
}

function serviceFacts(
  path: string,
  service: YamlEntry,
  needed: readonly { readonly from: string; readonly needs: readonly Need[] }[],
  flags: readonly string[],
  builders: ReadonlyMap<string, YamlEntry>,
  lines: readonly string[],
): readonly Fact[] {
  const facts: Fact[] = [];
  const { key: name, value } = service;
  const add = (kind: FactKind, about: string, said: string, line: number): void => {
    facts.push({ kind, name: about, value: shown(said), path, line });
  };
  const command = shellCommand(['docker compose', ...flags], name);
  facts.push({
    kind: 'composeService',
    name,
    value: name,
    path,
    line: service.line,
    ...(command === undefined ? {} : { command }),
    ...(isDeveloped(path, value) ? { forDevelopment: true } : {}),
  });
  const image = value.entry('image');
  if (image?.value.text) add('image', name, image.value.text, image.line);
  const builder = value.entry('build') === null ? builders.get(image?.value.text || ' ') : service;
  const build = builder?.value.entry('build') ?? null;
  if (builder !== undefined && build !== null) {
    const dockerfile = build.value.entry('dockerfile');
    const written = build.value.text ?? build.value.get('context').text ?? '.';
    const context = written.includes('$') ? written : (resolvePath(folderOf(path), written) ?? written) || '.';
    const said = dockerfile?.value.text ? `${context} with ${dockerfile.value.text}` : context;
    add('build', builder.key, said, dockerfile?.line ?? build.value.entry('context')?.line ?? build.line);
  }
  for (const argument of value.get('build', 'args').entries)
    if (/IMAGE|BASE/i.test(argument.key) && /[:/]/.test(argument.value.text ?? ''))
      add('image', baseImage, argument.value.text ?? '', argument.line);
  for (const port of value.get('ports').items) {
    const published = port.get('published').text;
    const target = port.get('target').text;
    const said = port.text ?? (target === null ? null : published === null ? target : `${published}:${target}`);
    if (said !== null) add('port', said, said, port.isMap ? (port.entry('target')?.line ?? port.line) : port.line);
  }
  for (const port of value.get('expose').texts) add('port', port.text, port.text, port.line);
  const health = healthcheck(value);
  if (health !== null) add('healthcheck', name, health.value, health.line);
  const ran = value.entry('command');
  if (ran !== null && ran.value.texts.length > 0)
    add(
      'command',
      'command',
      spokenWords(ran.value.texts.map(part => part.text)),
      ran.value.isBlock ? ran.line + 1 : (ran.value.texts[0]?.line ?? ran.line),
    );
  facts.push(...composeVolumeFacts(path, value));
  for (const { name: other, condition, line } of needed.find(({ from }) => from === name)?.needs ?? [])
    facts.push({
      kind: 'dependency',
      name: other,
      value: shown(other),
      path,
      line,
      ...(condition === '' ? {} : { how: condition }),
    });
  for (const other of needed) {
    const need = other.from === name ? undefined : other.needs.find(found => found.name === name);
    if (need !== undefined) add('dependent', name, other.from, need.line);
  }
  for (const variable of variables(value.get('environment'))) {
    const { name: called, value: given, line } = variable;
    const kept = isSecret(called, given);
    // What is written out may be read by everybody; elsewhere a real secret takes its place.
    const isShown = kept && isWrittenOut(given) && isForDevelopers(lines, line);
    const from = given === null ? [called] : [...given.matchAll(/\$\{?(\w+)/g)].flatMap(([, each]) => each ?? []);
    const kind = kept ? 'secret' : 'environment';
    facts.push({ kind, name: called, value: called, path, line, from, ...(isShown ? { forDevelopment: true } : {}) });
  }
  for (const secret of value.get('secrets').items) {
    const named = secret.text ?? secret.get('source').text;
    if (named !== null) add('secret', named, named, secret.line);
  }
  const file = value.entry('env_file');
  for (const { text: named, line } of file?.value.texts ?? []) add('environment', named, `file ${named}`, line);
  return facts;
}

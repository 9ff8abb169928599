import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { shellCommand } from '../shell';
import { foldersOf, isIn, isNamed, type Subject } from '../subject';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

const usualName = /(?:^|\/)(?:docker-)?compose\.ya?ml$/i;

/** `./src/../cart/` below `deploy` → `deploy/cart`; null when it leaves the repository or is no path. */
function resolved(folder: string, target: string): string | null {
  if (/^[a-z]+:|^~|^\/|[$]/i.test(target)) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function buildsFrom(service: YamlValue, folder: string, subject: Subject): boolean {
  const build = service.get('build');
  const context = build.text ?? build.get('context').text ?? (build.isMap ? '.' : null);
  if (context === null) return false;
  const base = resolved(folder, context);
  if (base === null) return false;
  const file = build.get('dockerfile').text;
  const place = file === null ? base : resolved(base, file);
  return place !== null && foldersOf(subject.paths).some(own => own !== '' && isIn(own, place));
}

function variables(environment: YamlValue): readonly { readonly name: string; readonly line: number }[] {
  const listed = environment.items.flatMap(item => {
    const name = (item.text ?? '').split('=', 1)[0] ?? '';
    return [{ name, line: item.line }];
  });
  const keyed = environment.entries.map(entry => ({ name: entry.key, line: entry.line }));
  return [...listed, ...keyed].filter(variable => /^[A-Za-z_][\w.-]*$/.test(variable.name));
}

function healthcheck(service: YamlValue): { readonly value: string; readonly line: number } | null {
  const test = service.get('healthcheck').entry('test');
  if (test === null || service.get('healthcheck', 'disable').text === 'true') return null;
  const words = test.value.texts.map(part => part.text);
  const value = /^(?:CMD|CMD-SHELL)$/.test(words[0] ?? '') ? words.slice(1).join(' ') : words.join(' ');
  return value === '' || words[0] === 'NONE' ? null : { value, line: test.line };
}

/** `docker compose` for a file; a file that only overlays another one is run on top of it. */
function invocation(path: string, overlay: boolean, base: string | null): readonly string[] {
  if (usualName.test(path) && !path.includes('/')) return ['docker compose'];
  return overlay && base !== null ? [`docker compose -f`, base, '-f', path] : ['docker compose -f', path];
}

/**
 * What a compose file says about the component: the services that carry its name or are built from its folder.
 * `base`: the compose file that `docker compose` takes by itself, for files that only add to it. Names of variables only.
 */
export function composeFacts(path: string, text: string, subject: Subject, base: string | null): readonly Fact[] {
  const services = yamlDocument(text).get('services').entries;
  const folder = path.split('/').slice(0, -1).join('/');
  const own = services.filter(
    service => service.value.isMap && (isNamed(subject, service.key) || buildsFrom(service.value, folder, subject)),
  );
  const defined = new Set(services.map(service => service.key));
  return own.flatMap(service => serviceFacts(path, service, services, defined, path === base ? null : base));
}

function needs(
  service: YamlValue,
): readonly { readonly name: string; readonly line: number; readonly condition: string }[] {
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

function serviceFacts(
  path: string,
  service: YamlEntry,
  services: readonly YamlEntry[],
  defined: ReadonlySet<string>,
  base: string | null,
): readonly Fact[] {
  const facts: Fact[] = [];
  const { key: name, value } = service;
  const add = (kind: FactKind, about: string, said: string, line: number): void => {
    facts.push({ kind, name: about, value: shown(said), path, line });
  };
  const needed = needs(value);
  const overlay =
    needed.some(need => !defined.has(need.name)) ||
    (value.get('image').text === null && !value.get('build').isMap && value.get('build').text === null);
  const [first = '', ...rest] = invocation(path, overlay, base);
  const command = shellCommand([first], ...rest.filter(word => word !== '-f'), name);
  if (command !== undefined) {
    // The words after the first are files; the flag between them is no file.
    const fileWords = rest.filter(word => word !== '-f').map(word => shellCommand([], word) ?? '');
    const prefix = fileWords.length === 0 ? first : `${first} ${fileWords.join(' -f ')}`;
    facts.push({ kind: 'composeService', name, value: name, path, line: service.line, command: prefix });
  }
  const image = value.entry('image');
  if (image?.value.text) add('image', name, image.value.text, image.line);
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
    add('command', 'command', ran.value.texts.map(part => part.text).join(' '), ran.line);
  for (const volume of value.get('volumes').items) {
    const source = volume.get('source').text;
    const target = volume.get('target').text;
    const said = volume.text ?? (target === null ? null : source === null ? target : `${source}:${target}`);
    if (said !== null)
      add('volume', said, said, volume.isMap ? (volume.entry('target')?.line ?? volume.line) : volume.line);
  }
  for (const need of needed)
    add('dependency', need.name, need.condition === '' ? need.name : `${need.name} (${need.condition})`, need.line);
  for (const other of services) {
    const need = other.key === name ? undefined : needs(other.value).find(found => found.name === name);
    if (need !== undefined) add('dependent', other.key, other.key, need.line);
  }
  for (const variable of variables(value.get('environment'))) {
    add(isSecretName(variable.name) ? 'secret' : 'environment', variable.name, variable.name, variable.line);
  }
  for (const secret of value.get('secrets').items) {
    const named = secret.text ?? secret.get('source').text;
    if (named !== null) add('secret', named, named, secret.line);
  }
  const file = value.entry('env_file');
  for (const { text: named, line } of file?.value.texts ?? []) add('environment', named, `file ${named}`, line);
  return facts;
}

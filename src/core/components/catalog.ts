import type { Node } from 'yaml';
import type { Criticality } from '../model';
import { folderOf, nameOf, resolvePath } from './repositoryPath';
import { YamlFile } from './yamlFile';

/** A link of a catalog entity. */
export interface CatalogLink {
  readonly url: string;
  readonly title: string;
  /** From 1. */
  readonly line: number;
}

/** A component of a software catalog. */
export interface CatalogComponent {
  readonly name: string;
  /** `spec.type`: service, library, website … as written; null when left out. */
  readonly type: string | null;
  /** `spec.owner` as written: `team-a`, `group:default/team-a`. */
  readonly owner: string | null;
  /** Name of the system it is part of, `spec.system` of Backstage; null when left out. */
  readonly system: string | null;
  readonly lifecycle: string | null;
  /** As its tier says, else its lifecycle. */
  readonly criticality: Criticality;
  readonly description: string | null;
  readonly links: readonly CatalogLink[];
  readonly tags: readonly string[];
  readonly path: string;
  /** Line of the entity's name, from 1. */
  readonly line: number;
  /** Folder the entity describes: its `backstage.io/source-location` where that is relative, else the folder of the file. */
  readonly folder: string;
}

const mostEntities = 1000;
const tierKey = /(?:^|[./-])(?:tier|criticality)$/i;
const tierTag = /^tier[-_: ]?\d$|critical$/i;

/** Whether a path is that of a catalog file of Backstage, OpsLevel, Cortex or Datadog. */
export function isCatalogPath(path: string): boolean {
  return /^(?:catalog-info|opslevel|cortex|service\.datadog)\.ya?ml$/.test(nameOf(path));
}

/**
 * The components of a catalog file with one or more documents: entities of kind Component of Backstage's, and the one
 * service of each document of the others. Other kinds and those without a name are left out. What cannot be read gives no
 * components, never an error.
 */
export function parseCatalog(path: string, text: string): readonly CatalogComponent[] {
  const file = new YamlFile(text);
  return nameOf(path).startsWith('catalog-info') ? backstageEntities(path, file) : services(path, file);
}

/** The domain of each system that a catalog file of Backstage describes, by the system's name in lower case. */
export function parseSystems(path: string, text: string): ReadonlyMap<string, string> {
  const domains = new Map<string, string>();
  if (!nameOf(path).startsWith('catalog-info')) return domains;
  const file = new YamlFile(text);
  for (const root of file.roots.slice(0, mostEntities)) {
    if (file.textOf(file.valueOf(root, 'kind')) !== 'System') continue;
    const name = file.textOf(file.valueOf(file.valueOf(root, 'metadata'), 'name'));
    const domain = entityName(file.textOf(file.valueOf(file.valueOf(root, 'spec'), 'domain')));
    if (name !== null && domain !== null) domains.set(name.toLowerCase(), domain);
  }
  return domains;
}

/** The name in a reference to an entity: `system:default/payments`, `default/payments` and `payments` are one. */
function entityName(reference: string | null): string | null {
  const name = reference?.replace(/^(?:[^:/]+:)?(?:[^/]*\/)?/, '');
  return name === undefined || name === '' ? null : name;
}

function backstageEntities(path: string, file: YamlFile): readonly CatalogComponent[] {
  const components: CatalogComponent[] = [];
  for (const root of file.roots.slice(0, mostEntities)) {
    if (file.textOf(file.valueOf(root, 'kind')) !== 'Component') continue;
    const metadata = file.valueOf(root, 'metadata');
    const spec = file.valueOf(root, 'spec');
    const nameNode = file.valueOf(metadata, 'name');
    const name = file.textOf(nameNode);
    if (name === null) continue;
    const lifecycle = file.textOf(file.valueOf(spec, 'lifecycle'));
    const tags = textsOf(file, file.valueOf(metadata, 'tags'));
    const tiers = [spec, file.valueOf(metadata, 'annotations'), file.valueOf(metadata, 'labels')].flatMap(node =>
      (file.entriesOf(node) ?? []).filter(({ key }) => tierKey.test(key)).map(({ value }) => wordOf(file, value)),
    );
    components.push({
      name,
      type: file.textOf(file.valueOf(spec, 'type')),
      owner: file.textOf(file.valueOf(spec, 'owner')),
      system: entityName(file.textOf(file.valueOf(spec, 'system'))),
      lifecycle,
      criticality: criticalityOf([...tiers, ...tags.filter(tag => tierTag.test(tag)), lifecycle]),
      description: file.textOf(file.valueOf(metadata, 'description')),
      links: linksOf(file, file.valueOf(metadata, 'links')),
      tags,
      path,
      line: file.lineOf(nameNode),
      folder: sourceFolder(
        path,
        file.textOf(file.valueOf(file.valueOf(metadata, 'annotations'), 'backstage.io/source-location')),
      ),
    });
  }
  return components;
}

/**
 * `component` or `service` of OpsLevel's file, `info` of Cortex's, the document itself of Datadog's: each describes the
 * folder it lies in.
 */
function services(path: string, file: YamlFile): readonly CatalogComponent[] {
  return file.roots.slice(0, mostEntities).flatMap(root => {
    const entity = ['component', 'service', 'info'].map(key => file.valueOf(root, key)).find(node => node !== null);
    const first = (...keys: readonly string[]): Node | null => {
      const values = keys.map(key => file.valueOf(entity ?? root, key));
      return values.find(value => value !== null) ?? null;
    };
    const nameNode = first('name', 'dd-service', 'x-cortex-tag', 'title');
    const name = file.textOf(nameNode);
    if (name === null) return [];
    const [cortexOwner = null] = file.itemsOf(first('x-cortex-owners')) ?? [];
    const lifecycle = file.textOf(first('lifecycle'));
    const tags = [...textsOf(file, first('tags')), ...textsOf(file, first('x-cortex-groups'))];
    const tiers = [wordOf(file, first('tier')), ...tags.filter(tag => tierTag.test(tag))];
    return [
      {
        name,
        type: file.textOf(first('type', 'x-cortex-type')),
        owner: file.textOf(first('owner', 'team')) ?? file.textOf(file.valueOf(cortexOwner, 'name')),
        system: null,
        lifecycle,
        criticality: criticalityOf([...tiers, lifecycle]),
        description: file.textOf(first('description')),
        links: [],
        tags,
        path,
        line: file.lineOf(nameNode),
        folder: folderOf(path),
      },
    ];
  });
}

/** The first word that says something; tiers count from 1 (or 0), the highest. */
function criticalityOf(words: readonly (string | null)[]): Criticality {
  for (const word of words) {
    if (word === null) continue;
    const tier = /^(?:tier[-_: ]?)?([0-9])$/i.exec(word)?.[1];
    if (tier !== undefined) return tier <= '1' ? 'high' : tier === '2' ? 'normal' : 'low';
    if (/^(?:(?:mission|business)[-_ ])?critical$|^high$/i.test(word)) return 'high';
    if (/^(?:low|deprecated|experimental)$/i.test(word)) return 'low';
  }
  return 'normal';
}

function wordOf(file: YamlFile, node: Node | null): string | null {
  const value = file.scalarOf(node);
  return typeof value === 'number' ? String(value) : file.textOf(node);
}

function textsOf(file: YamlFile, node: Node | null): readonly string[] {
  return (file.itemsOf(node) ?? []).map(item => file.textOf(item)).filter(text => text !== null);
}

function linksOf(file: YamlFile, node: Node | null): readonly CatalogLink[] {
  return (file.itemsOf(node) ?? []).flatMap(item => {
    const url = file.textOf(file.valueOf(item, 'url'));
    return url === null
      ? []
      : [{ url, title: file.textOf(file.valueOf(item, 'title')) ?? url, line: file.lineOf(item) }];
  });
}

function sourceFolder(path: string, location: string | null): string {
  const folder = folderOf(path);
  const relative = location?.replace(/^(?:url|dir|file):/, '');
  if (relative === undefined || !/^\.{1,2}(?:\/|$)/.test(relative)) return folder;
  return resolvePath(folder, relative) ?? folder;
}

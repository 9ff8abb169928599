import type { Node } from 'yaml';
import { folderOf, nameOf, resolvePath } from './repositoryPath';
import { YamlFile } from './yamlFile';

/** A link of a catalog entity. */
export interface CatalogLink {
  readonly url: string;
  readonly title: string;
  /** From 1. */
  readonly line: number;
}

/** A Component entity of Backstage's software catalog. */
export interface CatalogComponent {
  readonly name: string;
  /** `spec.type`: service, library, website … as written; null when left out. */
  readonly type: string | null;
  /** `spec.owner` as written: `team-a`, `group:default/team-a`. */
  readonly owner: string | null;
  readonly lifecycle: string | null;
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

/** Whether a path is that of a Backstage catalog file. */
export function isCatalogPath(path: string): boolean {
  return /^catalog-info\.ya?ml$/.test(nameOf(path));
}

/**
 * The Component entities of a catalog file with one or more documents; other kinds are left out, and so are entities
 * without a name. What cannot be read gives no entities, never an error.
 */
export function parseCatalog(path: string, text: string): readonly CatalogComponent[] {
  const file = new YamlFile(text);
  const components: CatalogComponent[] = [];
  for (const root of file.roots.slice(0, mostEntities)) {
    if (file.textOf(file.valueOf(root, 'kind')) !== 'Component') continue;
    const metadata = file.valueOf(root, 'metadata');
    const spec = file.valueOf(root, 'spec');
    const nameNode = file.valueOf(metadata, 'name');
    const name = file.textOf(nameNode);
    if (name === null) continue;
    components.push({
      name,
      type: file.textOf(file.valueOf(spec, 'type')),
      owner: file.textOf(file.valueOf(spec, 'owner')),
      lifecycle: file.textOf(file.valueOf(spec, 'lifecycle')),
      description: file.textOf(file.valueOf(metadata, 'description')),
      links: linksOf(file, file.valueOf(metadata, 'links')),
      tags: (file.itemsOf(file.valueOf(metadata, 'tags')) ?? [])
        .map(tag => file.textOf(tag))
        .filter(tag => tag !== null),
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

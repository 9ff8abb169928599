import type { Component } from '../model';
import { foldersOf, isIn, isNamed, isTelling, memberTest, namesOf, plainName } from '../scaffold/subject';
import { pageName } from './classify';
import { resolveRelative } from './discover';
import type { RunbookDocument } from './document';

/** What is needed of a component to find its runbooks. */
export type Connectable = Pick<Component, 'id' | 'name' | 'paths' | 'kind'>;

const runbookFolder =
  /^(?:docs?|run-?_?books?|ops|operations|sops?|alerts?|playbooks?|on-?call|content|source|manual|guides?|support|troubleshooting|how-?to)$/i;
/** Whether a folder of that name says that runbooks are in it, and nothing of what they are about. */
export const isRunbookFolder = (name: string): boolean => runbookFolder.test(name);

const nameless =
  /^(?:readme|index|_index|run-?book|operations?|ops|playbook|on-?call|system-?manual|troubleshooting|deployment)$/i;
const affix = /^(?:run-?book|operations?|ops|playbook|alerts?)-|-(?:run-?book|operations?|ops|playbook|alerts?|html)$/g;

/** Words in a row: `payments-rollback` holds `payments`, and does not hold `pay`. */
const holds = (words: string, name: string): boolean => `-${words}-`.includes(`-${name}-`);

/** The one component with the longest name that the words hold; null when none or two do. */
function mentioned(text: string, components: readonly Connectable[]): string | null {
  const words = plainName(text);
  let best: Connectable | null = null;
  let length = 0;
  for (const component of components) {
    for (const name of namesOf(component)) {
      if (!isTelling(name) || name.length < length || !holds(words, name)) continue;
      if (name.length > length) best = component;
      else if (best?.id !== component.id) best = null;
      length = name.length;
    }
  }
  return best?.id ?? null;
}

function named(name: string, components: readonly Connectable[]): string | null {
  const exact = components.filter(component => component.id === name || component.name === name);
  const found = exact.length > 0 ? exact : components.filter(component => isNamed(component, name));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The component whose folder holds the page most closely; the root holds nothing, and folders of runbooks only when `any`. */
function holding(path: string, components: readonly Connectable[], any: boolean): string | null {
  let best: Connectable | null = null;
  let depth = 0;
  for (const component of components) {
    for (const folder of foldersOf(component.paths)) {
      const parts = folder.split('/');
      if (
        folder === '' ||
        (!any && runbookFolder.test(parts.at(-1) ?? '')) ||
        !isIn(folder, path) ||
        parts.length <= depth
      )
        continue;
      best = component;
      depth = parts.length;
    }
  }
  return best?.id ?? null;
}

function linked(document: RunbookDocument, path: string, components: readonly Connectable[]): string | null {
  const members = components
    .filter(component => !foldersOf(component.paths).includes(''))
    .map(component => ({ id: component.id, has: memberTest(component.paths), folders: foldersOf(component.paths) }));
  const found = new Set<string>();
  for (const link of document.links.slice(0, 200)) {
    const target = resolveRelative(path, link.url);
    if (target === null) continue;
    for (const member of members) {
      if (member.folders.includes(target) || member.has(target)) found.add(member.id);
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/**
 * The component a runbook is for, as an id, or null. In this order: what its front matter names; its file name, then its
 * folders from the inside out; the component whose folder holds it; a name within its file name; the one component it
 * links to; a name in its title; at last a folder of operations that holds it. A documentation component is never the answer, and two candidates are none.
 */
export function connectRunbook(document: RunbookDocument, path: string, all: readonly Connectable[]): string | null {
  const components = all.filter(component => component.kind !== 'documentation');
  const declared = document.frontMatter.component?.value;
  if (declared !== undefined) {
    const found = named(declared.replace(/^(?:component|system|resource):(?:[\w-]+\/)?/i, ''), components);
    if (found !== null) return found;
  }
  const name = plainName(pageName(path)).replace(affix, '');
  if (!nameless.test(name)) {
    const found = named(name, components);
    if (found !== null) return found;
  }
  const folders = path.split('/').slice(0, -1);
  const place = folders.findIndex(folder => runbookFolder.test(folder));
  for (const folder of folders.slice(place + 1).reverse()) {
    if (runbookFolder.test(folder) || !isTelling(plainName(folder))) continue;
    const found = named(folder, components);
    if (found !== null) return found;
  }
  return (
    holding(path, components, false) ??
    mentioned(name, components) ??
    linked(document, path, components) ??
    mentioned(document.title, components) ??
    holding(path, components, true)
  );
}

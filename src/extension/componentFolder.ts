import type { Component } from '../core/model';

const wholeFolder = /^([^*?[\]{}!]+)\/\*\*$/;

/** The folder that a component is; null for one that is spread over several or is a part of one. */
export function folderOf({ paths }: Component): string | null {
  return paths.length === 1 ? (wholeFolder.exec(paths[0] ?? '')?.[1] ?? null) : null;
}

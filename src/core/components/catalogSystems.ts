import { isCatalogPath, parseCatalog, parseSystems } from './catalog';

/** What a catalog says a component is part of. */
export interface Belonging {
  /** Name of its system; null where the catalog names none. */
  readonly system: string | null;
  /** Name of the system's domain. */
  readonly domain: string | null;
}

/** What the components of catalogs are part of, by where they are declared, `path:line`. */
export function catalogSystems(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Belonging> {
  const catalogs = [...texts].filter(([path]) => isCatalogPath(path));
  const domains = new Map(catalogs.flatMap(([path, text]) => [...parseSystems(path, text)]));
  const found = new Map<string, Belonging>();
  for (const entry of catalogs.flatMap(([path, text]) => parseCatalog(path, text))) {
    const { path, line, system } = entry;
    if (system !== null) found.set(`${path}:${line}`, { system, domain: domains.get(system.toLowerCase()) ?? null });
  }
  return found;
}

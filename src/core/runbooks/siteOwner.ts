/** Settings of the Tech Docs Template (alphagov/tech-docs-gem), a generator of sites whose pages name their owners. */
export const techDocs = /(?:^|\/)config\/tech-docs\.ya?ml$/;

const defaultOwner = /^default_owner_slack:\s*["']?([#@]?[\w.-]{2,80})["']?\s*(?:#.*)?$/m;

/** Who owns the pages of a site that name nobody, as a channel with `#`; null where no site around the page says. */
export function siteOwner(path: string, texts: ReadonlyMap<string, string>): string | null {
  for (const [settings, text] of texts) {
    const root = techDocs.test(settings) ? settings.replace(techDocs, '') : null;
    const owner =
      root !== null && (root === '' || path.startsWith(`${root}/`)) ? defaultOwner.exec(text)?.[1] : undefined;
    if (owner !== undefined) return /^[#@]/.test(owner) ? owner : `#${owner}`;
  }
  return null;
}

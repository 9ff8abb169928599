import { quoted } from './settingsList';

/** An entry of `accepted` in `.single-points.yml`. */
export interface AcceptedEntry {
  readonly subject: { readonly component: string } | { readonly path: string };
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly why: string;
}

/** Its keys and values as they are written there. */
export function acceptedLines({ subject, until, why }: AcceptedEntry): readonly string[] {
  const [key, value] = 'component' in subject ? ['component', subject.component] : ['path', subject.path];
  return [`${key}: ${quoted(value)}`, `until: ${until}`, ...(why.trim() === '' ? [] : [`why: ${quoted(why.trim())}`])];
}

const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

// In the order they are believed in, when an alert has several.
const runbookKeys: readonly string[] = [
  'runbookurl',
  'runbooklink',
  'runbookuri',
  'runbook',
  'runbooks',
  'playbookurl',
  'playbooklink',
  'playbook',
  'sopurl',
  'soplink',
  'sop',
];

/** How sure an annotation is to name a runbook: 0 is surest; −1 for one that does not. `runbook_url`, `Runbook-URL` and `runbookURL` are one. */
export function runbookKeyRank(key: string): number {
  return runbookKeys.indexOf(plainKey(key));
}

const descriptions = ['description', 'message', 'info', 'details'];
const summaries = ['summary', 'title'];

/** Which of the texts that describe an alert an annotation is. */
export function describes(key: string): 'summary' | 'description' | null {
  const plain = plainKey(key);
  if (summaries.includes(plain)) return 'summary';
  return descriptions.includes(plain) ? 'description' : null;
}

const link = /https?:\/\/[^\s<>"'`)\]]{1,2000}/g;
const saysRunbook = /run-?_?book|playbook|(?:^|[/_-])sops?(?:[/_#-]|$)|troubleshoot/i;

/** A link to a runbook within prose, as some write it into the description; null when there is none. */
export function linkWithin(text: string): string | null {
  for (const [url] of text.slice(0, 5000).matchAll(link)) {
    const cut = url.replace(/[.,;:!?]+$/, '');
    if (saysRunbook.test(cut.replace(/^https?:\/\//, ''))) return cut;
  }
  return null;
}

/** `{{ … }}` of Go, `${…}`, `$(…)`, `%s` and `%(name)s`: a part that is not known before it is filled in. */
export const templatePart = /\{\{|\$\{|\$\(|%\(\w+\)|%[sd]\b/;

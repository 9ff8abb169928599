import type { AlertRunbookState, AlertState } from '../../alertState';
import type { PersonId, Runbook } from '../../model';

const helpless: ReadonlySet<AlertRunbookState> = new Set([
  'none',
  'placeholder',
  'malformed',
  'missing',
  'noAnchor',
  'stub',
]);

/** Whether who is called by an alert has no runbook to go by; false where that cannot be told. */
export function lacksRunbook({ state }: Pick<AlertState, 'state'>): boolean {
  return helpless.has(state);
}

/** The alerts of a component, and what helps who is called by them. */
export interface AlertCoverage {
  /** Id; null: of no component. */
  readonly component: string | null;
  readonly alerts: number;
  /** Those with a working runbook. */
  readonly working: number;
  /** Those whose runbook is in another place and was not looked at. */
  readonly elsewhere: number;
  /** Of the working ones, those whose runbook one person alone wrote, by person, most first. */
  readonly knownByOne: readonly { readonly person: PersonId; readonly alerts: number }[];
}

/** Coverage by component, those with most alerts first: “6 alerts, 4 with a working runbook, 1 person knows 3 of them”. */
export function alertCoverage(
  alerts: readonly AlertState[],
  runbooks: readonly Pick<Runbook, 'path' | 'authors'>[],
): readonly AlertCoverage[] {
  const authors = new Map(runbooks.map(runbook => [runbook.path, runbook.authors]));
  const groups = new Map<string | null, AlertState[]>();
  for (const alert of alerts) {
    const group = groups.get(alert.component);
    if (group === undefined) groups.set(alert.component, [alert]);
    else group.push(alert);
  }
  return [...groups]
    .map(([component, group]): AlertCoverage => {
      const working = group.filter(({ state }) => state === 'working');
      const counts = new Map<PersonId, number>();
      for (const { runbook } of working) {
        const [author, ...others] = authors.get(runbook ?? '') ?? [];
        if (author && others.length === 0) counts.set(author.person, (counts.get(author.person) ?? 0) + 1);
      }
      return {
        component,
        alerts: group.length,
        working: working.length,
        elsewhere: group.filter(({ state }) => state === 'elsewhere').length,
        knownByOne: [...counts]
          .map(([person, count]) => ({ person, alerts: count }))
          .sort((a, b) => b.alerts - a.alerts || a.person - b.person),
      };
    })
    .sort((a, b) => b.alerts - a.alerts || ((a.component ?? '') < (b.component ?? '') ? -1 : 1));
}

import { nameOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { hasWord, isTelling, namesOf, type Subject, speaksOf } from '../subject';

const longestText = 1024 * 1024;
// Variables of a dashboard that choose what it shows, and metrics that every service may have.
const choosing = /^(?:service|services|service_name|job|app|application|component|workload|deployment|container)$/i;
const general =
  /\btarget_info\b|\bspan|traces?_|\bhttp_|\brpc_|\bgrpc_|service\.name|\bkube_|\bcontainer_|\botel_sdk|\bup\b|\bprocess_|\bjob\b/i;

/**
 * A dashboard of Grafana that shows the component: in its folder, named for it, with queries about it, or with a variable
 * that it can be chosen in. Other JSON gives none.
 */
export function dashboardFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  const dashboard = parsed(text);
  const title = dashboard?.['title'];
  if (dashboard === null || typeof title !== 'string' || title.trim() === '') return [];
  if (!Array.isArray(dashboard['panels']) && !Array.isArray(dashboard['rows'])) return [];
  const line = titleLine(text, title);
  const fact = (value: string, more: Partial<Fact> = {}): readonly Fact[] => [
    { kind: 'dashboard', name: shown(title), value, path, line, ...more },
  ];
  const called = isTitled(subject, title) || speaksOf(subject, nameOf(path).replace(/[_.]/g, ' '));
  if (own || called || isQueried(subject, text)) return fact('');
  const variable = variablesOf(dashboard).find(({ name, query }) => choosing.test(name) && general.test(query));
  return variable === undefined ? [] : fact(`may show it: ${variable.name} chooses what is shown`, { wide: true });
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > longestText || !text.includes('"title"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The title of the whole is the one that is indented least. */
function titleLine(text: string, title: string): number {
  const wanted = JSON.stringify(title);
  let best = { line: 1, indent: Number.POSITIVE_INFINITY };
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.search(/\S/);
    if (indent >= 0 && indent < best.indent && line.includes('"title"') && line.includes(wanted)) {
      best = { line: index + 1, indent };
    }
  }
  return best.line;
}

/** Titles are written with spaces: `Cart Worker` is the dashboard of `cart-worker`. */
const isTitled = (subject: Subject, title: string): boolean =>
  speaksOf(subject, title) ||
  [...namesOf(subject)].some(name => name.includes('-') && hasWord(title, name.replaceAll('-', ' ')));

/** A query that selects the component by a label: `service_name=\\"cart\\"`. */
function isQueried(subject: Subject, text: string): boolean {
  const values = new Set(Array.from(text.matchAll(/=~?\s*\\"([^"\\]{1,200})\\"/g), ([, value = '']) => value));
  return [...namesOf(subject)]
    .filter(isTelling)
    .some(name =>
      [...values].some(
        value => hasWord(value, name) && value.split('|').some(each => each.replace(/[.*^$()]/g, '') === name),
      ),
    );
}

function variablesOf(
  dashboard: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly query: string }[] {
  const templating = dashboard['templating'];
  const list: unknown =
    typeof templating === 'object' && templating !== null && 'list' in templating ? templating.list : [];
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'name' in each && typeof each.name === 'string'
      ? [{ name: each.name, query: 'query' in each ? JSON.stringify(each.query) : '' }]
      : [],
  );
}

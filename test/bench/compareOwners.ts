// `npm run compare-owners -- [--tier 1|2] <repository>…`: our owners beside those the maintainers state, by component.
// Method and figures: COMPONENTS.md.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { LocalAnalysis } from '../../src/analysis/localAnalysis';
import { type Codeowners, codeownersPaths, parseCodeowners } from '../../src/core/components/codeowners';
import type { Component, Person, Snapshot } from '../../src/core/model';
import { loginsOf } from './statedLogins';

/** `same`: a stated person who is active is an owner. `gone`: none of them is active, and we name none of them. */
type Verdict = 'same' | 'gone' | 'other' | 'elsewhere';

interface Row {
  readonly component: string;
  readonly stated: readonly string[];
  readonly verdict: Verdict;
  readonly said: string;
}

/** What the list of component owners says that a widely used action reads, as rules of CODEOWNERS. */
function componentOwners(text: string): string {
  const { components } = parseYaml(text) as { components: Readonly<Record<string, readonly string[]>> };
  return Object.entries(components)
    .map(([folder, logins]) => `/${folder.replace(/\/$/, '')}/ ${logins.map(login => `@${login}`).join(' ')}`)
    .join('\n');
}

function textAt(repository: string, path: string): string | null {
  try {
    return execFileSync('git', ['-C', repository, 'show', `HEAD:${path}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
  } catch {
    return null;
  }
}

function statement(repository: string): { readonly rules: Codeowners; readonly texts: readonly string[] } {
  const listed = textAt(repository, '.github/component_owners.yml');
  const codeowners = codeownersPaths.map(path => textAt(repository, path)).find(text => text !== null) ?? '';
  const maintainers = textAt(repository, 'MAINTAINERS.md') ?? '';
  return { rules: parseCodeowners(listed === null ? codeowners : componentOwners(listed)), texts: [maintainers] };
}

/** The people, teams left out, whom the statement gives more than half of the files of a component. */
function statedFor(component: Component, { files }: Snapshot, rules: Codeowners): readonly string[] {
  const votes = new Map<string, number>();
  const own = files.filter(file => file.component === component.id);
  for (const { path } of own) {
    const logins = (rules.ownersOf(path)?.owners ?? []).filter(owner => /^@[^/]+$/.test(owner));
    const key = logins.map(login => login.slice(1).toLowerCase()).join(' ');
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const [most] = [...votes].filter(([key, count]) => key !== '' && count * 2 > own.length);
  return most === undefined ? [] : most[0].split(' ');
}

function judge(component: Component, stated: readonly Person[], snapshot: Snapshot): Verdict {
  const owners = new Set(component.owners.map(({ person }) => person));
  if (stated.some(({ id }) => owners.has(id))) return 'same';
  const active = stated.filter(person => person.active);
  if (active.length === 0) return 'gone';
  const since = snapshot.asOf - snapshot.activeDays * 86_400;
  const worksHere = active.some(({ id }) =>
    snapshot.files.some(
      file =>
        file.component === component.id &&
        file.knowledge.some(({ person, lastTouched }) => person === id && lastTouched >= since),
    ),
  );
  return worksHere ? 'other' : 'elsewhere';
}

async function compare(repository: string, tier: 1 | 2): Promise<void> {
  const snapshot = await analyse(repository, tier);
  const { rules, texts } = statement(repository);
  const loginOf = loginsOf(snapshot.people, texts);
  const rows: Row[] = [];
  const unknown = new Set<string>();
  let stated = 0;
  for (const component of snapshot.components) {
    const logins = statedFor(component, snapshot, rules);
    const people = logins.flatMap(login => loginOf.get(login) ?? []);
    for (const login of logins) if (!loginOf.has(login)) unknown.add(login);
    if (logins.length > 0) stated++;
    if (people.length === 0) continue;
    const said = `${component.state}: ${component.owners.map(({ person }) => snapshot.people[person]?.name ?? '?').join(', ')}`;
    rows.push({ component: component.id, stated: logins, verdict: judge(component, people, snapshot), said });
  }
  for (const row of rows)
    console.log(`${row.verdict.padEnd(9)} ${row.component}: ${row.stated.join(' ')} | ${row.said}`);
  const count = (verdict: Verdict): number => rows.filter(row => row.verdict === verdict).length;
  const [same, gone, other, elsewhere] = [count('same'), count('gone'), count('other'), count('elsewhere')];
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
  console.log(
    `${repository}: ${stated} components with stated people, ${rows.length} with one found in the history; same ${same}, gone ${gone}, ` +
      `other ${other}, elsewhere ${elsewhere}; agreement ${percent(same + gone, rows.length)}, ` +
      `where one is active ${percent(same, same + other + elsewhere)}, where one works on it ${percent(same, same + other)}; ` +
      `not found: ${[...unknown].join(' ') || 'none'}`,
  );
}

async function analyse(path: string, tier: 1 | 2): Promise<Snapshot> {
  const analysis = new LocalAnalysis({ storeDirectory: null, log: line => console.error(line) });
  let last: Snapshot | null = null;
  await analysis.analyse(
    {
      path,
      gitPath: null,
      settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null },
      ...(tier === 1 ? { tier } : {}),
    },
    {
      signal: new AbortController().signal,
      onProgress: () => {},
      onSnapshot: snapshot => {
        last = snapshot;
      },
    },
  );
  if (last === null) throw new Error('The analysis ended without a Snapshot.');
  return last;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tier: { type: 'string', default: '2' } },
  });
  for (const repository of positionals) await compare(repository, values.tier === '1' ? 1 : 2);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

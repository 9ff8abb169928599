import { type Codeowners, type OwnersRule, parseCodeowners, wordsOf } from '../../components/codeowners';
import { shallowFirst } from '../../components/repositoryPath';
import { ownersLine } from './ownersPattern';

/** Files of a component that are to get owners. */
export interface OwnersTask {
  /** Its id. */
  readonly component: string;
  /** Of the whole component. */
  readonly patterns: readonly string[];
  /** Those that are to get them; what else is in the component keeps what it has. */
  readonly files: readonly string[];
  readonly owners: readonly string[];
}

/** Lines that take the place of one line, or come after it. */
export interface LineChange {
  /** Of the text as it is, from 1; 0: before all. */
  readonly line: number;
  /** What stood there; null: nothing is taken away. */
  readonly before: string | null;
  readonly after: readonly string[];
}

export interface PlacedLines {
  readonly text: string;
  readonly changes: readonly LineChange[];
  /** Owners that the files of a component get, by its id; without those of which no line would count as it should. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

/** Stands above lines that are there twice. */
const repeatedNote = '# Repeated, because the last line that matches counts:';

/** So many files may be named one by one so that they keep their owners. */
const mostNamed = 20;

/**
 * Writes owners into CODEOWNERS so that exactly those files get them, and every other file that has owners keeps its own.
 * The last line that matches counts, so a line that means only such files is rewritten, and others come after all that is
 * there (at GitLab: before the first section), shallow folders first; lines that they would hide are repeated behind them.
 * Of a line that is rewritten who is still there stays, and comes first. The result is read again and compared: a component
 * whose lines would not do that is left out.
 *
 * @param paths every file that matters: those of the tasks, and those whose owners are to stay
 * @param isGone whether an owner of a line is not to stay there
 */
export function placeLines(
  text: string,
  tasks: readonly OwnersTask[],
  paths: readonly string[],
  isGone: (owner: string) => boolean,
): PlacedLines {
  for (let left = tasks; ; ) {
    const { wrong, ...placed } = placeAll(text, left, paths, isGone);
    if (wrong.size === 0) return placed;
    left = left.filter(({ component }) => !wrong.has(component));
  }
}

interface Attempt extends PlacedLines {
  readonly wrong: ReadonlySet<string>;
}

function placeAll(
  text: string,
  tasks: readonly OwnersTask[],
  paths: readonly string[],
  isGone: (owner: string) => boolean,
): Attempt {
  const before = parseCodeowners(text);
  const ruleBefore = new Map(paths.map(path => [path, unnamedRule(before, path)]));
  const { rewritten, done, owners } = rewriteRules(tasks, ruleBefore, isGone);
  const settled = tasks.map(task => ({ ...task, owners: owners.get(task.component) ?? task.owners }));
  const wanted = new Map(settled.flatMap(task => task.files.map(path => [path, task.owners] as const)));
  const added = settled
    .flatMap(task => patternsFor(task, done).map(pattern => ({ pattern, owners: task.owners })))
    .sort((one, other) => shallowFirst(one.pattern.replace(/\/$/, ''), other.pattern.replace(/\/$/, '')))
    .map(each => ownersLine(each.pattern, each.owners));
  const hidden = added.length === 0 ? [] : hiddenBy(added, rewritten, { ruleBefore, wanted, paths });
  const lines = [...added, ...(hidden.length === 0 ? [] : [repeatedNote, ...hidden])];
  const changes = changesOf(text, before, rewritten, lines);
  const written = changes.length === 0 ? text : changed(text, changes);
  return {
    ...{ text: written, changes, owners: new Map(settled.map(task => [task.component, task.owners])) },
    wrong: wrongIn(written, settled, { ruleBefore, wanted, paths }),
  };
}

/** Patterns of a component that some file needs which no rewritten line has. */
function patternsFor({ patterns, files }: OwnersTask, done: ReadonlySet<string>): readonly string[] {
  const left = files.filter(path => !done.has(path));
  return patterns.filter(pattern => {
    const { ownersOf } = parseCodeowners(ownersLine(pattern, []));
    return left.some(path => ownersOf(path) !== null);
  });
}

/** The rule that counts for a path outside of sections, which are looked at for themselves. */
function unnamedRule(codeowners: Codeowners, path: string): OwnersRule | null {
  if (codeowners.sections.length === 0) return codeowners.ownersOf(path);
  return codeowners.rulesOf(path).find(({ section }) => section === null) ?? null;
}

interface Known {
  readonly ruleBefore: ReadonlyMap<string, OwnersRule | null>;
  readonly wanted: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

interface Rewritten {
  /** New owners of lines. */
  readonly rewritten: ReadonlyMap<OwnersRule, readonly string[]>;
  /** Files that these lines do right. */
  readonly done: ReadonlySet<string>;
  /** By component: its owners, where a line of it is rewritten. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

/** A line of which every file needs owners is rewritten for the component that means the same, or has most of the files. */
function rewriteRules(
  tasks: readonly OwnersTask[],
  ruleBefore: Known['ruleBefore'],
  isGone: (owner: string) => boolean,
): Rewritten {
  const taskOf = new Map(tasks.flatMap(task => task.files.map(path => [path, task] as const)));
  const files = new Map<OwnersRule, string[]>();
  for (const [path, rule] of ruleBefore) {
    const known = rule === null ? undefined : files.get(rule);
    if (known !== undefined) known.push(path);
    else if (rule !== null) files.set(rule, [path]);
  }
  const rewritten = new Map<OwnersRule, readonly string[]>();
  const done = new Set<string>();
  const owners = new Map<string, readonly string[]>();
  for (const [rule, paths] of files) {
    if (!paths.every(path => taskOf.has(path))) continue;
    const task = mainTask(
      rule,
      paths.flatMap(path => taskOf.get(path) ?? []),
    );
    if (task === undefined) continue;
    const present = rule.owners.filter(owner => !isGone(owner));
    const named = owners.get(task.component) ?? firstTwo([...present, ...task.owners]);
    owners.set(task.component, named);
    rewritten.set(rule, named);
    for (const path of paths) if (taskOf.get(path) === task) done.add(path);
  }
  return { rewritten, done, owners };
}

/**
 * The component for which a line is rewritten. One for everything stays what it is for files to come.
 *
 * @param tasks of each file of the rule
 */
function mainTask({ pattern }: OwnersRule, tasks: readonly OwnersTask[]): OwnersTask | undefined {
  const bare = (text: string): string => text.replace(/^\/|\/$/g, '');
  if (/^\**$/.test(bare(pattern))) return undefined;
  const counts = new Map<OwnersTask, number>();
  for (const task of tasks) counts.set(task, (counts.get(task) ?? 0) + 1);
  const most = [...counts].sort(([, one], [, other]) => other - one).map(([task]) => task);
  return most.find(({ patterns }) => patterns.some(each => bare(each) === bare(pattern))) ?? most[0];
}

/** Of owners that may be named twice; hosts look past case. */
function firstTwo(owners: readonly string[]): readonly string[] {
  const named = owners.map(owner => owner.toLowerCase());
  return owners.filter((_, at) => named.indexOf(named[at] ?? '') === at).slice(0, 2);
}

/** Lines that the new ones would hide from files that have others: repeated, or else those files by name. */
function hiddenBy(
  added: readonly string[],
  rewritten: ReadonlyMap<OwnersRule, readonly string[]>,
  { ruleBefore, wanted, paths }: Known,
): readonly string[] {
  const ownersOf = (path: string): readonly string[] | undefined => wanted.get(path) ?? ruleBefore.get(path)?.owners;
  const wrongWith = (lines: readonly string[]): readonly string[] => {
    const after = parseCodeowners([...added, ...lines].join('\n'));
    return paths.filter(path => {
      const owners = ownersOf(path);
      const found = after.ownersOf(path);
      return owners !== undefined && found !== null && !isSame(found.owners, owners);
    });
  };
  const files = wrongWith([]);
  const rules = new Set(files.flatMap(path => ruleBefore.get(path) ?? []));
  const lines = [...rules]
    .sort((one, other) => one.line - other.line)
    .map(rule => ownersLine(rule.pattern, rewritten.get(rule) ?? rule.owners));
  if (wrongWith(lines).length === 0) return lines;
  // A pattern that is wider than what is hidden would take files away again.
  return files.length > mostNamed ? lines : files.map(path => ownersLine(`/${path}`, ownersOf(path) ?? []));
}

function changesOf(
  text: string,
  { sections }: Codeowners,
  rewritten: ReadonlyMap<OwnersRule, readonly string[]>,
  added: readonly string[],
): readonly LineChange[] {
  const lines = linesOf(text);
  const inPlace = [...rewritten].map(([{ line }, owners]): LineChange => {
    const before = lines[line - 1] ?? '';
    return { line, before, after: [withOwners(before, owners)] };
  });
  const last = sections[0] === undefined ? lines.length : sections[0].line - 1;
  const appended = added.length === 0 ? [] : [{ line: last, before: null, after: added }];
  return [...inPlace.sort((one, other) => one.line - other.line), ...appended];
}

/** The line with other owners; what stands before and behind them stays. */
function withOwners(line: string, owners: readonly string[]): string {
  const [pattern, ...named] = wordsOf(line);
  if (pattern === undefined) return line;
  const from = named[0]?.start ?? pattern.end;
  const gap = named.length === 0 ? ' ' : '';
  return `${line.slice(0, from)}${gap}${owners.join(' ')}${line.slice(named.at(-1)?.end ?? pattern.end)}`;
}

/** Without the empty one behind the last line end. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function changed(text: string, changes: readonly LineChange[]): string {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const replaced = new Map(changes.filter(({ before }) => before !== null).map(({ line, after }) => [line, after]));
  const inserted = new Map(changes.filter(({ before }) => before === null).map(({ line, after }) => [line, after]));
  const lines = linesOf(text).flatMap((line, index) => [
    ...(replaced.get(index + 1) ?? [line]),
    ...(inserted.get(index + 1) ?? []),
  ]);
  return `${[...(inserted.get(0) ?? []), ...lines].join(end)}${end}`;
}

/** Components of which a file has not what it should, or which take owners from another file. */
function wrongIn(text: string, tasks: readonly OwnersTask[], { ruleBefore, wanted, paths }: Known): Set<string> {
  const after = parseCodeowners(text);
  const wrong = new Set<string>();
  const componentOf = new Map(tasks.flatMap(({ component, files }) => files.map(path => [path, component] as const)));
  for (const path of paths) {
    const found = unnamedRule(after, path)?.owners ?? null;
    const owners = wanted.get(path) ?? ruleBefore.get(path)?.owners;
    if (owners === undefined || (found !== null && isSame(found, owners))) continue;
    const own = componentOf.get(path);
    const given = tasks.filter(task => found !== null && isSame(found, task.owners));
    for (const { component } of given.length > 0 ? given : tasks) if (own === undefined) wrong.add(component);
    if (own !== undefined) wrong.add(own);
  }
  return wrong;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((owner, index) => owner === other[index]);
}

import { resolvePath } from '../../../components/repositoryPath';
import type { Knowledge, Runner } from '../../commands/knownCommands';
import { nearestName } from '../../commands/nearest';
import { type OwnCommand, ownCommands } from '../../commands/ownCommands';
import type { PageWord } from '../../commands/pageCommands';
import { rakeTaskWords } from '../../commands/rakeCommand';
import type { Place } from '../../place';
import { composeFilesOf, type NamedFile, scriptOf } from '../namedFiles';
import type { Problem } from '../problem';
import type { RepositoryView } from '../repositoryView';
import { type LintPage, operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB041: a command names a target of make, a script of npm, a recipe of just or task, a task of rake, a script file or a
 * compose file that the repository does not have. Only where such a file is there at all, and only for commands that run in
 * this repository.
 */
export const unknownCommand: RepositoryRule = {
  id: 'RB041',
  name: 'unknown-command',
  severity: 'warning',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    const commands = ownCommands(page, path => repository.files.isFolder(path));
    const read = commands.map(command => ({
      runs: namesOf(command, page, repository),
      script: scriptOf(command, page, repository),
      composed: composeFilesOf(command, page, repository),
    }));
    const names = read.flatMap(({ runs }) => runs);
    // A page may be about another code base, unless it names something that is here.
    const runners = new Set(names.filter(({ known }) => known !== 'undefined').map(({ runner }) => runner));
    const isOwn = read.some(({ script }) => script?.known === 'defined');
    // Compose files are called alike everywhere, and say nothing about scripts.
    const isComposed = isOwn || read.some(({ composed }) => composed.some(({ known }) => known === 'defined'));
    return read.flatMap(({ runs, script, composed }) => [
      ...runs
        .filter(({ known }) => known === 'undefined')
        .flatMap(name => ofName(name, runners.has(name.runner), repository)),
      ...(script === null ? [] : ofFile(script, isOwn)),
      ...composed.flatMap(file => ofFile(file, isComposed)),
    ]);
  },
  text: ({ kind, name }, translate) => {
    const values = { name: name ?? '' };
    switch (kind) {
      case 'make':
        return translate('No Makefile here has a target {name}.', values);
      case 'package':
        return translate('No package.json here has a script {name}.', values);
      case 'just':
        return translate('No justfile here has a recipe {name}.', values);
      case 'task':
        return translate('No Taskfile here has a task {name}.', values);
      case 'rake':
        return translate('No Rakefile here has a task {name}.', values);
      default:
        return translate('There is no file {name} here.', values);
    }
  },
  fixText: ({ data: { name } }, translate) => translate('Change to {name}', { name: name ?? '' }),
};

/** A name that could be a target; words of a sentence that begins with `make` are none. */
const targetName = /^[a-z][\w:-]*$/i;
const prose =
  /^(?:sure|it|the|a|an|this|that|your|any|all-?done|changes?|some|one|them|these|note|use|sense|and|or|to|up|of)$/i;

interface Named {
  readonly runner: Runner;
  readonly names: readonly PageWord[];
  /** As the command says it; null: where the page is. */
  readonly folder: string | null;
}

/** A name of a command, and whether it is defined. */
interface NamedCommand {
  readonly runner: Runner;
  readonly word: PageWord;
  readonly known: Knowledge;
  /** The command says in which folder. */
  readonly placed: boolean;
}

function namesOf(command: OwnCommand, page: LintPage, { files, commands }: RepositoryView): NamedCommand[] {
  const named = namedBy(command, path => files.isFolder(path));
  if (named === null) return [];
  const { runner, folder } = named;
  const found: NamedCommand[] = [];
  for (const word of named.names) {
    if (!word.plain || !targetName.test(word.text) || prose.test(word.text)) break;
    if (runner === 'make' && files.has(word.text)) break;
    const known = commands.find(runner, word.text, folder, page.path);
    found.push({ runner, word, known, placed: folder !== null });
  }
  return found;
}

function ofFile({ place, path, known, meant }: NamedFile, isOwn: boolean): Problem[] {
  return known === 'undefined' && (isOwn || meant !== null) ? [problemOf(place, 'file', path, meant)] : [];
}

function ofName({ runner, word, placed }: NamedCommand, isOwn: boolean, { commands }: RepositoryView): Problem[] {
  // What comes before the last colon makes a name no nearer.
  const own = word.text.length - word.text.lastIndexOf(':') - 1;
  const meant = nearestName(word.text, commands.names(runner), Math.min(3, Math.floor(own / 3)));
  return isOwn || placed || meant !== null ? [problemOf(word.place, runner, word.text, meant)] : [];
}

function problemOf(place: Place, kind: Runner | 'file', name: string, meant: string | null): Problem {
  const edits = [{ place, text: meant ?? '' }];
  const fixes = meant === null ? [] : [{ code: 'rename', data: { name: meant }, edits, safe: false }];
  return { place, data: { kind, name }, fixes };
}

const packageManager = /^(?:npm|yarn|pnpm|bun)$/;
const inFolderFlag = /^(?:-C|--directory|--prefix|--cwd|--dir|-d|--working-directory)$/;
/** Flags that make a command about something that is not read: another file, other packages. */
const elsewhereFlag =
  /^(?:-f|--file|--makefile|--justfile|-w|--workspaces?|--filter|--if-present|-F|-t|--taskfile|-g|--global)(?:=|$)/;

function namedBy({ words, folder }: OwnCommand, isFolder: (path: string) => boolean): Named | null {
  const [first, ...rest] = words;
  if (first === undefined) return null;
  const tasks = rakeTaskWords(words);
  if (tasks !== null) return { runner: 'rake', names: tasks, folder };
  const isPackage = packageManager.test(first.text);
  if (!isPackage && !/^(?:make|gmake|just|task)$/.test(first.text)) return null;
  const runner: Runner = isPackage ? 'package' : first.text === 'gmake' ? 'make' : (first.text as Runner);
  let at = folder;
  const names: PageWord[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] as PageWord;
    const [flag = '', given] = word.text.split('=', 2);
    if (elsewhereFlag.test(word.text)) return null;
    if (inFolderFlag.test(flag)) {
      const target = given ?? rest[++index]?.text ?? '';
      const place = resolvePath(folder ?? '', target);
      if (place === null || place === '' || !isFolder(place)) return null;
      at = place;
    } else if (word.text === '--' || /[<>]/.test(word.text)) break;
    else if (word.text.startsWith('-')) {
      if (runner === 'make' && /^-[jlo]$/.test(word.text) && /^\d+$/.test(rest[index + 1]?.text ?? '')) index++;
    } else if (!/^[A-Za-z_]\w*:?[?+]?=/.test(word.text)) names.push(word);
  }
  if (isPackage)
    return /^run(?:-script)?$/.test(names[0]?.text ?? '') ? { runner, names: names.slice(1, 2), folder: at } : null;
  // What follows a recipe's name are its arguments.
  return { runner, names: runner === 'just' ? names.slice(0, 1) : names, folder: at };
}

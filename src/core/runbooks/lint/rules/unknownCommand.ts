import { folderOf, resolvePath } from '../../../components/repositoryPath';
import type { Runner } from '../../commands/knownCommands';
import { nearestName } from '../../commands/nearest';
import { type ShellCommand, type ShellWord, shellCommands } from '../../commands/shellCommands';
import type { Problem } from '../problem';
import type { RepositoryView } from '../repositoryView';
import { type LintPage, operationalTypes, type Rule } from '../rule';

/**
 * RB041: a command names a target of make, a script of npm, a recipe of just or task, or a script file that the repository
 * does not have. Only where such a file is there at all, and only for commands that run in this repository.
 */
export const unknownCommand: Rule = {
  id: 'RB041',
  name: 'unknown-command',
  severity: 'warning',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    if (repository === null) return [];
    const { files } = repository;
    const commands = shellCommands(page.document, page.text, folderOf(page.path), path => files.isFolder(path));
    return commands.flatMap(command => [...ofRunner(command, page, repository), ...ofFile(command, page, repository)]);
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
  readonly names: readonly ShellWord[];
  /** As the command says it; null: where the page is. */
  readonly folder: string | null;
}

function ofRunner(command: ShellCommand, page: LintPage, { files, commands }: RepositoryView): Problem[] {
  const named = namedBy(command, path => files.isFolder(path));
  if (named === null) return [];
  const problems: Problem[] = [];
  for (const word of named.names) {
    if (!word.plain || !targetName.test(word.text) || (command.inline && prose.test(word.text))) break;
    if (named.runner === 'make' && (files.has(word.text) || prose.test(word.text))) break;
    if (commands.find(named.runner, word.text, named.folder, page.path) !== 'undefined') continue;
    const meant = nearestName(word.text, commands.names(named.runner), 3);
    problems.push({
      place: word.place,
      data: { kind: named.runner, name: word.text },
      fixes:
        meant === null
          ? []
          : [{ code: 'rename', data: { name: meant }, edits: [{ place: word.place, text: meant }], safe: false }],
    });
  }
  return problems;
}

const packageManager = /^(?:npm|yarn|pnpm|bun)$/;
const inFolderFlag = /^(?:-C|--directory|--prefix|--cwd|--dir|-d|--working-directory)$/;
/** Flags that make a command about something that is not read: another file, other packages. */
const elsewhereFlag =
  /^(?:-f|--file|--makefile|--justfile|-w|--workspaces?|--filter|--if-present|-F|-t|--taskfile|-g|--global)(?:=|$)/;

function namedBy({ words, folder }: ShellCommand, isFolder: (path: string) => boolean): Named | null {
  const [first, ...rest] = words;
  if (first === undefined) return null;
  const isPackage = packageManager.test(first.text);
  if (!isPackage && !/^(?:make|gmake|just|task)$/.test(first.text)) return null;
  const runner: Runner = isPackage ? 'package' : first.text === 'gmake' ? 'make' : (first.text as Runner);
  let at = folder;
  const names: ShellWord[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] as ShellWord;
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

const interpreter = /^(?:bash|sh|zsh|source|\.|python3?|ruby|node|perl)$/;
const scriptPath = /^(?:\.\/)?(?:[\w.-]+\/)+[\w.-]+$|^\.\/[\w-]+\.(?:sh|py|rb|pl|js|ts|ps1|bash)$/;
const built =
  /(?:^|\/)(?:node_modules|\.venv|venv|target|dist|build|out|_output|vendor|tmp|bin\/activate)(?:\/|$)|\/activate$/;
const fetched = /\b(?:curl|wget|unzip|tar|scp|rsync|gsutil cp|aws s3 cp|git clone|gh repo clone)\b/;

/** `./scripts/x.sh`, `bin/x`, `bash scripts/x.sh`: where the folder is there, and the file is not. */
function ofFile({ words, folder, inline }: ShellCommand, page: LintPage, { files }: RepositoryView): Problem[] {
  const runs = interpreter.test(words[0]?.text ?? '')
    ? words.slice(1).find(word => !word.text.startsWith('-'))
    : words[0];
  // In a sentence, `docs/page` may be a branch, a resource or a type.
  if (runs === undefined || !runs.plain || !scriptPath.test(runs.text) || built.test(runs.text)) return [];
  if (inline && !/^\.\/|\.(?:sh|py|rb|bash|ps1)$/.test(runs.text)) return [];
  const bases = folder === null ? ['', ...foldersAbove(page.path)] : [folder];
  const places = bases.map(base => resolvePath(base, runs.text)).filter(place => place !== null);
  const relative = resolvePath('', runs.text) ?? '';
  if (places.some(place => files.has(place) || files.isFolder(place) || files.isOutOfSight(place))) return [];
  if (folder === null && files.endingWith(relative).length > 0) return [];
  const isNear = places.some(place => folderOf(place) !== '' && files.isFolder(folderOf(place)));
  if (!isNear || fetched.test(page.text)) return [];
  return [{ place: runs.place, data: { kind: 'file', name: relative } }];
}

function foldersAbove(page: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(page); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

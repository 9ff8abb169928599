import { isComposePath } from '../../components/composeServices';
import { folderOf, foldersAround, nameOf, resolvePath } from '../../components/repositoryPath';
import { composeFileWords } from '../commands/composeFiles';
import type { Knowledge } from '../commands/knownCommands';
import { nearestName } from '../commands/nearest';
import type { OwnCommand } from '../commands/ownCommands';
import type { PageWord } from '../commands/pageCommands';
import type { FileIndex } from '../links/fileIndex';
import type { Place } from '../place';
import type { RepositoryView } from './repositoryView';
import type { LintPage } from './rule';

const interpreter = /^(?:bash|sh|zsh|source|\.|python3?|ruby|node|perl)$/;
const scriptPath = /^(?:\.\/)?(?:[\w.-]+\/)+[\w.-]+$|^\.\/[\w-]+\.(?:sh|py|rb|pl|js|ts|ps1|bash)$/;
const built =
  /(?:^|\/)(?:node_modules|\.venv|venv|target|dist|build|out|_output|vendor|tmp|bin\/activate)(?:\/|$)|\/activate$/;
const fetched = /\b(?:curl|wget|unzip|tar|scp|rsync|gsutil cp|aws s3 cp|git clone|gh repo clone)\b/;

/** A file that a command runs or reads. */
export interface NamedFile {
  /** Relative to where the command runs. */
  readonly path: string;
  readonly place: Place;
  readonly known: Knowledge;
  /** The one that was meant, as the command would say it. */
  readonly meant: string | null;
}

/**
 * `./scripts/x.sh`, `bin/x`, `bash scripts/x.sh`: undefined where the folder is there, and the file is not; null for a command
 * that runs no script, or one of which nothing can be said.
 */
export function scriptOf(
  { words, folder, inline }: OwnCommand,
  page: LintPage,
  { files }: RepositoryView,
): NamedFile | null {
  const isInterpreted = interpreter.test(words[0]?.text ?? '');
  const runs = isInterpreted ? words.slice(1).find(word => !word.text.startsWith('-')) : words[0];
  if (runs === undefined || !runs.plain || !scriptPath.test(runs.text) || built.test(runs.text)) return null;
  // In a sentence, a path alone is a file that is spoken of, or something else.
  if (inline && !isInterpreted && !runs.text.startsWith('./')) return null;
  const file = fileOf(runs, folder, page, files);
  return file?.known === 'undefined' && !file.path.includes('/') ? null : file;
}

/** A page that shows what goes into a compose file, or makes one, tells of one that is not here yet. */
const composeContent = /^[\t >]*services:/m;
const making =
  /\b(?:cp|mv|ln|tee|touch|cat|vim?|nano|code|edit|creat\w+|writ\w+|sav\w+|cop(?:y|ies)|renam\w+|generat\w+|add)\b|>/i;
const template = /[.-](?:example|sample|template|tmpl|tpl|dist|j2|erb)\b/;

/** So many missing files of a page are looked into; a page that names more is no runbook. */
const mostMissing = 20;

/** By page: what became of the missing files it names, since the same one is often named again. */
const missing = new WeakMap<LintPage, Map<string, Missing | null>>();

/** The file that was meant instead, if any. */
type Missing = Pick<NamedFile, 'meant'>;

/** `docker compose -f x.yml up`: likewise, in the order of the command. Files that the page or a template makes are left out. */
export function composeFilesOf({ words, folder }: OwnCommand, page: LintPage, repository: RepositoryView): NamedFile[] {
  const known = missing.get(page) ?? new Map<string, Missing | null>();
  missing.set(page, known);
  return composeFileWords(words).flatMap(word => {
    const file = word.plain && /\.ya?ml$/.test(word.text) ? fileOf(word, folder, page, repository.files) : null;
    if (file === null || file.known === 'defined') return file ?? [];
    const key = `${folder ?? ''}\0${file.path}`;
    if (!known.has(key))
      known.set(key, known.size < mostMissing ? missingFile(file.path, folder, page, repository) : null);
    const found = known.get(key) ?? null;
    return found === null ? [] : { ...file, ...found };
  });
}

/** null: it is somewhere, or is made. */
function missingFile(file: string, folder: string | null, page: LintPage, repository: RepositoryView): Missing | null {
  // Steps of a block are also run in terminals that have not gone where the one before went.
  if (repository.files.endingWith(file).length > 0) return null;
  const name = nameOf(file);
  const mentions = page.text.split('\n').filter(line => line.includes(name));
  const stem = name.replace(/\.ya?ml$/, '');
  const paths = [...repository.paths];
  const isMade =
    composeContent.test(page.text) ||
    mentions.some(line => making.test(line)) ||
    paths.some(path => nameOf(path).startsWith(stem) && template.test(nameOf(path)));
  if (isMade) return null;
  const base = folder === null || folder === '' ? '' : `${folder}/`;
  const here = paths.filter(path => path.startsWith(base) && isComposePath(path)).map(path => path.slice(base.length));
  return { meant: nearestName(file, here, 3) };
}

function fileOf(word: PageWord, folder: string | null, page: LintPage, files: FileIndex): NamedFile | null {
  const bases = folder === null ? ['', ...foldersAround(page.path)] : [folder];
  const places = bases.map(base => resolvePath(base, word.text)).filter(place => place !== null);
  const path = resolvePath('', word.text);
  const found = (known: Knowledge): NamedFile => ({ path: path ?? word.text, place: word.place, known, meant: null });
  if (places.some(place => files.has(place))) return found('defined');
  if (places.some(place => files.isFolder(place) || files.isOutOfSight(place)) || fetched.test(page.text)) return null;
  if (folder === null && path === null) return null;
  if (folder === null && files.endingWith(path ?? '').length > 0) return found('defined');
  return places.some(place => files.isFolder(folderOf(place))) ? found('undefined') : null;
}

import { parseCodeowners } from '../../components/codeowners';
import { folderOf, inFolder, nameOf } from '../../components/repositoryPath';

/** The files of a repository, to ask whether a path that a page names is there. Paths are relative to the root. */
export class FileIndex {
  readonly #paths: ReadonlySet<string>;
  readonly #folders = new Set<string>(['']);
  /** By name in lower case. */
  readonly #named = new Map<string, string[]>();
  readonly #ignored: (path: string) => boolean;

  /** @param texts of `.gitignore` files, by path; others are not looked at */
  constructor(paths: ReadonlySet<string>, texts: ReadonlyMap<string, string> = new Map()) {
    this.#paths = paths;
    for (const path of paths) {
      const name = nameOf(path).toLowerCase();
      const same = this.#named.get(name);
      if (same === undefined) this.#named.set(name, [path]);
      else same.push(path);
      for (let folder = folderOf(path); !this.#folders.has(folder); folder = folderOf(folder))
        this.#folders.add(folder);
    }
    this.#ignored = ignoredBy(texts);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** Files of that name, ignoring case. */
  named(name: string): readonly string[] {
    return this.#named.get(name.toLowerCase()) ?? [];
  }

  /** The one file whose path differs in case only; null when there is none, or two. */
  inOtherCase(path: string): string | null {
    const found = this.named(nameOf(path)).filter(other => other.toLowerCase() === path.toLowerCase());
    return found.length === 1 && found[0] !== path ? (found[0] ?? null) : null;
  }

  /** Files whose path ends with that one, part by part. */
  endingWith(path: string): readonly string[] {
    return this.named(nameOf(path)).filter(other => other === path || other.endsWith(`/${path}`));
  }

  /** Whether the path leads into what git does not list: a submodule, a link to a folder, a file that is not committed. */
  isOutOfSight(path: string): boolean {
    if (this.#ignored(path) || this.#ignored(inFolder(path, 'file'))) return true;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      if (this.#paths.has(folder)) return true;
      if (this.#folders.has(folder)) return false;
    }
    return false;
  }
}

/** The patterns of CODEOWNERS are those of gitignore(5); exceptions (`!`) are left out, so that more is ignored, not less. */
function ignoredBy(texts: ReadonlyMap<string, string>): (path: string) => boolean {
  const files = [...texts]
    .filter(([path]) => nameOf(path) === '.gitignore')
    .map(([path, text]) => ({ folder: folderOf(path), rules: parseCodeowners(text) }));
  return path =>
    files.some(({ folder, rules }) => {
      if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
      return rules.ownersOf(folder === '' ? path : path.slice(folder.length + 1)) !== null;
    });
}

import { folderOf, inFolder } from '../../components/repositoryPath';
import { makeTargets } from '../../scaffold/facts/makefile';
import { yamlDocument } from '../../scaffold/facts/yamlTree';
import { type CommandSourceKind, commandSourceKind } from './commandSources';
import { isOwnNamespace, rakeTasks } from './rakeTasks';

/** Names that a file gives its commands; `open`: there may be more than can be read from it. */
interface Definitions {
  readonly names: ReadonlySet<string>;
  /** Whether it has a name, or may have it by a pattern. */
  defines(name: string): boolean;
  readonly open: boolean;
}

/** Which tool runs the name. */
export type Runner = 'make' | 'package' | 'just' | 'task' | 'rake';

/** `unknown`: there is no such file here, or it may hold more than can be read. */
export type Knowledge = 'defined' | 'undefined' | 'unknown';

const readers: Readonly<Record<Runner, (text: string) => Definitions>> = {
  make: makeDefinitions,
  package: text => {
    const scripts = yamlDocument(text).get('scripts');
    return definitions(
      scripts.entries.map(({ key }) => key),
      false,
    );
  },
  just: justDefinitions,
  task: text => {
    const document = yamlDocument(text);
    const tasks = document.get('tasks').entries;
    const aliases = tasks.flatMap(({ value }) => value.get('aliases').texts.map(alias => alias.text));
    const open = document.get('includes').entries.length > 0 || tasks.length === 0;
    return definitions([...tasks.map(({ key }) => key), ...aliases], open);
  },
  rake: rakeTasks,
};

/** Names, all as they are written. */
function definitions(written: Iterable<string>, open: boolean): Definitions {
  const names = new Set(written);
  return { names, defines: name => names.has(name), open };
}

/** Files of a tool that others take in, wherever they are. */
const part = /\.(?:mk|rake)$/;

/** The names that a repository's Makefiles, npm manifests, justfiles, Taskfiles and Rakefiles define. Files are read when first asked for. */
export class KnownCommands {
  readonly #definitions = new Map<string, Definitions>();
  readonly #paths = new Map<CommandSourceKind, string[]>();

  /** @param paths every path of the repository; what `texts` lacks of them may define anything */
  constructor(
    paths: Iterable<string>,
    private readonly texts: ReadonlyMap<string, string>,
  ) {
    for (const path of paths) {
      const kind = commandSourceKind(path);
      const same = kind === null ? undefined : this.#paths.get(kind);
      if (same !== undefined) same.push(path);
      else if (kind !== null) this.#paths.set(kind, [path]);
    }
  }

  /**
   * Whether a name is defined for a tool: in the folder, when one is given, else anywhere. A name that nothing defines is
   * `undefined` only where the root, a folder of the page or the given one has a file of that tool, and all is read; a task
   * of rake only where no gem may have it.
   */
  find(runner: Runner, name: string, folder: string | null, page: string): Knowledge {
    const paths = this.#paths.get(runner) ?? [];
    const own = paths.filter(path => !part.test(path) && near(folderOf(path), folder, page));
    if (own.length === 0) return 'unknown';
    const all = (folder === null ? paths : paths.filter(path => own.includes(path) || part.test(path))).map(path =>
      this.#read(runner, path),
    );
    if (all.some(each => each.defines(name))) return 'defined';
    const isOwn = runner !== 'rake' || isOwnNamespace(name, this.names(runner));
    return !isOwn || all.some(({ open }) => open) ? 'unknown' : 'undefined';
  }

  /** Every name that is defined for a tool, to find the one that was meant. */
  names(runner: Runner): readonly string[] {
    return (this.#paths.get(runner) ?? []).flatMap(path => [...this.#read(runner, path).names]);
  }

  #read(runner: Runner, path: string): Definitions {
    let found = this.#definitions.get(path);
    if (found === undefined) {
      const text = this.texts.get(path);
      found = text === undefined ? definitions([], true) : readers[runner](text);
      if (runner === 'make' && text !== undefined && !found.open)
        found = { ...found, open: this.#includesMore(path, text) };
      this.#definitions.set(path, found);
    }
    return found;
  }

  /** Whether a Makefile includes what is not read. */
  #includesMore(path: string, text: string): boolean {
    const included = [...text.matchAll(/^[ ]*[-s]?include[ \t]+([^\n#]+)/gm)].flatMap(match =>
      (match[1] ?? '').trim().split(/\s+/),
    );
    return included.some(file => {
      const isKnown = [inFolder(folderOf(path), file), file].some(
        each => this.texts.has(each) && commandSourceKind(each) === 'make',
      );
      // Variables of a tool or a checkout; what they hold are seldom targets.
      return !isKnown && !/(?:^|\/)(?:\.env\b|.*\.env$)/.test(file);
    });
  }
}

const near = (folder: string, given: string | null, page: string): boolean =>
  given !== null ? folder === given : folder === '' || page.startsWith(`${folder}/`);

function makeDefinitions(text: string): Definitions {
  const names = new Set(makeTargets(text).map(({ name }) => name));
  const patterns: RegExp[] = [];
  for (const line of text.split('\n', 20_000)) {
    if (!/^[^\s#].*:/.test(line) || !/[%$/]/.test(line.split(':', 1)[0] ?? '') || line.length > 2000) continue;
    if (/^[^:]*=/.test(line.replace(/\$[({][^)}]*[)}]/g, ''))) continue;
    for (const target of (line.split(/:(?![^({]*[)}])/, 1)[0] ?? '').split(/\s+(?![^({]*[)}])/)) {
      if (/[%$]/.test(target) && patterns.length < 200) patterns.push(wildcard(target));
    }
  }
  // `$(1)-build:` in a definition, expanded later.
  const open = /\$[({]eval\b|^\.DEFAULT\b/m.test(text);
  return { names, defines: name => names.has(name) || patterns.some(pattern => pattern.test(name)), open };
}

/** `build-%` and `$(x)-build` as an expression; more than two gaps match all. */
function wildcard(target: string): RegExp {
  const parts = target.split(/%|\$[({][^)}]*[)}]+|\$\w/);
  const escaped = parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length > 3 ? /^/ : new RegExp(`^${escaped.join('.+')}$`);
}

function justDefinitions(text: string): Definitions {
  const names = new Set<string>();
  for (const line of text.split('\n', 20_000)) {
    const recipe = /^@?([A-Za-z_][\w-]*)(?:[ \t][^:]{0,500})?:(?!=)/.exec(line.slice(0, 1000));
    const alias = /^alias[ \t]+([\w-]+)[ \t]*:=/.exec(line.slice(0, 200));
    const name = recipe?.[1] ?? alias?.[1];
    if (name !== undefined) names.add(name);
  }
  return definitions(names, /^(?:import|mod|!include)\b/m.test(text));
}

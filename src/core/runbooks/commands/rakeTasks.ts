/** What a Rakefile or a `.rake` file defines. */
export interface RakeTasks {
  /** Full names (`data:backfill`), as indentation tells; those that are put together when it runs are left out. */
  readonly names: ReadonlySet<string>;
  /** Whether the file may define a task of that full name, however its blocks are nested. */
  defines(name: string): boolean;
  /** There may be more than can be read: it loads other files than `.rake`, or puts together names outside of namespaces. */
  readonly open: boolean;
}

const mostLines = 20_000;
/** Where a task is defined stands at the beginning of its line. */
const longestLine = 300;
const deepestNamespace = 12;

// A statement begins its line, or stands in a block on one.
const begin = String.raw`(?:^|[;{]|\bdo\b)[ \t]*(?:\|[^|]*\|[ \t]*)?`;
const literal = String.raw`(?::?"([^"]{1,200})"|:?'([^']{1,200})'|:([A-Za-z_]\w*[?!]?)|([A-Za-z_]\w*):(?!:))`;
/** `namespace :x`, `task 'x'`, `task x: :y`, `logged_task(:x)`, `RSpec::Core::RakeTask.new(:x)`. */
const call = new RegExp(
  String.raw`${begin}(namespace|\w*task|[\w:.]+\.define_task|[\w:]*Task\w*\.new)(?:[ \t]*\([ \t{]*|[ \t]+|$)(?:${literal}|(?=[\w"'%*@:[]|$))`,
  'g',
);
/** Words of rake itself; what others do with a variable is not known. */
const ownWord = /^(?:namespace|(?:multi)?task)$/;
/** Any other call with a name and a block may be a word of one's own for `task`. */
const block = new RegExp(String.raw`^[ \t]*[\w.:]+[ (]+${literal}.*\bdo(?:[ \t]*\|[^|]*\|)?[ \t]*$`);
const loading = /^[ \t]*(load|import|require_relative)(?:[ \t]*\(|[ \t]+)[ \t]*(?![ \t=])(.*)$/;

/** What a block loads, one after the other. */
const loadingBeside = /\S[ \t]+(?:load|import|require)[ \t(]+\w+\b|method\(:(?:load|import|require\w*)\)/;
/** A file of the repository's own, by a path that names tasks. */
const requiring = /\brequire\b(?=.*(?:\.\.?\/|__dir__|expand_path)).*(?:task|rake\/)/i;

/**
 * Reads the tasks of a Rakefile or a `.rake` file. Never throws; of bad Ruby it takes what looks like a task.
 *
 * @see https://docs.ruby-lang.org/en/master/Rake/DSL.html
 */
export function rakeTasks(text: string): RakeTasks {
  const names = new Set<string>();
  const spaces = new Set<string>();
  const tasks = new Set<string>();
  /** Below these, tasks have any name. */
  const families = new Set<string>();
  const around: { readonly indent: number; readonly name: string | null }[] = [];
  let open = false;
  for (const written of text.split(/\r?\n/, mostLines)) {
    const line = written.slice(0, longestLine).replace(/^([ \t]*)#.*$/, '$1');
    // Only an end closes: the text of a heredoc may stand further left than what is around it.
    if (/^[ \t]*(?:end\b|\})/.test(line)) {
      const indent = line.search(/\S/);
      while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    }
    const depth = around.length;
    const [, verb, loaded] = loading.exec(line) ?? [];
    if (loaded !== undefined)
      open ||= verb === 'require_relative' ? /task|rake/i.test(loaded) : loadsMore(loaded, text);
    if (loadingBeside.test(line)) open ||= !/\*\.rake\b/.test(text);
    if (requiring.test(line)) open = true;
    for (const [, word = '', ...literals] of line.matchAll(call)) {
      const name = nameOf(literals);
      const outer = around.map(each => each.name);
      if (word === 'namespace') {
        if (around.length < deepestNamespace) around.push({ indent: line.search(/\S/), name });
        else open = true;
        for (const part of name?.split(':') ?? []) spaces.add(part);
      }
      if (name === null) {
        const known = outer.includes(null) ? outer.slice(0, outer.indexOf(null)) : outer;
        if (known.length > 0) families.add(known.join(':'));
        else open ||= ownWord.test(word);
      } else if (word !== 'namespace') {
        tasks.add(name);
        const isFollowed = !outer.includes(null);
        if (isFollowed && (ownWord.test(word) || word.includes('.'))) names.add([...outer, name].join(':'));
        // `RuboCop::RakeTask.new(:style)` has tasks below its name, too.
        if (isFollowed && word.endsWith('.new')) families.add([...outer, name].join(':'));
      }
    }
    // A block on one line.
    if (/(?:\}|\bend)[ \t]*$/.test(line)) around.splice(depth);
    const named = block.exec(line);
    const name = named === null ? null : nameOf(named.slice(1));
    if (name !== null) tasks.add(name);
  }
  const defines = (name: string): boolean => {
    for (let at = name.length; at > 0; at = name.lastIndexOf(':', at - 1))
      if (families.has(name.slice(0, at))) return true;
    for (let rest = name; ; ) {
      if (tasks.has(rest)) return true;
      const colon = rest.indexOf(':');
      if (colon < 0 || !spaces.has(rest.slice(0, colon))) return false;
      rest = rest.slice(colon + 1);
    }
  };
  return { names, defines, open };
}

/** Null where it is put together or a variable. */
function nameOf(literals: readonly (string | undefined)[]): string | null {
  const name = literals.find(each => each !== undefined);
  return name === undefined || name.includes('#{') ? null : name;
}

/** Whether what is loaded may define tasks and is none of the `.rake` files, which are all read. */
function loadsMore(loaded: string, text: string): boolean {
  if (/\.rake\b|\bseeds?\b/.test(loaded)) return false;
  // `Dir.glob('tasks/*.rake').each { |file| load file }`
  return !(/^\w+\b(?!["'])/.test(loaded) && /\*\.rake\b/.test(text));
}

/** First parts of the names that come with Rails and with gems that are used a lot, among those that people choose, too. */
const ofGems = new Set(
  (
    'db app assets log tmp test spec time cache dev secret secrets credentials encryption zeitwerk stats notes routes ' +
    'rails railties action_mailbox action_text active_storage active_record turbo stimulus importmap css javascript ' +
    'tailwindcss webpacker vite yarn bun data jobs resque sidekiq delayed_job solid_queue good_job que elasticsearch ' +
    'searchkick chewy sunspot thinking_sphinx ts pg_search i18n sitemap friendly_id paperclip carrierwave parallel ci ' +
    'cucumber rspec jasmine teaspoon karma coverage simplecov pact rswag graphql openapi rubocop standard lint brakeman ' +
    'bundle bundler release build gem doc docs yard rdoc mongoid neo4j kafka hyrax blacklight solr devise doorkeeper ' +
    'spree solidus flipper maintenance_tasks after_party'
  ).split(' '),
);

/**
 * Whether a task can only be the repository's own: it stands in a namespace in which the repository has tasks, and which no
 * gem is known to have. A task without a namespace may be any gem's.
 *
 * @param names full names of the repository's tasks
 */
export function isOwnNamespace(task: string, names: Iterable<string>): boolean {
  const end = task.lastIndexOf(':');
  if (end <= 0 || ofGems.has(task.split(':', 1)[0] ?? '')) return false;
  const space = task.slice(0, end + 1);
  for (const name of names) if (name.startsWith(space)) return true;
  return false;
}

import { changesElsewhere, remoteTools } from '../runbooks/commands/commandEffect';
import { commandsOfLine } from '../runbooks/commands/shellWords';

/**
 * What a command takes away: `replaced`, containers that others take the place of, with the volumes of the old ones even
 * where these have no name, and containers that no file names any more; `containers`, with what they keep in no named volume; something that lies `elsewhere`, not on
 * the machine where it is typed; or `data`, volumes, images or files, which may not come back.
 */
export type Removal = 'replaced' | 'containers' | 'elsewhere' | 'data';

const grades: readonly Removal[] = ['replaced', 'containers', 'elsewhere', 'data'];

/** The gravest of some; null where there is none. */
export function gravest(removals: readonly (Removal | null)[]): Removal | null {
  return grades.findLast(grade => removals.includes(grade)) ?? null;
}

/** As a part of a fact. */
export const removing = (removes: Removal | null): { readonly removes?: Removal } =>
  removes === null ? {} : { removes };

const longestText = 100_000;
const longestLine = 1000;

const compose = String.raw`(?:\bdocker[ -]compose\b|\bpodman[ -]compose\b|\$[({]?\w*(?:compose|dc)\w*[)}]?(?!\w))`;

const removesData = new RegExp(
  [
    String.raw`(?<![\w-])--(?:volumes|rmi|purge|renew-anon-volumes)(?![\w-])`,
    String.raw`\bdown\s+(?:\S+\s+)*?-v\b|\bup\s+(?:-\S+\s+)*?-[Vd]*V\b`,
    String.raw`\b(?:docker|podman|\$\w+)\s+(?:rmi\b|(?:volume|image)\s+(?:rm|remove)\b)`,
    String.raw`\b(?:system|builder|buildx|images?|containers?|volumes?|networks?)\s+prune\b`,
    String.raw`\bdropdb\b|\bdrop\s+(?:database|schema|table|index|view|collection|keyspace|user|role)\b`,
    String.raw`\b(?:db|database|es|index|schema)[ :](?:drop|reset|purge|delete)\b`,
    String.raw`\btruncate\b|\bflush(?:all|db)\b|\bdestroy\b|\b(?:mkfs|wipe)\b`,
    String.raw`\bdelete\s+from\s+\w`,
    String.raw`\bkubectl\s+(?:\S+\s+)*?delete\s|\bdelete\s+(?:-f\b|ns\b|namespace|pvc?\b)`,
    String.raw`\bhelm\s+(?:\S+\s+)*?(?:uninstall|delete)\s`,
    String.raw`\baws\s+(?:\S+\s+)*?(?:(?:delete|terminate|deregister)-\w|rm\s|rb\s)`,
    String.raw`\bgsutil\s+(?:-m\s+)?r[mb]\s|\b(?:gcloud|az)\s+(?:\S+\s+)*?delete\b`,
    String.raw`\bdelete[-_](?:bucket|topic|index|indices|table|database|collection|cluster|stack|object|volume|snapshot)s?\b`,
    String.raw`\b(?:bucket|topic|index|database|table)[-_]delete\b|-cli\s+(?:\S+\s+)?delete\b`,
    // Of programs: what a library is asked to do.
    String.raw`\.(?:delete|terminate|drop|purge)_\w+\(|\brmtree\(`,
    String.raw`\bgit\s+clean\s+-\w*[fdx]`,
    String.raw`\bmanage\.py["']?\s+(?:flush|reset_(?:db|schema))\b`,
    String.raw`(?:\bmanage\.py|\bartisan|\bconsole|\brails|\bflask|\brake|\bpython[\d.]*\s+\S+\.py)["']?\s(?:[^|;&]*\s)?--(?:reset|flush|wipe|drop)(?![\w-])`,
    // What is restored takes the place of what is there.
    String.raw`\b(?:pg_restore|mongorestore|loaddata)\b`,
  ].join('|'),
  'i',
);

const publishes =
  /\bgit\s+push\b(?!.*\s--dry-run)|\b(?:docker|podman)\s+(?:[^\s;&|]+\s+)*?(?:--)?push\b|\b(?:gem|helm)\s+push\b|\b(?:npm|pnpm|yarn|cargo)\s+publish\b(?!.*\s--dry-run)|\btwine\s+upload\b|\.revoke_\w+\(/i;

const named = new RegExp(String.raw`(?<![\w-])\$?[({]?(?:${remoteTools.join('|')})\b`, 'i');

/** Whether a line of a shell or a recipe, its tools in variables or not, changes what lies elsewhere: `@$(KUBECTL) apply -f k8s`. */
function isElsewhere(line: string): boolean {
  if (publishes.test(line)) return true;
  if (!named.test(line)) return false;
  const plain = line
    .replace(/^\s*[@-]+/, '')
    .replace(/^\s*(?:function\s+[\w-]+(?:\s*\(\))?|[\w-]+\s*\(\))\s*\{/, '')
    // Words of a list, as programs hand them on: `["terraform", "apply"]`.
    .replace(/(["'])\s*,\s*\1/g, ' ')
    .replace(/\$(?:\(([A-Z]+)\)|\{([A-Z]+)\}|([A-Z]+)\b)/g, (_, ...said) => said.slice(0, 3).join('').toLowerCase());
  return commandTexts(plain).some(text =>
    commandsOfLine(text).some(words => changesElsewhere(words.map(word => word.text))),
  );
}

/** A line and what it runs inside of it: in `$(…)` and backticks, and in quotes, whose text another program may run. */
function commandTexts(line: string): readonly string[] {
  const texts: string[] = [];
  let rest = line;
  for (let inner = innermost.exec(rest); inner !== null; inner = innermost.exec(rest)) {
    texts.push((inner[1] ?? inner[2] ?? '').replace(/^shell\s/, ''));
    rest = `${rest.slice(0, inner.index)}_${rest.slice(inner.index + inner[0].length)}`;
  }
  texts.push(rest);
  return [...texts, ...texts.flatMap(unquoted).map(text => text.replace(/^\s*eval\s/, ''))];
}

// What is only said, or looked for, is not run.
const says =
  /(?:\b(?:e?grep|rg|log\w*|info|warn\w*|err(?:or)?|die|fail|fatal|abort|usage|print\w*|msg|\w*(?:Error|Exception))|\.(?:info|warn\w*|error|debug|log))\b[^|;&]*$/i;

/** What stands in quotes and between them. */
const unquoted = (text: string): readonly string[] =>
  text.split(/["'`]/).filter((_, at, pieces) => at % 2 === 0 || !says.test(pieces[at - 1] ?? ''));

// What is not closed goes on in the next line.
const innermost = /\$\(([^()]*)(?:\)|$)|`([^`]+)(?:`|$)/;

const removesContainers = new RegExp(
  String.raw`${compose}.*\s(?:down|rm)(?:\s|$)|\b(?:docker|podman)\s+(?:container\s+)?rm\s`,
  'i',
);

const replacesContainers = /(?<![\w-])--(?:force-recreate|remove-orphans)(?![\w-])/i;

/** What the gravest line of a script or a recipe removes; comments and what is only said are no commands. */
export function removalOf(text: string): Removal | null {
  const whole = text.slice(0, longestText);
  let found: Removal | null = null;
  for (const raw of whole.split('\n')) {
    const line = spokenLeftOut(raw.slice(0, longestLine));
    if (removesData.test(line) || removesFiles(line, whole)) return 'data';
    if (isElsewhere(line)) found = 'elsewhere';
    else if (removesContainers.test(line)) found = gravest([found, 'containers']);
    else if (replacesContainers.test(line)) found ??= 'replaced';
  }
  return found;
}

/** A line of a shell without its comment and what it only says. */
export const spokenLeftOut = (line: string): string =>
  /^\s*(?:#|\/\/)/.test(line)
    ? ''
    : line
        .replace(/\btrap\s+(['"])(.*)\1.*$/, '$2')
        .replace(/\b(?:echo|printf|read\s+-\w*p)\s+(?:-\w+\s+)*(?:"[^"]*"|'[^']*'|[^"'|;&>]*)/g, '');

// A path that a build or a test makes anew.
const madeAnew =
  /(?:^|[/_.$-])(?:tmp\w*|temp(?:dir|file|orary|[-_]\w+)?|build|dist|out|output|target|node_modules|vendor|venv|coverage|htmlcov|__pycache__|static|assets|generated|cache|\w*_cache|bin\/obj|logs?|reports?|results?|artifacts?)(?:[/*_.}"'\s)-]|$)|\.(?:log|pid|lock|sock|tmp|pyc|o|egg-info|tfplan|plan)$/i;

// Outside of the work tree nothing is a build's.
const elsewhereOnDisk = /^(?:\/(?!tmp\b|var\/tmp\b|dev\/shm\b)|~)/;

/** Whether `rm` takes anything but what is temporary or made by a build. */
function removesFiles(line: string, whole: string): boolean {
  // Of containers, of git and of a bucket it is another program's word.
  if (/\brm\b/.test(line) && (removesContainers.test(line) || /\bgit\s+(?:\S+\s+)?rm\b/.test(line))) return false;
  return [...line.matchAll(/(?<![\w-])(?:rm|rimraf)\s+((?:-\w+\s+|--\w[\w-]*\s+)*)((?:\$\([^)]*\)|[^|;&)\n])+)/g)].some(
    ([said, options = '', targets = '']) => {
      if (!said.startsWith('rimraf') && !/-\w*[rRf]|--(?:recursive|force)/.test(options)) return false;
      return targets
        .trim()
        .split(/\s+/)
        .filter(target => target !== '' && !/^-|^\d?>|^['"]?$/.test(target))
        .some(target => !isTemporary(target, whole));
    },
  );
}

function isTemporary(target: string, whole: string): boolean {
  const plain = target
    .replace(/["'`\\]/g, '')
    .replace(
      /\$(?:\{(\w+)[^}]*\}|\((\w+)\)|(\w+))/g,
      (_, braced = '', made = '', bare = '') => `$${braced}${made}${bare}`,
    );
  if (elsewhereOnDisk.test(plain)) return false;
  if (madeAnew.test(plain)) return true;
  const name = /^\$(\w+)/.exec(plain)?.[1];
  if (name === undefined) return false;
  const set = new RegExp(String.raw`(?:^|[\s;])${name}\s*[:?]?=\s*(\S.*)`, 'm').exec(whole)?.[1] ?? '';
  const value = set.replace(/["'`]/g, '');
  return /\bmktemp\b/.test(set) || (!elsewhereOnDisk.test(value) && madeAnew.test(value));
}

const verb =
  /(?<![\w-])(?:delet(?:e|es|ing)|remov(?:e|es|ing)|destroy(?:s|ing)?|wip(?:e|es|ing)|purg(?:e|es|ing)|truncat(?:e|es|ing)|overwrit(?:e|es|ing)|drop(?:s|ping)?(?=\s+(?:and\b|(?:\w+\s+){0,3}(?:db|databases?|tables?|schemas?|ind(?:ex|exes|ices)|data|collections?|users?)\b)))\b/i;
const harmless = /\b(?:not|never|without|instead of|n't)\b[^.]{0,20}$|n't\s+\w*\s*$/i;
const slight =
  /^\W*(?:the |any |all |its |own |extra |unused |unneeded )*(?:te?mp\w*|trailing|leading|whitespace|blank|duplicates?|prefix\w*|suffix\w*|comments?|quotes?|lines?|characters?|ansi|build|generated|caches?|artifacts?)\b/i;

/** The sentence of what is said about a script that says it removes something; '' where none does. */
export function warningIn(said: string): string {
  // A paragraph and what stands before a list end a sentence, too.
  const sentences =
    said
      .replace(/:?[ \t]*\n\s*(?=\n|[*-] )/g, '. ')
      .replace(/\s+/g, ' ')
      .match(/[^.!?]+(?:[.!?](?!\s)[^.!?]*)*[.!?]?/g) ?? [];
  return (
    sentences
      .map(sentence => sentence.trim().replace(/^(?:note|warning|caution|beware|\d+\.)\s*[:!]?\s*/i, ''))
      .find(sentence => {
        const at = verb.exec(sentence);
        return (
          at !== null &&
          !harmless.test(sentence.slice(0, at.index)) &&
          !slight.test(sentence.slice(at.index + at[0].length))
        );
      }) ?? ''
  );
}

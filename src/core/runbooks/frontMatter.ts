import { isMap, isNode, isScalar, isSeq, LineCounter } from 'yaml';
import { parseYaml } from '../components/parseYaml';
import type { Place } from './place';

/** A value of the front matter, and where its key and the value stand. */
export interface FrontMatterValue {
  readonly value: string;
  readonly place: Place;
}

/** What a runbook says about itself. Keys are matched ignoring case, `_`, `-` and spaces. */
export interface FrontMatter {
  readonly title: FrontMatterValue | null;
  readonly type: FrontMatterValue | null;
  readonly component: FrontMatterValue | null;
  readonly owner: FrontMatterValue | null;
  readonly ownerSlack: FrontMatterValue | null;
  readonly team: FrontMatterValue | null;
  readonly backup: FrontMatterValue | null;
  readonly lastReviewedOn: FrontMatterValue | null;
  readonly reviewIn: FrontMatterValue | null;
  /** Every scalar and list at the top, by its own key; a list is joined by `, `. */
  readonly all: ReadonlyMap<string, FrontMatterValue>;
}

const aliases = {
  title: ['title', 'alertname', 'alert'],
  type: ['type', 'runbooktype', 'kind'],
  component: ['component', 'service', 'servicename', 'application', 'app', 'system'],
  owner: ['owner', 'owners', 'serviceowner', 'dri', 'maintainer', 'maintainers', 'responsible', 'owningteam'],
  ownerSlack: ['ownerslack', 'slack', 'slackchannel'],
  team: ['team', 'squad', 'group'],
  backup: ['backup', 'backups', 'secondary', 'deputy'],
  lastReviewedOn: ['lastreviewedon', 'lastreviewed', 'reviewedon', 'lasttested', 'lastupdated'],
  reviewIn: ['reviewin', 'reviewcycle', 'reviewevery', 'reviewby', 'expireby', 'staleafter'],
} as const;

const longest = 64 * 1024;

/**
 * Reads front matter. `text` is what stands between the fences, `firstLine` the line of the document its first line is on.
 * What is not a map of plain values gives an empty answer, never an error; aliases are not expanded.
 */
export function parseFrontMatter(text: string, firstLine: number, language: 'yaml' | 'toml'): FrontMatter {
  const all = new Map<string, FrontMatterValue>();
  const source = text.slice(0, longest);
  if (language === 'yaml') readYaml(source, firstLine, all);
  else readToml(source, firstLine, all);
  const byPlainKey = new Map<string, FrontMatterValue>();
  for (const [key, value] of all) {
    const plain = key.toLowerCase().replace(/[-_ ]/g, '');
    if (!byPlainKey.has(plain)) byPlainKey.set(plain, value);
  }
  const find = (name: keyof typeof aliases): FrontMatterValue | null => {
    for (const alias of aliases[name]) {
      const value = byPlainKey.get(alias);
      if (value !== undefined && value.value !== '') return value;
    }
    return null;
  };
  return {
    title: find('title'),
    type: find('type'),
    component: find('component'),
    owner: find('owner'),
    ownerSlack: find('ownerSlack'),
    team: find('team'),
    backup: find('backup'),
    lastReviewedOn: find('lastReviewedOn'),
    reviewIn: find('reviewIn'),
    all,
  };
}

/** The front matter of a document that has none. */
export const noFrontMatter: FrontMatter = parseFrontMatter('', 1, 'yaml');

function plain(node: unknown): string | null {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value ?? ''));
  if (!isSeq(node)) return null;
  const items = node.items.slice(0, 50).map(item => (isScalar(item) ? plain(item) : null));
  return items.every(item => item !== null) ? items.join(', ') : null;
}

/** Begin, end of the value, end of the node with what follows; see the YAML library. */
const rangeOf = (node: unknown): readonly number[] | null | undefined => (isNode(node) ? node.range : null);

function readYaml(source: string, firstLine: number, into: Map<string, FrontMatterValue>): void {
  try {
    const lineCounter = new LineCounter();
    const [document] = parseYaml(source, lineCounter);
    if (!isMap(document?.contents)) return;
    for (const pair of document.contents.items) {
      const key = plain(pair.key);
      const value = plain(pair.value);
      if (key === null || value === null || into.has(key)) continue;
      const start = lineCounter.linePos(rangeOf(pair.key)?.[0] ?? 0);
      const end = lineCounter.linePos(rangeOf(pair.value)?.[1] ?? rangeOf(pair.key)?.[1] ?? 0);
      const place = {
        line: firstLine + start.line - 1,
        column: start.col,
        endLine: firstLine + end.line - 1,
        endColumn: end.col,
      };
      into.set(key, { value: value.trim(), place });
    }
  } catch {
    // Too deep to be parsed: says nothing.
  }
}

// Hugo's TOML front matter: single-line keys are all that is looked for.
function readToml(source: string, firstLine: number, into: Map<string, FrontMatterValue>): void {
  for (const [index, line] of source.split('\n').entries()) {
    if (line.startsWith('[')) return;
    const match = /^\s*"?([\w-]+)"?\s*=\s*(.*?)\s*$/.exec(line.slice(0, 1000));
    if (match?.[1] === undefined || into.has(match[1])) continue;
    const value = (match[2] ?? '').replace(/^\[|\]$/g, '').replace(/"([^"]*)"|'([^']*)'/g, '$1$2');
    const number = firstLine + index;
    into.set(match[1], {
      value: value.trim(),
      place: { line: number, column: 1, endLine: number, endColumn: line.length + 1 },
    });
  }
}

import type { Html, ListItem, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Checklist, ChecklistStep, NamedEvidence } from '../checklist';
import { readDocument } from '../runbooks/document';
import { sourceOffsets } from '../runbooks/sourceOffsets';
import { type MarkedPassage, markedPage } from '../scaffold/markers';
import { readChecklistMark } from './checklistMarks';

/**
 * Reads a checklist: its steps are the items of task lists that hold a passage of ours, wherever a person moved them. One that
 * is too long to be read whole has none, and says so. Null for a page that does not say that it is a checklist.
 */
export function readChecklist(path: string, source: string): Checklist | null {
  const { tree, complete } = readDocument(source);
  const mark = tree === null ? markAtTop(source) : markOf(tree);
  if (mark === null) return null;
  if (tree === null || !complete) return { path, ...mark, steps: [], unread: true, damaged: false };
  const offsetOf = sourceOffsets(source);
  const { passages, damaged } = markedPage(source);
  const steps: ChecklistStep[] = [];
  visit(tree, 'listItem', item => {
    const passage = passageIn(item, passages, offsetOf);
    const step = passage && stepOf(item, passage.id, source, offsetOf);
    if (step) steps.push(step);
  });
  return { path, ...mark, steps, unread: false, damaged: damaged.length > 0 };
}

/** What stands for a page among the checklists whose text was not to be had: too large, a link, or no text. */
export function unreadChecklist(path: string): Checklist {
  return { path, kind: 'spread', component: null, leaver: null, steps: [], unread: true, damaged: false };
}

/** One character of a text that is replaced; an offset in UTF-16 units. */
export interface TickEdit {
  readonly offset: number;
  readonly text: string;
}

/** The change that ticks a step of a page, or takes the tick away: one character at an offset; null for a step that is not there. */
export function tickEdit(source: string, id: string, ticked: boolean): TickEdit | null {
  const step = readChecklist('', source)?.steps.find(each => each.id === id);
  return step === undefined ? null : { offset: step.box, text: ticked ? 'x' : ' ' };
}

type OffsetOf = ReturnType<typeof sourceOffsets>;

function markOf(tree: Root): ReturnType<typeof readChecklistMark> {
  const comments = tree.children.filter((node): node is Html => node.type === 'html');
  return comments.map(({ value }) => readChecklistMark(value)).find(found => found !== null) ?? null;
}

/** For a page that is too deep to be parsed. */
const markAtTop = (source: string): ReturnType<typeof readChecklistMark> =>
  readChecklistMark(
    source
      .replace(/^\uFEFF/, '')
      .split('\n', 1)[0]
      ?.trim() ?? '',
  );

/** The first passage of ours in an item; that of a step below it comes later. */
function passageIn(item: ListItem, passages: readonly MarkedPassage[], offsetOf: OffsetOf): MarkedPassage | undefined {
  if (item.checked == null || item.position === undefined) return undefined;
  const { start, end } = item.position;
  return passages.find(passage => passage.start > offsetOf(start) && passage.end < offsetOf(end));
}

function stepOf(item: ListItem, id: string, source: string, offsetOf: OffsetOf): ChecklistStep | null {
  const [title] = item.children;
  if (title?.type !== 'paragraph' || title.position === undefined || item.position === undefined) return null;
  const start = offsetOf(item.position.start);
  const before = source.slice(start, offsetOf(title.position.start));
  const bracket = before.lastIndexOf(']');
  if (bracket < 2) return null;
  const fields = fieldsOf(item);
  const plain = (name: string): string => fields.get(name)?.text ?? '';
  return {
    id,
    title: textOf(title, { includeHtml: false }).replace(/\s+/g, ' ').trim(),
    line: item.position.start.line,
    ticked: item.checked === true,
    box: start + bracket - 1,
    who: plain('who'),
    due: /^\d{4}-\d{2}-\d{2}$/.exec(plain('due'))?.[0] ?? null,
    backups: [plain('backup'), plain('second backup')].filter(name => name !== ''),
    evidence: evidenceIn(fields.get('evidence')),
  };
}

interface Field {
  readonly node: Nodes;
  readonly text: string;
}

const field = /^(who|due|evidence|(?:second )?backup)\s*:\s*/i;

/** `- Who: …` and the like below an item, by name in lower case; the first of a name counts. */
function fieldsOf(item: ListItem): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const list of item.children) {
    for (const node of list.type === 'list' ? list.children : []) {
      const text = textOf(node, { includeHtml: false }).trim();
      const name = field.exec(text)?.[1]?.toLowerCase();
      if (name !== undefined && !fields.has(name)) fields.set(name, { node, text: text.replace(field, '') });
    }
  }
  return fields;
}

const commitId = /(?<![\w./-])(?=[a-f]*\d)[0-9a-f]{7,64}(?![\w/-]|\.\w)/gi;

/** `docs/drills/may.md` as code. */
const writtenPath = /^[^\s:]*[^\s:/][^\s:]*(?:\/[^\s:]*|\.\w+)$/;

function evidenceIn(found: Field | undefined): NamedEvidence {
  const commits = new Set<string>();
  const links: string[] = [];
  if (found !== undefined) {
    visit(found.node, node => {
      if (node.type === 'link') links.push(node.url);
      if (node.type !== 'text' && node.type !== 'inlineCode') return;
      if (node.type === 'inlineCode' && writtenPath.test(node.value)) links.push(node.value);
      else for (const [id] of node.value.matchAll(commitId)) commits.add(id.toLowerCase());
    });
  }
  return { commits: [...commits], links };
}

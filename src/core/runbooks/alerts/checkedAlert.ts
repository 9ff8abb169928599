import { hasAnchor, pageAnchors } from '../anchors';
import { readDocument } from '../document';
import { isMarkdownPath } from '../markdownPath';
import type { Alert } from './alert';
import { forgeLink } from './forgeLink';
import { type Target, type TargetFiles, targetOf } from './target';

/** An alert with what its runbook turned out to be. */
export interface CheckedAlert {
  readonly alert: Alert;
  /** null: no runbook is named. */
  readonly target: Target | null;
  /** Of a page in this repository: whether the anchor it is linked with is there; null where that is not known. */
  readonly anchor: boolean | null;
  /** Of a page in this repository: nothing to go by is written there. */
  readonly stub: boolean;
}

/** What of a page alerts are checked against. */
export interface AlertPage {
  readonly anchors: ReadonlySet<string>;
  /** Whether fewer than ten words stand on the page, or fewer than three below the heading with that anchor. */
  isStub(fragment: string | null): boolean;
}

/** Pages by path, read when first asked for; null for what is no Markdown or was not read. */
export type AlertPages = (path: string) => AlertPage | null;

/** {@link AlertPages} of the texts of a repository. */
export function alertPages(texts: ReadonlyMap<string, string>): AlertPages {
  const known = new Map<string, AlertPage | null>();
  return path => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const text = isMarkdownPath(path) ? texts.get(path) : undefined;
    const page = text === undefined ? null : readPage(text);
    known.set(path, page);
    return page;
  };
}

function readPage(text: string): AlertPage {
  const document = readDocument(text);
  const { headings, words, complete } = document;
  const anchors = pageAnchors(document);
  const titles = headings.reduce((sum, heading) => sum + countWords(heading.text), 0);
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return {
    anchors,
    isStub: fragment => {
      if (!complete) return false;
      if (words - titles < 10) return true;
      const at = headings.findIndex(each => hasAnchor(pageAnchors({ tree: null, headings: [each] }), fragment ?? '#'));
      const heading = headings[at];
      if (fragment === null || fragment === '' || heading === undefined) return false;
      const next = headings.slice(at + 1).find(({ depth }) => depth <= heading.depth);
      return countWords(lines.slice(heading.place.endLine, next && next.place.line - 1).join('\n')) < 3;
    },
  };
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Sites number and join differently: only what holds for all of them is compared. */
const squeezed = (anchor: string): string => anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Another repository that runbooks may be in, as far as it was read. */
export interface OtherRepository {
  /** How it is spoken of: the name of its folder. */
  readonly name: string;
  readonly files: TargetFiles;
  readonly pages: AlertPages;
}

/** Looks up where the runbook of an alert is, and whether it is one. */
export function checkAlert(
  alert: Alert,
  files: TargetFiles,
  pages: AlertPages,
  others: readonly OtherRepository[] = [],
): CheckedAlert {
  const checked = checkHere(alert, files, pages);
  if (checked.target?.kind !== 'external' || alert.runbook === null || alert.runbook === 'unknown') return checked;
  const link = forgeLink(alert.runbook.text);
  for (const { name, files: there, pages: theirs } of others) {
    // Without a remote a repository is not known by its name, and paths of another may exist in it.
    if (link !== null && there.own.isOwn(link.project) !== true) continue;
    const { target, anchor, stub } = checkHere(alert, there, theirs);
    if (
      target?.kind === 'missing' ||
      target?.kind === 'folder' ||
      (target?.kind === 'file' && target.sure !== 'alike')
    ) {
      return { alert, target: { kind: 'other', repository: name, target }, anchor, stub };
    }
  }
  return checked;
}

function checkHere(alert: Alert, files: TargetFiles, pages: AlertPages): CheckedAlert {
  if (alert.runbook === null) return { alert, target: null, anchor: null, stub: false };
  const target: Target =
    alert.runbook === 'unknown' ? { kind: 'unknown' } : targetOf(alert.runbook.text, alert.path, files);
  const page = target.kind === 'file' ? pages(target.path) : null;
  if (target.kind !== 'file' || page === null) return { alert, target, anchor: null, stub: false };
  const { fragment, sure } = target;
  const found = fragment === null || hasAnchor(page.anchors, fragment);
  const alike = found || (sure !== 'exact' && [...page.anchors].some(each => squeezed(each) === squeezed(fragment)));
  // A page of another site that happens to be called like one of ours.
  if (!alike && sure === 'alike') return { alert, target: { kind: 'external' }, anchor: null, stub: false };
  return { alert, target, anchor: alike, stub: alike && page.isStub(fragment) };
}

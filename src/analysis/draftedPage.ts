import { readDocument } from '../core/runbooks/document';
import { isMarkedPage } from '../core/scaffold/regenerate';
import type { SourceFiles } from './sourceFiles';

/** What the front matter of a page says that was drafted before. */
export interface DraftedFor {
  readonly type: string;
  /** Id of the component; null where the title tells. */
  readonly component: string | null;
  readonly title: string | null;
}

/** More pages than that are not looked into. */
const mostPages = 300;

/** The page that was drafted for the same before, and still has markers; null when there is none. First of the candidates. */
export async function draftedPage(
  files: SourceFiles,
  candidates: readonly string[],
  wanted: DraftedFor,
  signal: AbortSignal,
): Promise<string | null> {
  const paths = [...new Set(candidates)].slice(0, mostPages);
  const texts = await files.read(paths, signal);
  return paths.find(path => isDraftedFor(texts.get(path) ?? '', wanted)) ?? null;
}

function isDraftedFor(text: string, { type, component, title }: DraftedFor): boolean {
  if (!isMarkedPage(text)) return false;
  const { frontMatter, title: heading } = readDocument(text);
  return (
    frontMatter.type?.value === type &&
    (component === null || frontMatter.component?.value === component) &&
    (title === null || heading === title)
  );
}

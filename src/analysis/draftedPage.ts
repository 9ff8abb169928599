import { type DraftedFor, isDraftedFor } from '../core/scaffold/draftedFor';
import type { SourceFiles } from './sourceFiles';

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

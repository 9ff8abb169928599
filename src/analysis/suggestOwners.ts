import { codeownersPaths } from '../core/components/codeowners';
import { type CodeownersDraft, draftCodeowners } from '../core/scaffold/codeowners/draftCodeowners';
import { planSpread } from '../core/spread/plan';
import { planOptionsOf } from '../core/spread/planChoice';
import type { Analysed } from './analysed';
import type { CodeownersRequest } from './protocol';

/** Compares CODEOWNERS as it is now with who knows what, and with the plan. */
export async function suggestOwners(
  { snapshot, paths, files }: Analysed,
  { choice, withAddresses }: CodeownersRequest,
  signal: AbortSignal,
): Promise<CodeownersDraft> {
  const texts = await files.read(codeownersPaths, signal);
  const places: ReadonlySet<string> = new Set(codeownersPaths);
  return draftCodeowners({
    plan: planSpread(snapshot, planOptionsOf(snapshot, choice)),
    // As the file is in the work tree: perhaps not committed yet, or deleted already.
    paths: [...paths.filter(path => !places.has(path)), ...texts.keys()],
    textOf: path => texts.get(path),
    withAddresses,
  });
}

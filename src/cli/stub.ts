import type { StubRequest } from '../analysis/protocol';
import type { Snapshot } from '../core/model';
import { analysed, type CommandContext, findComponent } from './command';
import type { StubArguments } from './commandArguments';
import { handOutDraft, placeOfDraft } from './handOutDraft';

/** `stub`: drafts a page and prints it, or writes it where `--out` says. Resolves with the exit code. */
export async function stub(options: StubArguments, context: CommandContext): Promise<number> {
  const snapshot = await analysed(context, 1);
  const page = await placeOfDraft(options, snapshot, context);
  const request = requestOf(options, snapshot, context.path, page);
  const draft = await context.analysis.stub(request, context.surroundings.signal);
  return handOutDraft(draft, options, snapshot, context);
}

function requestOf(
  { subject, type }: StubArguments,
  snapshot: Snapshot,
  path: string,
  page: string | null,
): StubRequest {
  if ('alert' in subject) return { path, alert: subject.alert, file: null };
  const component = findComponent(snapshot, subject.component);
  return { path, component: component.id, type, page };
}

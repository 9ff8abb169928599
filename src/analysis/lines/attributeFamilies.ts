import { Attribution, type AttributionInput, AttributionTools } from '../../core/lines/attribution';
import type { FileFamily } from '../../core/lines/families';
import { FamilyPlan } from '../../core/lines/familyPlan';
import { Pool } from '../../core/lines/pool';
import { manyContents } from './lineRequest';
import type { ReadContents } from './readContents';

/** How contents are found. */
export interface ContentSource {
  /** Object id of a blob. */
  readonly idOf: (blob: number) => string;
  /** Whether a blob is not here, as in a partial clone: then git is not asked for it. */
  readonly isMissing: (blob: number) => boolean;
  readonly read: ReadContents;
}

/**
 * Attributes family after family, while git streams the contents they need.
 * @param onFile called once for each file with the commit of each line, and whether some of them, or of files it shares
 *   origins with, come from where the graph ends
 */
export async function attributeFamilies(
  families: readonly FileFamily[],
  input: Omit<AttributionInput, 'tools'>,
  { idOf, isMissing, read }: ContentSource,
  onFile: (index: number, owners: Int32Array, leadsBehind: boolean) => void,
): Promise<void> {
  const buffers = new Pool<Buffer>(length => Buffer.allocUnsafeSlow(length));
  const tools = new AttributionTools(
    (one, at, other, otherAt, length) =>
      (one as Buffer).compare(other, otherAt, otherAt + length, at, at + length) === 0,
    bytes => buffers.give(bytes as Buffer),
  );
  // git reads ahead: families are planned when it draws the ids, and forgotten when they are done.
  const plans: (FamilyPlan | null)[] = [];
  const planOf = (family: number): FamilyPlan => {
    plans[family] ??= new FamilyPlan(families[family] as FileFamily, input.graph, input.hunks, input.ignored);
    return plans[family];
  };
  function* ids(): Generator<string> {
    for (let family = 0; family < families.length; family++) {
      for (const blob of planOf(family).contents) if (!isMissing(blob)) yield idOf(blob);
    }
  }
  let family = 0;
  let current: Attribution | null = null;
  /** Contents that the current family has been given. */
  let given = 0;
  const proceed = (): number | null => {
    while (family < families.length) {
      const plan = planOf(family);
      current ??= new Attribution(plan, { ...input, tools });
      for (; given < plan.contents.length; given++) {
        const blob = plan.contents[given] as number;
        if (!isMissing(blob)) return blob;
        current.accept(blob, null);
      }
      current.advance();
      const { owners, leadsBehind } = current;
      for (const [file, { index }] of plan.family.files.entries()) {
        onFile(index, owners[file] as Int32Array, leadsBehind);
      }
      plans[family++] = null;
      current = null;
      given = 0;
    }
    return null;
  };
  if (proceed() === null) return;
  const allocate = (length: number): Buffer => buffers.take(length);
  // What they read is no more than this.
  const versions = families.reduce((sum, { nodes }) => sum + nodes.length, 0);
  await read({ ids: ids(), allocate, bulk: versions >= manyContents }, ({ content, size }) => {
    const blob = proceed();
    if (blob === null || current === null) return;
    given++;
    current.accept(blob, content && { bytes: content, size });
  });
  proceed();
}

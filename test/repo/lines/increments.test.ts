import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { writeAttributes } from './checkHistory';
import { lineHistories } from './lineHistory';
import { ownedLines } from './ownedLines';
import { writePlan } from './plan';
import { planHistory } from './planHistory';

describe('line ownership that continues an earlier one', () => {
  const storeOf = (repository: BuiltRepository, name = 'store'): Promise<SnapshotStore> =>
    SnapshotStore.open(path.join(repository.home, name));

  /** Where the head goes and what is ignored there. */
  const moves = fc.array(
    fc.record({
      to: fc.nat(),
      ignoring: fc.constantFrom('none', 'none', 'some', 'all'),
      /** What the repository forgets first: everything that the head does not reach. */
      clean: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 2, maxLength: 6 },
  );

  it('equals one from nothing, for any history, any way the head moves and any list of ignored revisions', async () => {
    await fc.assert(
      fc.asyncProperty(lineHistories, moves, async (history, all) => {
        const plan = planHistory(history);
        const builder = new RepositoryBuilder();
        const marks = writePlan(builder, plan);
        const repository = await builder.build();
        try {
          await writeAttributes(repository);
          const ids = marks.map(mark => repository.sha(mark));
          const store = await storeOf(repository);
          const some = plan.ignored.map(index => ids[index] ?? '');
          const ignoredOf = { none: [], some: some.slice(0, 1), all: some };
          let here = ids;
          for (const { to, ignoring, clean } of all) {
            const head = here[to % here.length] ?? '';
            if (clean) here = await forgetOthers(repository, head);
            const options = { head, ignored: ignoredOf[ignoring], log: (line: string) => assert.fail(line) };
            assert.deepEqual(
              await ownedLines(repository, { ...options, store }),
              await ownedLines(repository, options),
            );
          }
        } finally {
          await repository.dispose();
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

/** Moves the branch to a commit and removes all that it does not reach; answers what is left. */
async function forgetOthers(repository: BuiltRepository, head: string): Promise<string[]> {
  await repository.git('update-ref', 'refs/heads/main', head);
  await repository.git('reflog', 'expire', '--expire=now', '--all');
  await repository.git('gc', '--quiet', '--prune=now');
  return (await repository.git('rev-list', 'HEAD')).split('\n');
}

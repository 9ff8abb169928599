import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import path from 'node:path';
import fc from 'fast-check';
import { ownLines } from '../../../src/analysis/lines/ownLines';
import { locateGit } from '../../../src/git/locate';
import { describeRepository } from '../../../src/git/repository';
import { SnapshotStore } from '../../../src/store/snapshotStore';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { lineHistories } from './lineHistory';
import { writePlan } from './plan';
import { planHistory } from './planHistory';

describe('line ownership', () => {
  it('answers several questions at once, though only two git processes may run', async () => {
    const plans = fc.sample(lineHistories, { seed: 1, numRuns: 12 }).map(planHistory);
    const builder = new RepositoryBuilder();
    const written = plans.map((plan, index) => writePlan(builder, plan, { branch: `history-${index}` }));
    const repository = await builder.build();
    // A question that keeps a process while it waits for another would let the rest wait for ever.
    const giveUp = new AbortController();
    setMaxListeners(0, giveUp.signal);
    const timer = setTimeout(() => giveUp.abort(), 60_000);
    try {
      const git = await locateGit({ candidates: [], platform: process.platform, env: process.env });
      const description = await describeRepository(git, repository.path);
      const heads = plans.flatMap(({ head }, index) => written[index]?.[head] ?? []).map(mark => repository.sha(mark));
      const common = { git, description, ignored: new Set<string>(), signal: giveUp.signal };
      const stores = await Promise.all(
        heads.map((_, index) => SnapshotStore.open(path.join(repository.home, `${index}`))),
      );
      const ask = (all: readonly string[]) =>
        Promise.all(all.map((head, index) => ownLines({ ...common, head, store: stores[index] ?? null })));
      // From nothing, then from what is known of another head.
      for (const all of [[...heads].reverse(), heads]) {
        const answers = await ask(all);
        assert.deepEqual(
          answers.map(({ ownership }) => ownership.head),
          all,
        );
      }
    } finally {
      clearTimeout(timer);
      await repository.dispose();
    }
  });
});

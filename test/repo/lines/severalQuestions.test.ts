import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownLines } from '../../../src/analysis/lines/ownLines';
import { locateGit } from '../../../src/git/locate';
import { describeRepository } from '../../../src/git/repository';
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
    const timer = setTimeout(() => giveUp.abort(), 60_000);
    try {
      const git = await locateGit({ candidates: [], platform: process.platform, env: process.env });
      const description = await describeRepository(git, repository.path);
      const heads = plans.flatMap(({ head }, index) => written[index]?.[head] ?? []).map(mark => repository.sha(mark));
      const common = { git, description, ignored: new Set<string>(), store: null, signal: giveUp.signal };
      const answers = await Promise.all(heads.map(head => ownLines({ ...common, head })));
      assert.deepEqual(
        answers.map(({ ownership }) => ownership.head),
        heads,
      );
    } finally {
      clearTimeout(timer);
      await repository.dispose();
    }
  });
});

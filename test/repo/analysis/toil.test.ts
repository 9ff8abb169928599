import assert from 'node:assert/strict';
import { reasonText } from '../../../src/core/report/reasons';
import { plainTranslate } from '../../../src/core/report/translate';
import { ann, at, ben, componentOf, Repositories, snapshotsOf, text } from './analyse';

const values = 'deploy/values.yaml';
const weekly = [10, 17, 31, 52, 66, 80];

describe('toil in a repository', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  it('is told once lines are known, of the version that one person bumps and not of the file that grows', async () => {
    const grown = (times: number): string =>
      Array.from({ length: times }, (_, step) => text(`step ${step}`, 3)).join('');
    const repository = await repositories.of([
      {
        author: ben,
        date: at(0),
        files: { [values]: 'image: v0\nreplicas: 2\n', 'deploy/job.yaml': grown(1), 'src/a': text('a') },
      },
      ...weekly.map((on, index) => ({
        author: ann,
        date: at(on),
        files: { [values]: `image: v${index + 1}\nreplicas: 2\n`, 'deploy/job.yaml': grown(index + 2) },
      })),
    ]);
    const [first, last] = await snapshotsOf(repository.path);
    assert.ok(first && last);
    assert.deepEqual([first.tier, componentOf(first, values).toil], [1, []]);
    const { toil, risk } = componentOf(last, values);
    assert.deepEqual(toil, [{ path: values, edits: 6, byOne: 6, replaced: 5, days: 180, from: at(10), to: at(80) }]);
    assert.deepEqual(
      risk.reasons.filter(({ code }) => code === 'toil').map(reason => reasonText(reason, last.people, plainTranslate)),
      ['deploy/values.yaml was edited 6 times in 180 days, always by one person: a candidate to automate'],
    );
  });
});

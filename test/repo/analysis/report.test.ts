import assert from 'node:assert/strict';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import type { ReportRequest } from '../../../src/analysis/protocol';
import { usualChoice } from '../../../src/core/spread/planChoice';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { analyse, ann, at, ben, text } from './analyse';

const signal = new AbortController().signal;

describe('The report on a repository', () => {
  let repository: BuiltRepository;
  before(async () => {
    const builder = new RepositoryBuilder();
    const settings = 'components:\n  - name: payments\n    paths: ["pay/**"]\npolicy: { people: false }\n';
    builder.commit({
      author: ann,
      date: at(0),
      files: { '.single-points.yml': settings, 'pay/charge.js': text('charge') },
    });
    builder.commit({ author: ben, date: at(30), files: { 'web/page.js': text('page') } });
    repository = await builder.build({ checkout: true });
  });
  after(() => repository.dispose());

  const reportOf = (analysis: LocalAnalysis): Promise<string> => {
    const request: ReportRequest = { path: repository.path, format: 'html', pseudonymise: false, plan: usualChoice };
    return analysis.report(request, signal);
  };

  it('looks at the lines that stand, whatever was asked before, and keeps to the policy of the repository', async () => {
    const analysis = new LocalAnalysis({ storeDirectory: null, log: () => {} });
    await analyse(repository, { analysis, request: { tier: 1 } });
    const html = await reportOf(analysis);
    assert.match(html, /Areas are lines/);
    assert.match(html, /the settings of the repository keep names off pages/);
    assert.match(html, /payments: known by one person/);
    assert.ok(!html.includes(ann.name) && !html.includes(ben.name), 'somebody is named');
  });

  it('is there where lines cannot be found out, and says so', async () => {
    const fails = (): Promise<never> => Promise.reject(new Error('no lines'));
    const html = await reportOf(new LocalAnalysis({ storeDirectory: null, log: () => {}, ownLines: fails }));
    assert.match(html, /Who wrote the lines that stand could not be found out/);
    assert.match(html, /Each file has the same area/);
  });
});

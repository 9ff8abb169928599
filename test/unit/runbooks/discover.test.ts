import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isRunbookPath,
  linkedRunbooks,
  resolveRelative,
  runbookGlobs,
  runbookPlace,
} from '../../../src/core/runbooks/discover';
import { type AnalysisSettings, defaultSettings } from '../../../src/core/settings';

const settings = (runbookPaths: readonly string[]): AnalysisSettings => ({ ...defaultSettings, runbookPaths });

describe('Finding runbooks by their path', () => {
  for (const path of [
    'docs/RUNBOOK.md',
    'RUNBOOK.md',
    'services/payments/runbook.md',
    'docs/runbooks/payments/restore.md',
    'content/runbooks/etcd/etcdNoLeader.md',
    'alerts/cluster-etcd-operator/etcdMembersDown.md',
    'charts/app/docs/runbooks/scale.mdx',
    'runbooks/source/upgrade.html.md.erb',
    'docs/sops/rotate-keys.md',
    'mixin/runbook.md',
    'payments-runbook.md',
  ]) {
    it(`takes ${path} for a runbook`, () => assert.equal(runbookPlace(path, defaultSettings), 'named'));
  }

  for (const path of ['docs/operations.md', 'PLAYBOOK.md', 'docs/ops/backups.md', 'docs/deployment.md']) {
    it(`reads ${path} to see whether it is operational`, () =>
      assert.equal(runbookPlace(path, defaultSettings), 'likely'));
  }

  for (const path of [
    'README.md',
    'docs/architecture.md',
    'node_modules/x/runbooks/a.md',
    'vendor/x/RUNBOOK.md',
    'runbooks/CHANGELOG.md',
    '.claude/runbooks/a.md',
    'test/fixtures/runbooks/a.md',
    'docs/runbooks/picture.png',
    'src/runbook.ts',
  ]) {
    it(`leaves ${path} alone`, () => assert.equal(isRunbookPath(path, defaultSettings), false));
  }

  it('takes what the settings declare, wherever it is', () => {
    assert.equal(runbookPlace('vendor/guides/x.md', settings(['vendor/guides/**'])), 'declared');
    assert.ok(runbookGlobs(settings(['vendor/guides/**'])).includes('vendor/guides/**'));
  });
});

describe('Finding runbooks by links', () => {
  const paths = new Set(['docs/ha.md', 'docs/a b.md', 'ops/guide.md', 'src/a.ts', 'README.md']);
  const linked = (path: string, text: string): readonly string[] => linkedRunbooks(new Map([[path, text]]), paths);

  it('follows links whose text or target says runbook', () => {
    assert.deepEqual(linked('README.md', 'See the [on-call runbook](docs/ha.md#x).'), ['docs/ha.md']);
    assert.deepEqual(linked('README.md', '[Operations guide][o]\n\n[Operations guide]: ./ops/guide.md\n'), [
      'ops/guide.md',
    ]);
    assert.deepEqual(linked('docs/x.md', '[Playbook](<a%20b.md>)'), ['docs/a b.md']);
  });

  it('does not follow other links, nor links to what does not exist or is no page', () => {
    assert.deepEqual(linked('README.md', '[Design](docs/ha.md) [Runbook](docs/none.md) [Runbook code](src/a.ts)'), []);
  });

  it('follows runbook_url into the repository, branch names with slashes included', () => {
    const rule = 'annotations:\n  runbook_url: https://github.com/a/b/blob/feature/x/docs/ha.md#high\n';
    assert.deepEqual(linked('rules/alerts.yml', rule), ['docs/ha.md']);
    assert.deepEqual(linked('rules/alerts.yml', '    runbook_url: https://example.com/wiki/ha\n'), []);
  });

  it('follows the links of a Backstage catalog', () => {
    const catalog = 'kind: Component\nmetadata:\n  name: a\n  links:\n    - url: ./docs/ha.md\n      title: Runbook\n';
    assert.deepEqual(linked('catalog-info.yaml', catalog), ['docs/ha.md']);
  });

  it('never leaves the repository', () => {
    assert.equal(resolveRelative('docs/a.md', '../../etc/passwd'), null);
    assert.equal(resolveRelative('docs/a.md', 'https://example.com/a.md'), null);
    assert.equal(resolveRelative('docs/a.md', '#here'), null);
    assert.equal(resolveRelative('docs/a.md', '/ops/b.md?plain=1'), 'ops/b.md');
    assert.equal(resolveRelative('docs/a.md', '100%.md'), 'docs/100%.md');
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('README.md', 'a.yml', 'catalog-info.yaml'), (text, path) => {
        for (const found of linked(path, text)) assert.ok(paths.has(found));
      }),
    );
  });
});

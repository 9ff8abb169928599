import assert from 'node:assert/strict';
import type { AlertState } from '../../../src/core/alertState';
import type { Finding } from '../../../src/core/model';
import type { AlertCoverage } from '../../../src/core/runbooks/alerts/coverage';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { type Outcome, runProgram } from './commandLine';

const ann = { name: 'Ann Example', email: 'ann@example.com' };

const rules = `groups:
- name: disk
  rules:
  - alert: DiskFull
    expr: free < 1
    labels: {severity: page}
    annotations:
      summary: The disk is full
      runbook_url: https://github.com/acme/shop/blob/main/docs/runbooks/DiskFull.md
  - alert: DiskSlow
    expr: latency > 1
    annotations:
      runbook_url: https://github.com/acme/shop/blob/main/docs/runbooks/disks.md#slow
  - alert: DiskGone
    expr: up == 0
`;

/** Rules under a name that does not speak of alerts, one runbook in place. */
async function shop(): Promise<BuiltRepository> {
  const page = (title: string): string =>
    `# ${title}\n\n## Impact\n\nNo file can be written any more.\n\n## Diagnosis\n\nLook at the graphs of the disk.\n\n## Mitigation\n\n1. Remove what grows.\n`;
  const builder = new RepositoryBuilder({ name: 'shop' });
  builder.commit({
    author: ann,
    date: '2024-01-01',
    message: 'Disks',
    files: {
      'services/disk/main.ts': 'run();\n',
      'services/disk/disk.yaml': rules,
      'docs/runbooks/DiskFull.md': page('DiskFull'),
      'docs/runbooks/disks.md': page('Disks'),
      'go.mod': 'module github.com/acme/shop\n',
    },
  });
  return builder.build({ checkout: true });
}

for (const bare of [false, true]) {
  describe(`alerts of a real repository, ${bare ? 'bare' : 'with a work tree'}`, () => {
    let origin: BuiltRepository;
    let repository: BuiltRepository;

    before(async () => {
      origin = await shop();
      repository = bare ? await origin.bareClone() : origin;
    });
    after(() => origin.dispose());

    const run = (...args: string[]): Promise<Outcome> => runProgram(args, { cwd: repository.path, home: origin.home });

    it('are found under any name, with what their runbooks are good for', async () => {
      const { code, out, err } = await run('scan', '--no-cache', '--format', 'json');
      assert.deepEqual([code, err], [0, '']);
      const { alerts } = JSON.parse(out) as { readonly alerts: readonly AlertState[] };
      assert.deepEqual(
        alerts.map(({ name, path, line, severity, state, runbook }) => [name, path, line, severity, state, runbook]),
        [
          ['DiskFull', 'services/disk/disk.yaml', 4, 'page', 'working', 'docs/runbooks/DiskFull.md'],
          ['DiskSlow', 'services/disk/disk.yaml', 10, null, 'noAnchor', 'docs/runbooks/disks.md'],
          ['DiskGone', 'services/disk/disk.yaml', 14, null, 'none', null],
        ],
      );
    });

    it('have their findings beside those of runbooks', async () => {
      const { out } = await run('runbooks', '--no-cache', '--format', 'json');
      const { findings, coverage, people } = JSON.parse(out) as {
        readonly findings: readonly Finding[];
        readonly coverage: readonly AlertCoverage[];
        readonly people: readonly { readonly id: number }[];
      };
      assert.deepEqual(
        findings.filter(({ path }) => path.endsWith('.yaml')).map(({ rule, line }) => [rule, line]),
        [
          ['RB052', 13],
          ['RB050', 14],
        ],
      );
      const { component, ...counts } = coverage[0] as AlertCoverage;
      assert.equal(component, 'shop');
      assert.deepEqual(counts, {
        ...{ alerts: 3, working: 1, elsewhere: 0 },
        knownByOne: [{ person: people[0]?.id, alerts: 1 }],
      });
    });

    it('are looked up in another repository that is given', async () => {
      const builder = new RepositoryBuilder({ name: 'runbooks' });
      builder.commit({ author: ann, date: '2024-01-01', files: { 'go.mod': 'module github.com/acme/shop\n' } });
      const other = await builder.build();
      const { code, err } = await run('runbooks', '--no-cache', '--runbooks-in', other.path, '--fail-on', 'RB051');
      assert.deepEqual([code, err], [0, '']);
      const wrong = await run('runbooks', '--no-cache', '--runbooks-in', `${other.path}/gone`);
      assert.equal(wrong.code, 2);
      await other.dispose();
    });

    it('have a runbook drafted from what they say', async () => {
      const { code, out } = await run('stub', '--no-cache', '--alert', 'DiskGone');
      assert.equal(code, 0);
      assert.match(out, /^# DiskGone$/m);
      assert.match(out, /^up == 0$/m);
      const unknown = await run('stub', '--no-cache', '--alert', 'NoSuch');
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /no alert "NoSuch".*DiskFull, DiskSlow, DiskGone/s);
    });
  });
}

import assert from 'node:assert/strict';
import type { Finding, Snapshot } from '../../../src/core/model';
import { defaultSettings } from '../../../src/core/settings';
import { newChecklist } from '../../../src/core/spread/checklistPage';
import { handOverChecklist } from '../../../src/core/spread/handOverSteps';
import { isLeaver } from '../../../src/core/spread/leaverMark';
import { leavingChecklist } from '../../../src/core/spread/leavingSteps';
import { readChecklist } from '../../../src/core/spread/readChecklist';
import { snapshotOf } from '../ownership/writtenSnapshot';

const ann = ['Ann Example', 'ann@example.com'] as const;
const ben = ['Ben Ito', 'ben@example.com'] as const;
const cleo = ['Cleo Third', 'cleo@example.com'] as const;
const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => `pay/${name}.js`);
const runbook = '# Restart it\n\n1. Stop.\n2. Start.\n';

const mention = (line: number, people: string): Finding => ({
  ...{ rule: 'RB020', severity: 'warning', path: 'docs/runbooks/pay.md', line, column: 1, endLine: line, endColumn: 2 },
  ...{ message: `This step depends on ${people}.`, data: { people, kind: 'contact' } },
});

const known = (policy = defaultSettings.policy): Snapshot => {
  const snapshot = snapshotOf({
    commits: [
      { author: ann, on: 0, changes: files.map(path => `A ${path}`) },
      { author: ann, on: 1, changes: ['A docs/runbooks/pay.md'] },
      { author: ben, on: 2, changes: ['A web/a.js', 'M pay/b.js'] },
      { author: cleo, on: 2, changes: ['M pay/c.js'] },
      { author: ann, on: 3, changes: ['M pay/a.js'] },
    ],
    tree: ['docs/runbooks/pay.md', ...files, 'web/a.js'],
    texts: { 'docs/runbooks/pay.md': runbook },
    settings: {
      policy,
      components: ['pay', 'web'].map((name, line) => ({ name, paths: [`${name}/**`], criticality: 'high', line })),
    },
  });
  const alert = { name: 'PayDown', path: 'alerts.yaml', line: 7, severity: null, component: 'pay', runbook: null };
  return {
    ...snapshot,
    findings: [mention(4, 'Ann'), mention(5, 'Ben Ito'), mention(6, '@ann, Ben')],
    alerts: [
      { ...alert, state: 'none' },
      { ...alert, name: 'WebDown', state: 'working' },
    ],
  };
};

const leaving = (snapshot: Snapshot): string => {
  const [person] = snapshot.people.filter(({ name }) => name === 'Ann Example');
  assert.ok(person);
  const secretsOf = new Map([['pay', ['PAY_KEY']]]);
  const page = { path: 'docs/ownership/leaving-ann-example.md', today: '2026-03-04', secretsOf };
  return newChecklist(leavingChecklist(snapshot, person, page));
};

const section = (page: string, id: string): string =>
  page.split(`begin section=${id} -->`)[1]?.split('<!--')[0]?.trim().replace(/^ {2}/gm, '') ?? '';

describe('The checklist before somebody leaves', () => {
  const page = leaving(known());

  it('sweeps what becomes known by one person or by nobody, each with its backup', () => {
    assert.match(
      section(page, 'components'),
      /^- pay: known by one person → known by nobody active; proposed: (?:Ben Ito|Cleo Third)$/m,
    );
    assert.doesNotMatch(section(page, 'components'), /web/);
    assert.equal(section(page, 'runbooks'), '- [Restart it](../runbooks/pay.md)');
    assert.match(section(page, 'access'), /^- pay: `PAY_KEY`$/m);
  });

  it('lists where runbooks name this person, and nobody else', () => {
    assert.equal(section(page, 'mentions'), '- `docs/runbooks/pay.md:4`\n- `docs/runbooks/pay.md:6`');
  });

  it('has at most nine steps, and names nobody where people must not be named', () => {
    assert.ok((page.match(/^- \[ \] /gm)?.length ?? 10) <= 9);
    assert.match(page, /Ann Example/);
    assert.doesNotMatch(leaving(known({ whatIf: true, people: false })), /Ann|Ben|Cleo/);
  });

  it('says in its mark for whom it is, by any of the addresses and without a name', () => {
    const [mark = ''] = page.split('\n');
    assert.match(mark, /^<!-- single-points:checklist leaving [0-9a-f]{8} -->$/);
    const leaver = readChecklist('a.md', page)?.leaver ?? '';
    const people = known().people;
    const whose = people.filter(person => isLeaver(leaver, person)).map(({ name }) => name);
    assert.deepEqual(whose, ['Ann Example']);
    assert.ok(isLeaver(leaver, { email: 'new@example.com', aliases: ['Ann@example.com'] }));
    assert.equal(readChecklist('a.md', page.replace(` ${leaver}`, ''))?.leaver, null);
  });
});

describe('The checklist of a hand-over on call', () => {
  it('tells of alerts without a runbook, of runbooks that changed, and of risky components', () => {
    const page = newChecklist(
      handOverChecklist(known(), 'docs/ownership/on-call-hand-over-2026-03-04.md', '2026-03-04'),
    );
    assert.equal(section(page, 'alerts'), '- `PayDown` (`alerts.yaml:7`)');
    assert.match(section(page, 'changed-runbooks'), /\[Restart it\]\(\.\.\/runbooks\/pay\.md\)/);
    assert.match(section(page, 'risky'), /^- pay: known by one person/m);
    assert.ok((page.match(/^- \[ \] /gm)?.length ?? 10) <= 9);
    assert.doesNotMatch(page, /Ann|Ben|Cleo/);
  });

  it('does not praise what is not there: alerts and runbooks of a repository without any', () => {
    const bare = { ...known(), alerts: [], runbooks: [] };
    const page = newChecklist(handOverChecklist(bare, 'docs/ownership/on-call-hand-over.md', '2026-03-04'));
    for (const id of ['situation', 'alerts']) {
      assert.equal(section(page, id), 'No alert is defined in this repository.');
    }
    assert.equal(section(leaving(bare), 'runbooks'), 'There is no runbook yet.');
  });
});

import assert from 'node:assert/strict';
import { stubSections } from '../../../../src/core/runbooks/lint/rules/stubSections';
import { lintText } from './lintText';

const found = (text: string): readonly string[] =>
  lintText(stubSections, text, { type: 'alert' }).map(
    ({ finding }) => `${finding.line} ${finding.severity} ${finding.message}`,
  );
const section = (heading: string, text: string): readonly string[] =>
  found(`# DiskFull\n\n## ${heading}\n\n${text}\n\n## Mitigation\n\n1. Delete old logs.\n2. Tell the team.\n`);

describe('RB002, a section that is not written yet', () => {
  it('is empty, a placeholder, or no more than two words', () => {
    for (const text of [
      '',
      'TODO',
      'TBD.',
      '*To be added.*',
      'TODO: ask around',
      '...',
      '<describe here>',
      'Bad things',
    ]) {
      assert.deepEqual(section('Impact', text), ['3 information The section "Impact" is not written yet.'], text);
    }
    assert.equal(section('Impact', '<!-- what breaks? -->').length, 1);
  });

  it('is a warning where nothing is left to act on', () => {
    assert.deepEqual(found('# DiskFull\n\n## Impact\n\nThe shop is down.\n\n## Mitigation\n\nTBD\n'), [
      '7 warning The section "Mitigation" is not written yet.',
    ]);
  });

  it('is written in a word where a word is the answer', () => {
    for (const [heading, text] of [
      ['Severity', 'Critical'],
      ['Service tier', 'Bronze'],
      ['Failover', 'Manual'],
      ['Rollback', 'N/A'],
      ['Monitoring', 'NotApplicable'],
      ['Owner', 'payments'],
      ['Failover details', 'ActivePassive'],
      ['影響', '注文ができなくなる'],
      ['Rollback', 'See [there](https://example.org).'],
      ['Dashboards', '![load](load.png)'],
      ['Deployment', '`make`'],
    ] as const) {
      assert.deepEqual(section(heading, text), [], `${heading}: ${text}`);
    }
  });

  it('is no heading of a group, and no heading of another name', () => {
    assert.deepEqual(
      found('# How\n\n## Steps\n\n## 1. Stop it\n\nStop it well.\n\n## Diagnosis\n\n### CPU\n\nLook at it.\n'),
      [],
    );
    assert.deepEqual(section('Banana', ''), []);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ComponentOwnership } from '../../../src/core/ownership/componentOwnership';
import { type RiskInput, riskOf } from '../../../src/core/ownership/risk';

const ownership = (
  state: ComponentOwnership['state'],
  changes: Partial<ComponentOwnership> = {},
): ComponentOwnership => ({
  ...{ state, certain: true, lastTouched: 0, knowledge: [], shares: [], otherShares: [] },
  truckFactors: { doa: 1, activity: 1, lines: null, combined: 1 },
  ...{ lines: null, linesBy: [], linesByPeople: 0, quietLines: 0, recent: [], writers: null, writtenBy: [] },
  owners:
    state === 'sole'
      ? [{ person: 3, share: 1 }]
      : state === 'shared'
        ? [
            { person: 3, share: 0.5 },
            { person: 4, share: 0.5 },
          ]
        : [],
  soleFiles: state === 'sole' ? 10 : 0,
  orphanedFiles: state === 'orphaned' ? 10 : 0,
  ...changes,
});
const risk = (state: ComponentOwnership['state'], changes: Partial<RiskInput> = {}) =>
  riskOf({
    ...{ kind: 'service', criticality: 'normal', ownership: ownership(state), files: 10, recentCommits: 0 },
    ...{ activeDays: 180, foremost: null, toil: [], runbooks: [{ path: 'r.md', soleAuthor: null }] },
    ...{ changes: 20, assistedChanges: 0, ofTeams: [] },
    ...changes,
  });
const codes = (found: ReturnType<typeof risk>): string[] => found.reasons.map(({ code }) => code);

describe('the risk of a component', () => {
  it('is higher for one owner or none than for several', () => {
    assert.ok(risk('sole').score > risk('shared').score);
    assert.ok(risk('orphaned').score > risk('shared').score);
    assert.deepEqual([risk('shared').level, codes(risk('shared'))], ['none', ['sharedKnowledge']]);
  });

  it('is none, without reasons, where nothing is known', () => {
    assert.deepEqual(risk('unknown'), { level: 'none', score: 0, reasons: [] });
    assert.deepEqual(risk('sole', { files: 0 }).score, 0);
  });

  it('is higher where one person edits an operations file again and again, and says which', () => {
    const file = { path: 'deploy/values.yaml', edits: 14, byOne: 13, replaced: 9, days: 180, from: 0, to: 0 };
    const found = risk('sole', { toil: [file] });
    assert.ok(found.score > risk('sole').score);
    assert.deepEqual(found.reasons.find(({ code }) => code === 'toil')?.values, {
      path: 'deploy/values.yaml',
      edits: 14,
      byOne: 13,
      days: 180,
    });
  });

  it('grows with how often it changes and says so from six commits on', () => {
    assert.ok(risk('sole', { recentCommits: 40 }).score > risk('sole').score);
    assert.ok(!codes(risk('sole', { recentCommits: 5 })).includes('changesOften'));
    assert.deepEqual(risk('sole', { recentCommits: 10 }).reasons[1], {
      ...{ code: 'changesOften', values: { touches: 10, days: 180 } },
    });
  });

  it('grows for operations, a high criticality and a missing runbook, and names each', () => {
    assert.ok(codes(risk('sole', { kind: 'operations' })).includes('operations'));
    assert.ok(codes(risk('sole', { criticality: 'high' })).includes('critical'));
    assert.ok(codes(risk('sole', { runbooks: [] })).includes('noRunbook'));
    for (const change of [{ kind: 'operations' }, { criticality: 'high' }, { runbooks: [] }] as const) {
      assert.ok(risk('sole', change).score > risk('sole').score);
    }
  });

  it('is lower for what matters little: documentation, a low criticality, few files', () => {
    for (const change of [{ kind: 'documentation' }, { criticality: 'low' }, { files: 2 }] as const) {
      assert.ok(risk('sole', change).score < risk('sole').score);
    }
  });

  it('names the one writer of all its runbooks', () => {
    const found = risk('sole', { runbooks: [{ path: 'r.md', soleAuthor: 3 }] });
    assert.deepEqual(found.reasons.at(-1), { code: 'soleRunbook', values: { person: 3, path: 'r.md' } });
    const other = { path: 's.md', soleAuthor: null };
    assert.ok(!codes(risk('sole', { runbooks: [{ path: 'r.md', soleAuthor: 3 }, other] })).includes('soleRunbook'));
  });

  it('says from a tenth on how many changes an agent helped with', () => {
    assert.deepEqual(risk('shared', { changes: 40, assistedChanges: 12 }).reasons.at(-1), {
      ...{ code: 'agentAssisted', values: { touches: 12, total: 40 } },
    });
    assert.ok(!codes(risk('shared', { changes: 40, assistedChanges: 3 })).includes('agentAssisted'));
  });

  it('names who left or went quiet only where nobody is left', () => {
    const foremost = { person: 5, share: 0.9, state: 'quiet', awayUntil: null, lastCommit: 77 } as const;
    assert.deepEqual(codes(risk('orphaned', { foremost })), ['orphanedFiles', 'ownerQuiet']);
    assert.deepEqual(codes(risk('orphaned', { foremost: { ...foremost, state: 'left' } })), [
      'orphanedFiles',
      'ownerLeft',
    ]);
    const away = risk('orphaned', { foremost: { ...foremost, state: 'away', awayUntil: '2030-01-31' } });
    assert.deepEqual(away.reasons[1], { code: 'ownerAway', values: { person: 5, until: '2030-01-31' } });
    const forHowLong = risk('orphaned', { foremost: { ...foremost, state: 'away' } });
    assert.deepEqual(forHowLong.reasons[1], { code: 'ownerAway', values: { person: 5 } });
    const active = risk('orphaned', { foremost: { ...foremost, state: 'active' } });
    assert.deepEqual(codes(active), ['orphanedFiles']);
    assert.ok(!codes(risk('sole', { foremost })).includes('ownerQuiet'));
  });

  it('says how many lines are by people who left, from a fifth on, and counts it where someone is left', () => {
    const withQuiet = (state: ComponentOwnership['state'], quietLines: number) =>
      risk(state, { ownership: ownership(state, { lines: 100, linesByPeople: 100, quietLines }) });
    assert.deepEqual(withQuiet('shared', 60).reasons.at(-1), {
      ...{ code: 'linesOfPeopleWhoLeft', values: { share: 0.6, lines: 60 } },
    });
    assert.ok(withQuiet('shared', 60).score > withQuiet('shared', 20).score);
    assert.ok(!codes(withQuiet('shared', 20)).includes('linesOfPeopleWhoLeft'));
    assert.equal(withQuiet('orphaned', 100).score, withQuiet('orphaned', 0).score);
  });

  it('names who wrote the lines of what one person or nobody knows', () => {
    const linesBy = [
      { person: 7, lines: 50 },
      { person: 3, lines: 40 },
    ];
    const found = (state: ComponentOwnership['state']) =>
      risk(state, { ownership: ownership(state, { linesBy, linesByPeople: 90 }) }).reasons.find(
        ({ code }) => code === 'linesBy',
      )?.values;
    assert.deepEqual(found('sole'), { person: 3, lines: 40, total: 90 });
    assert.deepEqual(found('orphaned'), { person: 7, lines: 50, total: 90 });
    assert.equal(found('shared'), undefined);
  });

  it('stays between 0 and 100, and its level follows the score', () => {
    const input = fc.record({
      files: fc.nat(100_000),
      recentCommits: fc.nat(1_000_000),
      kind: fc.constantFrom('service' as const, 'operations' as const, 'documentation' as const),
      criticality: fc.constantFrom('high' as const, 'normal' as const, 'low' as const),
    });
    const state = fc.constantFrom('sole' as const, 'orphaned' as const, 'shared' as const, 'unknown' as const);
    fc.assert(
      fc.property(state, input, (of, changes) => {
        const { score, level } = risk(of, { ...changes, runbooks: [] });
        assert.ok(Number.isInteger(score) && score >= 0 && score <= 100);
        assert.equal(level, score >= 60 ? 'high' : score >= 35 ? 'medium' : score >= 12 ? 'low' : 'none');
      }),
    );
  });
});

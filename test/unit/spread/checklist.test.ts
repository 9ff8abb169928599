import assert from 'node:assert/strict';
import fc from 'fast-check';
import { regenerated, regeneration } from '../../../src/core/scaffold/regenerate';
import { type ChecklistDraft, checklistSections, newChecklist } from '../../../src/core/spread/checklistPage';
import { readChecklist, tickEdit } from '../../../src/core/spread/readChecklist';
import { type SpreadMaterial, spreadChecklist } from '../../../src/core/spread/spreadSteps';

const material: SpreadMaterial = {
  component: { id: 'src/pay ments--', name: 'payments', state: 'sole', toil: [], accepted: null },
  label: 'payments',
  path: 'docs/ownership/payments.md',
  situation: 'payments is known by one person.',
  backups: ['Ben Ito: Changed twice by Ben Ito'],
  facts: [{ kind: 'secret', name: 'stripe-key', value: 'stripe-key', path: 'compose.yaml', line: 7 }],
  runbooks: [{ path: 'docs/runbooks/payments.md', title: 'Payments' }],
  alerts: [],
  today: '2026-03-04',
};

const draft = spreadChecklist(material);
const page = newChecklist(draft);
const read = (source: string) => {
  const found = readChecklist('docs/ownership/payments.md', source);
  assert.ok(found);
  return found;
};
const refreshed = (source: string, next: ChecklistDraft): string =>
  regenerated(source, regeneration(source, checklistSections(next)));
const tickedPage = (source: string, id: string, ticked: boolean): string => {
  const edit = tickEdit(source, id, ticked);
  assert.ok(edit, id);
  return source.slice(0, edit.offset) + edit.text + source.slice(edit.offset + 1);
};

describe('A checklist', () => {
  it('has nine steps, each with a role, a day and a place for evidence, filled from the repository', () => {
    const { kind, component, steps } = read(page);
    assert.deepEqual([kind, component, steps.length], ['spread', 'src/pay ments--', 9]);
    assert.deepEqual(
      steps.map(({ who, due }) => who !== '' && due !== null),
      steps.map(() => true),
    );
    assert.equal(page.match(/^ {2}- Evidence:$/gm)?.length, 9);
    assert.match(page, /Proposed: Ben Ito: Changed twice/);
    assert.match(page, /`stripe-key` \(`compose.yaml:7`\)/);
    assert.match(page, /\[Payments\]\(\.\.\/runbooks\/payments\.md\)/);
    assert.equal(steps.find(({ id }) => id === 'backup')?.due, '2026-03-11');
  });

  it('says how a runbook is drafted where there is none, in words that a shell takes as they are', () => {
    const body = spreadChecklist({ ...material, runbooks: [] }).steps.find(({ id }) => id === 'silent-run')?.body;
    assert.match(body?.join() ?? '', /stub --component 'src\/pay ments--'/);
  });

  it('names nobody where people must not be named', () => {
    assert.doesNotMatch(newChecklist(spreadChecklist({ ...material, backups: null })), /Ben/);
  });

  it('says why no backup is proposed, by what is known of the component', () => {
    const said = (['sole', 'orphaned', 'shared', 'unknown'] as const).map(state => {
      const { steps } = spreadChecklist({ ...material, component: { ...material.component, state }, backups: [] });
      return steps[0]?.body.join();
    });
    assert.deepEqual(said, [
      'Nobody else active has worked on it or beside it: the team says who learns it.',
      'Nobody active has worked on it or beside it: the team says who learns it.',
      'More than one person knows it already: name the one who stands in for the others.',
      'The history here does not tell who has worked on it: the team says who learns it.',
    ]);
  });

  it('is read with what people wrote: ticks, evidence, backup, and steps they moved or reworded', () => {
    const written = tickedPage(page, 'silent-run', true)
      .replace('- Backup:', '- **Backup:** Ben Ito')
      .replace(
        '- Evidence:',
        '- Evidence: abc1234 and https://example.org/x, [drill](../drills/a.md), `docs/b.md`, not defaced',
      )
      .replace('- [ ] Name a backup, and write the name below', '* [X] Wer vertritt?');
    const { steps } = read(written);
    const [backup] = steps;
    assert.deepEqual(
      [backup?.id, backup?.title, backup?.ticked, backup?.backups],
      ['backup', 'Wer vertritt?', true, ['Ben Ito']],
    );
    assert.deepEqual(backup?.evidence, {
      commits: ['abc1234'],
      links: ['https://example.org/x', '../drills/a.md', 'docs/b.md'],
    });
    assert.deepEqual(
      steps.filter(({ ticked }) => ticked).map(({ id }) => id),
      ['backup', 'silent-run'],
    );
  });

  it('is no checklist without its mark, and other task lists on the page are no steps', () => {
    assert.equal(readChecklist('a.md', page.replace('single-points:checklist', 'something')), null);
    assert.equal(read(`${page}\n- [ ] Buy cake\n`).steps.length, 9);
  });

  it('names two where nobody is left who knows it, as a plan does', () => {
    const orphaned = spreadChecklist({ ...material, component: { ...material.component, state: 'orphaned' } });
    const text = newChecklist(orphaned);
    assert.match(text, /- \[ \] Name two who learn it, and write the names below/);
    const named = text
      .replace('- Backup:', '- Backup: Ben Ito')
      .replace('- Second backup:', '- Second backup: Cleo Third');
    assert.deepEqual(read(named).steps[0]?.backups, ['Ben Ito', 'Cleo Third']);
    assert.doesNotMatch(page, /Second backup/);
  });

  it('says that a plan may name another than the page does, where the page names one', () => {
    assert.match(page, /A plan for all of them \(`single-points plan`\) may name another/);
    assert.doesNotMatch(newChecklist(spreadChecklist({ ...material, backups: [] })), /may name another/);
  });

  it('that is too long to be read whole says so, and nothing of its steps', () => {
    const tooLong = [`${page}${'a '.repeat(140 * 1024)}`, `${page}\n${'b'.repeat(9 * 1024)}\n`];
    for (const source of tooLong) {
      const { kind, component, steps, unread } = read(source);
      assert.deepEqual([kind, component, steps, unread], ['spread', draft.component, [], true]);
      assert.equal(tickEdit(source, 'shift', true), null);
    }
    assert.equal(read(page).unread, false);
    assert.equal(readChecklist('a.md', 'c'.repeat(9 * 1024)), null);
  });

  it('says when a marker is damaged, for the step is not read then', () => {
    const damaged = read(page.replace('<!-- single-points:end section=shift -->', ''));
    assert.deepEqual([damaged.damaged, damaged.steps.length < 9], [true, true]);
    assert.equal(read(page).damaged, false);
  });

  it('is ticked and unticked by one character, whatever its bytes are', () => {
    const ids = draft.steps.map(({ id }) => id);
    const bytes = fc.record({
      lineBreak: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
      end: fc.constantFrom('', '\n', '\n\n🌊 ä'),
      id: fc.constantFrom(...ids),
      before: fc.constantFrom('', '# ä 🌊\n\n', '- [ ] other\n\n', '```\n- [ ] code\n```\n\n'),
    });
    fc.assert(
      fc.property(bytes, ({ lineBreak, mark, end, id, before }) => {
        const source = mark + (before + page.trimEnd() + end).replaceAll('\n', lineBreak);
        const done = tickedPage(source, id, true);
        assert.equal(read(done).steps.find(step => step.id === id)?.ticked, true);
        assert.equal(read(done).steps.filter(({ ticked }) => ticked).length, 1);
        assert.equal([...done].filter((each, at) => each !== [...source][at]).length, 1);
        assert.equal(tickedPage(done, id, false), source);
      }),
      { numRuns: 12 },
    );
    assert.equal(tickEdit(page, 'no such step', true), null);
  });

  it('written again keeps ticks, dates and evidence, and written twice is as written once', () => {
    const next = spreadChecklist({ ...material, backups: ['Cleo Third'], runbooks: [], situation: 'It changed.' });
    const human = fc.record({
      ticks: fc.subarray(draft.steps.map(({ id }) => id)),
      evidence: fc.constantFrom('', ' abc1234', ' [x](y.md)'),
      crlf: fc.boolean(),
      mark: fc.constantFrom('', '\uFEFF'),
      note: fc.constantFrom('', '\n> A note.\n', '\nWe skip the shift.\n'),
      ended: fc.boolean(),
    });
    fc.assert(
      fc.property(human, ({ ticks, evidence, crlf, mark, note, ended }) => {
        const edited = (source: string): string => {
          const done = ticks.reduce((text, id) => tickedPage(text, id, true), source + note);
          const text = done.replace('- Evidence:', `- Evidence:${evidence}`).replace('- Due: 2026', '- Due: 2027');
          const whole = ended ? text : text.trimEnd();
          return mark + (crlf ? whole.replaceAll('\n', '\r\n') : whole);
        };
        const written = refreshed(edited(page), next);
        assert.equal(written, edited(newChecklist(next)));
        assert.equal(refreshed(written, next), written);
      }),
      { numRuns: 12 },
    );
  });
});

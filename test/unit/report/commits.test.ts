import assert from 'node:assert/strict';
import { commitsTable } from '../../../src/cli/commitsTable';
import type { CommitPerson } from '../../../src/core/commitsBehind';
import type { CommitsFound } from '../../../src/core/report/commitsFound';
import { commitsJson } from '../../../src/core/report/commitsJson';
import { commitsMarkdown } from '../../../src/core/report/commitsMarkdown';
import { behindText, commitPeopleText, leftOutText } from '../../../src/core/report/commitText';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleCommits } from './exampleCommits';
import { examplePerson, exampleSnapshot } from './exampleSnapshot';

const found = (of?: CommitsFound['of']): CommitsFound => {
  const snapshot = exampleSnapshot({ limits: [] });
  const { subjects, ...behind } = exampleCommits();
  return { snapshot, of: of ?? { file: 'payments/charge.ts' }, person: 0, behind, subjects };
};

describe('A report of the commits behind a number', () => {
  it('says in one sentence what they add up to, about the code and not the person', () => {
    const people = [examplePerson(0, 'Ann Example')];
    const text = (person: number | null, changes: number): string =>
      behindText('pay', { ...exampleCommits(), changes }, person, people, plainTranslate);
    assert.equal(text(0, 1), 'pay: one change by Ann Example, 1 with an AI agent, one review, 24 lines that stand');
    assert.match(text(null, 1234), /^pay: 1,234 changes, 1 with/);
    assert.equal(leftOutText(exampleCommits(), plainTranslate), 'Left out: one commit (only moved: 1)');
  });

  it('names who wrote a commit, with what, and who reviewed it', () => {
    const names = ['Ann Example', 'Ben Ito', 'Cleo Third', 'Claude'];
    const people = names.map((name, id) => examplePerson(id, name));
    const text = (...by: (readonly [CommitPerson['person'], CommitPerson['role'], number])[]): string =>
      commitPeopleText(
        { people: by.map(([person, role, credit]) => ({ person, role, credit })) },
        people,
        plainTranslate,
      );
    assert.equal(
      text([0, 'author', 1], [1, 'coAuthor', 1], [2, 'reviewer', 0.5]),
      'Ann Example, Ben Ito; reviewed by Cleo Third',
    );
    assert.equal(text([3, 'author', 0], [0, 'answers', 1]), 'Ann Example with Claude');
    assert.equal(text([3, 'author', 0]), 'Claude');
  });

  it('is a table that fits its width, with what is left out apart and the lines below', () => {
    const colors = { bold, dim: bold, cyan: bold, yellow: bold, red: bold, green: bold, underline: bold };
    const table = commitsTable(found(), { width: 90, colors } as Parameters<typeof commitsTable>[1]);
    assert.ok(table.split('\n').every(line => line.length <= 90));
    assert.match(table, /2024-06-30 {2}aaaaaaaaa {2}Ann Example; reviewe… {5}12 {2}Ann Example: charge/);
    assert.match(table, /and 5 more \(--all\)\n\nLeft out: one commit \(only moved: 1\)\n/);
    assert.match(table, /1–12 +2024-06-30 {2}aaaaaaaaa {2}Ann Example/);
    assert.match(table, /1,200 +2024-06-29 {2}bbbbbbbbb {2}nobody {7}\(no message\)/);
  });

  it('is Markdown in which no message becomes markup, without an address', () => {
    const markdown = commitsMarkdown(found(), plainTranslate);
    assert.match(markdown, /\| 2024-06-30 \| `aaaaaaaaa` \| .* \| 12 \| Ann Example: charge \\\| once \| {2}\|/);
    assert.match(markdown, /\(no message\) \| over 100 files at once \|/);
    assert.doesNotMatch(markdown, /@example/);
    const [component] = found().snapshot.components;
    assert.ok(component);
    assert.match(
      commitsMarkdown(found({ component }), plainTranslate),
      /\| `payments\/ann-example\/charge\.ts` \| 24 \|/,
    );
  });

  it('is JSON whose fields stay, with everyone it names', () => {
    const json = commitsJson(found());
    assert.equal(
      Object.keys(json).join(' '),
      'version repository file component person changes reviews assisted commits commitsTotal leftOut leftOutTotal ' +
        'leftOutBecause lines unknownLines lineFiles lineFilesTotal people',
    );
    assert.deepEqual(
      json.people.map(({ id }) => id),
      [0, 1],
    );
    const [commit] = json.commits;
    assert.equal(
      Object.keys(commit ?? {}).join(' '),
      'sha date subject people counts note assisted lines files filesTotal',
    );
    assert.deepEqual([commit?.date, json.commits[1]?.subject], ['2024-06-30T12:00:00Z', null]);
    assert.deepEqual(json.lineFiles[0]?.blocks[1], {
      ...{ line: 1200, lines: 1, sha: 'b'.repeat(40), people: [], date: '2024-06-29T12:00:00Z' },
    });
  });
});

function bold(text: string): string {
  return text;
}

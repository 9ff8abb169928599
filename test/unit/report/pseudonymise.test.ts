import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanMarkdown } from '../../../src/core/report/markdown';
import { pseudonymise, pseudonymous } from '../../../src/core/report/pseudonymise';
import { scanJson } from '../../../src/core/report/scanJson';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleComponent, examplePerson, exampleRunbook, exampleSnapshot } from './exampleSnapshot';

describe('pseudonyms', () => {
  it('stand for everyone, in the order of ids, bots and agents apart', () => {
    const people = [
      examplePerson(0, 'Ann Example'),
      examplePerson(1, 'renovate[bot]', { bot: true }),
      examplePerson(2, 'Ann Example (aider)', { agent: true }),
      ...Array.from({ length: 27 }, (_, index) => examplePerson(index + 3, `Name Number${index}`)),
    ];
    const names = pseudonymise(exampleSnapshot({ people })).people.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 4), ['Person A', 'Bot A', 'Agent A', 'Person B']);
    assert.deepEqual(names.slice(-2), ['Person AA', 'Person AB']);
  });

  it('leave no name and no address in any format', () => {
    const snapshot = exampleSnapshot();
    const hidden = pseudonymise({
      ...snapshot,
      repository: { ...snapshot.repository, branch: 'ann.example/hot-fix' },
      limits: [
        {
          code: 'settings',
          values: { path: 'people/ann-example.yml', problem: 'oneOf', key: 'Ben Ito <ben.ito@example.com>' },
        },
      ],
      components: [
        ...snapshot.components,
        exampleComponent('tools/ann.example', {
          name: 'Ann-Example tools',
          source: 'tools/ann_example/package.json:1',
        }),
      ],
      runbooks: [
        exampleRunbook('docs/ann-example.md', null, {
          title: 'Ask Ann, or Ben',
          owner: 'Zoe Manager',
          findings: [
            {
              rule: 'RB020',
              severity: 'warning',
              path: 'a.md',
              line: 3,
              column: 1,
              endLine: 3,
              endColumn: 1,
              message: '"ask Ann"',
              data: { word: 'ANN EXAMPLE' },
            },
            {
              rule: 'RB020',
              severity: 'warning',
              path: 'a.md',
              line: 4,
              column: 1,
              endLine: 4,
              endColumn: 1,
              message: 'Only Ann Example, Tomasz can do this step: give a role the access, and name it.',
              data: { people: 'Ann Example, Tomasz' },
            },
          ],
        }),
      ],
    });
    for (const text of [
      JSON.stringify(hidden),
      JSON.stringify(scanJson(hidden)),
      scanMarkdown(hidden, plainTranslate),
    ]) {
      for (const person of snapshot.people) {
        assert.ok(!text.toLowerCase().includes(person.name.toLowerCase()), person.name);
        assert.ok(!text.includes(person.email), person.email);
      }
      assert.doesNotMatch(text, /\bann\b|\bBen\b|Zoe|Tomasz|@example|\/home/i);
    }
    assert.equal(hidden.repository.root, 'shop');
    assert.equal(hidden.runbooks[0]?.title, 'Ask Person A, or Person B');
    assert.equal(hidden.runbooks[0]?.owner, 'Owner A');
    const { message, data } = hidden.runbooks[0]?.findings[1] ?? {};
    assert.equal(message, 'Only Person A, somebody can do this step: give a role the access, and name it.');
    assert.deepEqual(data, { people: 'Person A, somebody' });
  });

  it('are the same each time, and change nothing else', () => {
    const snapshot = exampleSnapshot();
    const once = pseudonymise(snapshot);
    assert.deepEqual(pseudonymise(snapshot), once);
    assert.deepEqual(
      once.files.map(({ path }) => path),
      snapshot.files.map(({ path }) => path),
    );
    assert.deepEqual(once.truckFactor, snapshot.truckFactor);
    assert.deepEqual(
      once.components.map(({ id, state, risk: { level } }) => [id, state, level]),
      snapshot.components.map(({ id, state, risk: { level } }) => [id, state, level]),
    );
  });

  it('leave paths alone that only look like a part of a name', () => {
    const people = [examplePerson(0, 'core'), examplePerson(1, 'Will Docs', { email: 'test@example.com' })];
    const components = [exampleComponent('core/docs/test', { accepted: { until: '2024-12-31', why: 'it will end' } })];
    const [component] = pseudonymise(exampleSnapshot({ people, components })).components;
    assert.equal(component?.id, 'core/docs/test');
    assert.equal(component?.accepted?.why, 'it will end');
  });

  it('hide a full name however it is written', () => {
    const letters = fc.stringMatching(/^[A-Z][a-zé]{3,8}$/);
    const joint = fc.constantFrom(' ', '-', '_', '.', '', '  ');
    const change = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => text.toUpperCase(),
    );
    fc.assert(
      fc.property(letters, letters, joint, change, fc.boolean(), (first, last, between, written, asAddress) => {
        const person = examplePerson(0, `${first} ${last}`, { email: `${first}.${last}@corp.example` });
        const text = asAddress ? written(person.email) : written(first + between + last);
        const hidden = pseudonymous([person]).inText(`see (${text}), please`);
        assert.equal(hidden, 'see (Person A), please');
      }),
    );
  });

  it('take no time that grows with people times text', () => {
    const people = Array.from({ length: 5000 }, (_, id) => examplePerson(id, `Given${id} Family${id}`));
    const replace = pseudonymous(people).inText;
    const text = 'Given4999 Family4999 and a hundred other words. '.repeat(2000);
    assert.equal(replace(text).includes('Given4999'), false);
  });
});

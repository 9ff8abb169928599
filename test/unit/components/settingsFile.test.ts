import assert from 'node:assert/strict';
import fc from 'fast-check';
import schema from '../../../media/single-points.schema.json';
import { parseSettingsFile } from '../../../src/core/components/settingsFile';
import { fileProblemText } from '../../../src/core/report/fileProblemText';
import { plainTranslate } from '../../../src/core/report/translate';
import { defaultSettings } from '../../../src/core/settings';
import { processorSeconds } from '../../support/processorTime';

const complete = `# what the tool should know
components:
  - name: payments
    paths: [services/pay/**, libs/money]
    criticality: high
  - name: docs
    criticality: low
exclude: ['legacy/**']
people:
  - name: Ann Example
    emails: [ann@example.com, ann@old.example]
    left: true
  - emails: ci@example.com
    bot: true
runbooks:
  paths: [ops/how-to/**]
  types:
    - { paths: 'ops/how-to/alerts/**', type: alert }
  rules: { RB007: hint, RB003: off }
  sections: { rollback: [If it goes wrong] }
thresholds: { activeDays: 90, activityShare: 0.3, linesShare: 0.4, halfLifeDays: 200 }
accepted:
  - component: payments
    until: 2030-01-31
    why: second person starts in January
  - path: ./scripts/old.sh
    until: 2030-02-28
policy: { whatIf: false }
`;

describe('settings file', () => {
  it('reads every key', () => {
    const { settings, problems } = parseSettingsFile(complete);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      components: [
        { name: 'payments', paths: ['services/pay/**', 'libs/money'], criticality: 'high', line: 3 },
        { name: 'docs', paths: [], criticality: 'low', line: 6 },
      ],
      people: [
        {
          name: 'Ann Example',
          emails: ['ann@example.com', 'ann@old.example'],
          left: true,
          present: false,
          bot: false,
          away: [],
          teams: [],
        },
        { name: null, emails: ['ci@example.com'], left: false, present: false, bot: true, away: [], teams: [] },
      ],
      teams: [],
      exclude: ['legacy/**'],
      runbookPaths: ['ops/how-to/**'],
      runbookTypes: [{ glob: 'ops/how-to/alerts/**', type: 'alert' }],
      runbookRules: new Map([
        ['RB007', 'hint'],
        ['RB003', 'off'],
      ]),
      runbookSections: new Map([['rollback', ['If it goes wrong']]]),
      accepted: new Map([
        ['payments', { until: '2030-01-31', why: 'second person starts in January' }],
        ['scripts/old.sh', { until: '2030-02-28', why: '' }],
      ]),
      activeDays: 90,
      activityThreshold: 0.3,
      linesThreshold: 0.4,
      halfLifeDays: 200,
      policy: { whatIf: false, people: true },
    });
  });

  it('reads when people are away and which teams they are in', () => {
    const { settings, problems } = parseSettingsFile(`people:
  - name: Ann Example
    away: { from: 2030-01-01, until: 2030-03-31 }
    teams: [payments, ops]
  - name: Ben
    away:
      - until: 2029-05-01
      - from: 2030-06-01
  - name: Cleo
    away: [{}, { from: 2030-02-01, until: 2030-01-01 }]
teams:
  - name: payments
    people: [Ann Example, '@ben']
  - name: on-call
  - people: ['@ben']
`);
    assert.deepEqual(
      settings.people.map(({ away, teams }) => [away, teams]),
      [
        [[{ from: '2030-01-01', until: '2030-03-31' }], ['payments', 'ops']],
        [
          [
            { from: null, until: '2029-05-01' },
            { from: '2030-06-01', until: null },
          ],
          [],
        ],
        [[], []],
      ],
    );
    assert.deepEqual(settings.teams, [
      { name: 'payments', people: ['Ann Example', '@ben'] },
      { name: 'on-call', people: [] },
    ]);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [10, 10, 15],
    );
  });

  it('is the defaults when it is empty', () => {
    for (const text of ['', '# nothing\n', '---\n', 'components:\nexclude:\n']) {
      const { settings, problems } = parseSettingsFile(text);
      assert.deepEqual([settings, problems], [defaultSettings, []], JSON.stringify(text));
    }
  });

  it('says what is wrong, with its line, and keeps the rest', () => {
    const text = `exclude: [ok/**, '']
colour: blue
thresholds:
  activeDays: many
  halfLifeDays: 10
components:
  - paths: [a]
  - name: one
    criticality: immense
  - name: one
people:
  - left: perhaps
accepted:
  - path: a
    until: 2030-02-30
  - until: 2030-01-01
exclude: [twice]
policy:
  whatIf: never
`;
    const { settings, problems } = parseSettingsFile(text);
    assert.deepEqual(
      problems.map(problem => problem.line),
      [1, 2, 4, 7, 9, 10, 12, 12, 14, 15, 16, 17, 19],
    );
    assert.deepEqual([problems[1]?.code, problems[1]?.values['key']], ['unknownKey', 'colour']);
    assert.deepEqual(settings.exclude, ['ok/**']);
    assert.equal(settings.halfLifeDays, 10);
    assert.equal(settings.activeDays, defaultSettings.activeDays);
    assert.deepEqual(settings.components, [{ name: 'one', paths: [], criticality: 'normal', line: 8 }]);
    assert.equal(settings.accepted.size, 0);
    assert.deepEqual(settings.policy, { whatIf: false, people: true }, 'what was meant to forbid must not allow');
  });

  it('gives the defaults for what is not YAML or not a mapping', () => {
    for (const text of ['a: [', '- a\n- b', 'hello', '"', `${'['.repeat(20_000)}`, `x: ${' '.repeat(600_000)}`]) {
      const { settings, problems } = parseSettingsFile(text);
      assert.deepEqual(settings, defaultSettings);
      assert.ok(problems.length > 0, text.slice(0, 20));
    }
  });

  it('does not expand a bomb of references', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`,
    );
    const wide = `exclude: [${'*g,'.repeat(20_000)}]`;
    const text = `a0: &a0 [x, y]\n${levels.join('\n')}\npeople: *a30\ng: &g [${'x,'.repeat(5000)}]\n${wide}\n`;
    const seconds = processorSeconds(() => {
      const { problems } = parseSettingsFile(text);
      assert.ok(problems.length > 0 && problems.length <= 200);
    });
    assert.ok(seconds < 10, `${seconds} s`);
  });

  it('follows references and merged keys that are meant well', () => {
    const { settings, problems } = parseSettingsFile(
      'exclude: &all [a/**]\nrunbooks: { paths: *all }\ncomponents:\n  - &base { name: one, paths: *all }\n  - { <<: *base, name: two }\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.runbookPaths, ['a/**']);
    assert.deepEqual(
      settings.components.map(component => component.paths),
      [['a/**'], ['a/**']],
    );
  });

  it('takes hostile names for names', () => {
    const { settings, problems } = parseSettingsFile(
      'components:\n  - { name: __proto__, paths: [constructor/**] }\n  - { name: constructor }\n__proto__: { activeDays: 1 }\n',
    );
    assert.deepEqual(
      settings.components.map(component => component.name),
      ['__proto__', 'constructor'],
    );
    assert.equal(settings.activeDays, defaultSettings.activeDays);
    assert.equal(problems.length, 1);
  });

  it('never throws', () => {
    const line = fc.constantFrom(
      'components:',
      '  - name: a',
      '    paths: [x]',
      'people: *b',
      '&b',
      '- ',
      '? a',
      ': b',
      '{',
      ']',
      '|',
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), lines => parseSettingsFile(lines.join('\n')) !== null),
    );
  });

  it('has the keys that its schema has', () => {
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    const { problems } = parseSettingsFile('unknown: 1');
    const known = String(problems[0]?.values['known']).split(', ');
    assert.deepEqual(known.toSorted(), Object.keys(schema.properties).toSorted());
    assert.equal(schema.properties.thresholds.properties.activeDays.default, defaultSettings.activeDays);
    assert.equal(schema.properties.thresholds.properties.activityShare.default, defaultSettings.activityThreshold);
    assert.equal(schema.properties.thresholds.properties.halfLifeDays.default, defaultSettings.halfLifeDays);
    assert.equal(schema.properties.thresholds.properties.linesShare.default, defaultSettings.linesThreshold);
  });

  it('says which rule or section is none', () => {
    const { settings, problems } = parseSettingsFile(
      'runbooks:\n  rules: { RB7: hint, RB003: loud }\n  sections: { owners: [Who], owner: Who }\n',
    );
    assert.deepEqual(
      problems.map(problem => fileProblemText(problem, plainTranslate)),
      [
        '"RB7" is no rule; rules are named like RB020.',
        'RB003 should be one of error, warning, information, hint, off.',
        '"owners" is no section; see the list in the README.',
      ],
    );
    assert.deepEqual([...settings.runbookRules], []);
    assert.deepEqual([...settings.runbookSections], [['owner', ['Who']]]);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Finding, Limit, Reason } from '../../../src/core/model';
import { documentHtml } from '../../../src/core/report/document/documentHtml';
import { limitText } from '../../../src/core/report/limits';
import { dayText, percent, wholeNumber } from '../../../src/core/report/numbers';
import { planMarkdown } from '../../../src/core/report/planMarkdown';
import { reasonText } from '../../../src/core/report/reasons';
import { repositoryReport } from '../../../src/core/report/repositoryReport';
import { reportMaterial } from '../../../src/core/report/sections/reportMaterial';
import { plainTranslate, type Translate, translateWith } from '../../../src/core/report/translate';
import { snapshotIn } from '../../../src/core/runbooks/lint/inLanguage';
import { planSpread } from '../../../src/core/spread/plan';
import { usualChoice } from '../../../src/core/spread/planChoice';
import { usualPlan } from '../../../src/core/spread/planOptions';
import { exampleProgress } from '../report/exampleProgress';
import { exampleMoment, examplePerson, exampleRunbook, exampleSnapshot } from '../report/exampleSnapshot';

function translateInto(locale: string): Translate {
  const messages = JSON.parse(readFileSync(`l10n/bundle.l10n.${locale}.json`, 'utf8')) as Record<string, string>;
  return translateWith({ locale, messages });
}

const german = translateInto('de');
const people = [examplePerson(0, 'Ann Example')];
const reason = (code: Reason['code'], values: Reason['values']): string => reasonText({ code, values }, people, german);

describe('German', () => {
  it('says a reason in German, with German numbers and days', () => {
    assert.equal(
      reason('touchedHere', { person: 0, touches: 12_345, date: exampleMoment }),
      'Hat es 12.345-mal geändert, zuletzt: 30.06.2024',
    );
    assert.equal(
      reason('soleKnowledge', { person: 0, share: 0.92 }),
      'Nur einer Person bekannt: Ann Example ist Owner von 92\u00a0% der Dateien',
    );
  });

  it('says a limit in German', () => {
    const limit: Limit = { code: 'settings', values: { path: 'a.yml:3', problem: 'keyTwice', key: 'people' } };
    assert.equal(
      limitText(limit, german),
      'a.yml:3 konnte nicht gelesen werden: Den Schlüssel „people“ gibt es hier zweimal; der erste zählt. Was dort steht, wird nicht angewendet; korrigieren und erneut analysieren.',
    );
  });

  it('says findings anew that are kept in English', () => {
    const finding: Finding = {
      ...{ rule: 'RB012', severity: 'warning' as const, path: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 2 },
      ...{ message: 'In English.', data: {} },
    };
    const runbook = exampleRunbook('a.md', null, { findings: [finding] });
    const unknown = { ...finding, rule: 'RB999' };
    const said = snapshotIn(exampleSnapshot({ runbooks: [runbook], findings: [finding, unknown] }), german);
    const expected = 'Niemand, der als Owner dieses Runbooks genannt ist, ist hier noch aktiv.';
    assert.deepEqual(
      said.findings.map(({ message }) => message),
      [expected, 'In English.'],
    );
    assert.equal(said.runbooks[0]?.findings[0]?.message, expected);
  });

  it('leaves in English what its words lack', () => {
    assert.equal(translateWith({ locale: 'de', messages: {} })('{n} of {n}', { n: 3 }), '3 of 3');
    assert.equal(translateWith({ locale: 'de', messages: {} })('constructor', {}), 'constructor');
  });
});

describe('Numbers and days', () => {
  it('take the forms of the language', () => {
    const forms = (translate: Translate): readonly (string | null)[] => [
      ...[wholeNumber(1_234_567, translate), percent(0.92, translate), percent(0.001, translate)],
      dayText(exampleMoment, translate),
    ];
    const plainSpaces = (texts: readonly (string | null)[]): readonly string[] =>
      texts.map(text => (text ?? '').replace(/\s/g, ' '));
    assert.deepEqual(plainSpaces(forms(german)), ['1.234.567', '92 %', 'unter 1 %', '30.06.2024']);
    assert.deepEqual(plainSpaces(forms(translateInto('es'))), ['1.234.567', '92 %', 'menos del 1 %', '30 jun 2024']);
    assert.deepEqual(plainSpaces(forms(translateInto('zh-cn'))), ['1,234,567', '92%', '不足 1%', '2024年6月30日']);
  });

  it('are in English as on the command line', () => {
    const english = translateWith({ locale: 'en', messages: {} });
    for (const translate of [plainTranslate, english]) {
      assert.equal(wholeNumber(1_234_567, translate), '1,234,567');
      assert.equal(percent(0.92, translate), '92 %');
      assert.equal(dayText(exampleMoment, translate), '2024-06-30');
    }
  });

  it('are none in any language where they count or name nothing', () => {
    for (const translate of [plainTranslate, german]) {
      assert.equal(wholeNumber(Number.NaN, translate), '?');
      assert.equal(percent(Number.NaN, translate), '?');
      assert.equal(dayText(0, translate), null);
    }
  });
});

describe('No word escapes the translator', () => {
  /** Puts brackets around everything it says, so that the rest shows. */
  const bracketed: Translate = Object.assign(
    (message: string, values: Record<string, string | number>) => `⟦${plainTranslate(message, values)}⟧`,
    { locale: 'xx' },
  );
  const { people: everyone, components, files, ...rest } = exampleSnapshot();
  const snapshot = { ...rest, people: everyone, components, files };
  const names = [
    ...everyone.map(({ name }) => name),
    ...components.flatMap(({ id, name, accepted }) => [id, name, accepted?.why ?? '']),
    ...files.map(({ path }) => path),
    ...exampleProgress.checklists.flatMap(({ path, label, steps }) => [
      path,
      label,
      ...steps.map(({ title }) => title),
    ]),
    ...snapshot.runbooks.map(({ path }) => path),
    ...[snapshot.repository.branch ?? ''],
  ].sort((one, other) => other.length - one.length);

  /** What is left of a text without the brackets and without the names that are the repository's. */
  function escaped(text: string): readonly string[] {
    let left = text;
    for (let before = ''; before !== left; ) {
      before = left;
      left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    }
    for (const name of names) left = left.replaceAll(name, ' ');
    return left.match(/\p{L}{2,}/gu) ?? [];
  }

  it('in the report', () => {
    const material = reportMaterial(snapshot, exampleProgress, { pseudonymise: false, plan: usualChoice });
    const html = documentHtml(repositoryReport(material, bracketed), bracketed);
    const [, body = ''] = html.split('</head>');
    const spoken = [...body.matchAll(/ (?:aria-label|title|alt)="([^"]*)"/g)].map(([, text]) => text ?? '');
    assert.deepEqual(escaped([body.replace(/<[^>]*>/g, ' '), ...spoken].join('\n')), []);
    assert.match(html, /<html lang="xx">/);
  });

  it('in the plan', () => {
    const plan = planSpread(snapshot, usualPlan);
    assert.deepEqual(escaped(planMarkdown(plan, bracketed)), []);
  });
});

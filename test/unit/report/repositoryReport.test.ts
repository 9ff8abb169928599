import assert from 'node:assert/strict';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { AlertRunbookState, AlertState } from '../../../src/core/alertState';
import type { Snapshot } from '../../../src/core/model';
import type { Progress } from '../../../src/core/progress';
import { documentHtml } from '../../../src/core/report/document/documentHtml';
import { documentMarkdown } from '../../../src/core/report/document/documentMarkdown';
import { repositoryReport } from '../../../src/core/report/repositoryReport';
import { reportMaterial } from '../../../src/core/report/sections/reportMaterial';
import { plainTranslate } from '../../../src/core/report/translate';
import { usualChoice } from '../../../src/core/spread/planChoice';
import { exampleProgress } from './exampleProgress';
import { exampleComponent, exampleFile, exampleSnapshot } from './exampleSnapshot';
import { oddSnapshot } from './oddSnapshot';

const noProgress: Progress = { checklists: [], beforeAfter: null };
const names = /Ann|Ben|Carla|Fernández|Dov|山田|Eve\b/;

function report(snapshot: Snapshot, { progress = exampleProgress, pseudonymise = false } = {}) {
  const material = reportMaterial(snapshot, progress, { pseudonymise, plan: usualChoice });
  return repositoryReport(material, plainTranslate);
}

const htmlOf = (...args: Parameters<typeof report>): string => documentHtml(report(...args), plainTranslate);
const markdownOf = (...args: Parameters<typeof report>): string => documentMarkdown(report(...args));
const sectionOf = (id: string, ...args: Parameters<typeof report>): string =>
  htmlOf(...args).match(new RegExp(`<section id="${id}"[\\s\\S]*?</section>`))?.[0] ?? '';

function alert(name: string, state: AlertRunbookState): AlertState {
  return { name, path: 'alerts.yml', line: 3, severity: 'critical', component: 'web', state, runbook: null };
}

describe('the report on a repository', () => {
  it('has its sections in the order in which people read', () => {
    assert.deepEqual(
      report(exampleSnapshot()).sections.map(({ id }) => id),
      ['why', 'state', 'map', 'trend', 'risks', 'plan', 'progress', 'runbooks', 'method', 'service-level', 'privacy'],
    );
  });

  it('has no progress without a checklist, and says so where the past is not known', () => {
    assert.equal(sectionOf('progress', exampleSnapshot(), { progress: noProgress }), '');
    assert.match(sectionOf('trend', exampleSnapshot({ past: [] })), /does not reach back far enough/);
  });

  it('shows the trend with its numbers', () => {
    const trend = sectionOf('trend', exampleSnapshot());
    assert.match(trend, /On 2023-06-30 4 of 13 components were single points.* On 2024-06-30 it is 7 of 14/);
    assert.match(trend, /<svg class="trend"[^>]* role="img" aria-label="Components that are single points">/);
    assert.match(trend, /<circle[^>]*\/><text[^>]*>7<\/text>/);
    assert.match(trend, /<tr><th scope="row">2024-06-30<\/th><td class="number">5<\/td>/);
  });

  it('says of which commit and day it is, and what it cannot know', () => {
    const markdown = markdownOf(exampleSnapshot());
    assert.match(markdown, /^# Single points in shop\n/);
    assert.match(
      markdown,
      /Branch `main` · commit `0123456789` · 12,843 commits · .*as of 2024-06-30.*made on 2024-06-30/,
    );
    assert.match(markdown, /> \[!WARNING\]\n.*\n>\n> - The history is cut off.*`git fetch --unshallow`/);
  });

  it('gives three numbers, each with its definition', () => {
    const figures = (changes: Partial<Snapshot>): string[] =>
      markdownOf(exampleSnapshot(changes)).match(/^- \*\*.*?\*\*(?= \d|.*people|.*Working|.*No runbook)/gm) ?? [];
    const alerts = [alert('A', 'working'), alert('B', 'none'), alert('C', 'elsewhere')];
    assert.ok(figures({}).includes('- **Truck factor: 2.**'));
    const state = sectionOf('state', exampleSnapshot({ alerts }));
    assert.match(state, /Components that are single points <b>\d+ of 11<\/b>/);
    assert.match(state, /Not counted: 1 whose risk is accepted/);
    assert.match(state, /fewest people whose loss leaves more than half of the files without an owner/);
    assert.match(state, /It is 1 at least; whether fewer than 2 suffice was not settled/);
    assert.match(state, /Alerts with a working runbook <b>1 of 3<\/b>/);
    assert.match(state, /1 lead to another place and were not looked at/);
    assert.match(sectionOf('state', exampleSnapshot({ runbooks: [] })), /No runbook was found/);
  });

  it('tells of each top risk why, and who could be its second owner; accepted ones stand apart with their day', () => {
    const risks = sectionOf('risks', exampleSnapshot());
    assert.match(risks, /<h3>payments: known by one person, high risk<\/h3>/);
    assert.match(risks, /<li>Has no runbook\.<\/li>/);
    assert.match(risks, /<strong>Backup proposed: Ben Ito<\/strong>/);
    assert.match(risks, /Accepted risks<\/h3>[\s\S]*legacy[\s\S]*2024-12-31[\s\S]*Ann Example retires it this year/);
  });

  it('has the plan with what each step changes, and the pins of the person', () => {
    const pinned = [{ email: 'carla.fern.ndez.montenegro@example.com', component: 'payments' }];
    const material = reportMaterial(exampleSnapshot(), noProgress, {
      pseudonymise: true,
      plan: { ...usualChoice, pinned },
    });
    const html = documentHtml(repositoryReport(material, plainTranslate), plainTranslate);
    assert.match(html, /payments gets a second owner: Person C<\/strong>/);
    assert.match(html, /<li>Then: known by one person → shared by 2; its truck factor/);
  });

  it('says how far checklists are', () => {
    const progress = sectionOf('progress', exampleSnapshot());
    assert.match(progress, /Single points among the components: 14 on 2024-03-31, 6 now/);
    assert.match(progress, /1 of 2 steps done: 1 claimed, 0 evidenced, 0 proven/);
    assert.match(progress, /Lead a shift: Was due on 2024-03-01/);
  });

  it('lists alerts that help nobody, and runbooks of one author', () => {
    const alerts = [alert('QueueFull', 'noAnchor'), alert('DiskFull', 'working'), alert('Slow', 'unknown')];
    const runbooks = sectionOf('runbooks', exampleSnapshot({ alerts }));
    assert.match(runbooks, /QueueFull[\s\S]*names a heading that its page does not have/);
    assert.doesNotMatch(runbooks, /DiskFull|Slow/);
    assert.match(runbooks, /docs\/runbooks\/roll-out\.md/);
  });

  it('promises by what components are: what is alerted on or critical like a service, never more than people can keep', () => {
    const classes = (changes: Partial<Snapshot>): string => sectionOf('service-level', exampleSnapshot(changes));
    const kinds = ['package', 'service', 'operations', 'documentation'] as const;
    const components = kinds.map(kind => exampleComponent(kind, { kind }));
    const first = classes({ components });
    assert.match(first, /critical, known by one person<\/strong>: service\./);
    assert.match(first, /folders, known by one person<\/strong>: package\./);
    assert.match(first, /Documentation, known by one person or by nobody active<\/strong>: documentation\./);
    assert.match(first, /built, shipped and run, known by one person<\/strong>: operations\./);
    assert.match(first, /knows how to repair each of these: service\./);
    const critical = components.map(component => ({ ...component, criticality: 'high' as const }));
    assert.match(
      classes({ components: critical }),
      /known by one person<\/strong>: package, service, operations, documentation\./,
    );
    const alerts = [{ ...alert('A', 'none'), component: 'package' }];
    assert.match(classes({ components, alerts }), /known by one person<\/strong>: package, service\./);
    const orphaned = exampleComponent('old', { state: 'orphaned', owners: [] });
    assert.match(classes({ components: [orphaned] }), /say that it has no owner/);
    assert.doesNotMatch(classes({ components: [exampleComponent('web', { state: 'shared' })] }), /Words to send/);
  });

  it('is one file that loads nothing and runs nothing, in a language, with headings in order', () => {
    const html = htmlOf(exampleSnapshot());
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    assert.match(
      html,
      /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'/,
    );
    assert.doesNotMatch(html, /<script|<link|<img|<iframe|\bon\w+=|\bsrc=|href="(?!#)|https?:|@import|url\(/i);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    assert.equal(levels.filter(level => level === 1).length, 1);
    for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, target] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) assert.ok(ids.includes(target));
  });

  it('is the same for the same Snapshot', () => {
    assert.equal(htmlOf(exampleSnapshot()), htmlOf(exampleSnapshot()));
  });

  it('takes no text of a repository for markup', () => {
    const name = '<img src=x onerror=alert(1)> & "quoted" \'name\'';
    const base = exampleSnapshot();
    const snapshot = exampleSnapshot({
      people: base.people.map(person => ({ ...person, name })),
      components: [exampleComponent(name)],
      files: [exampleFile(`${name}/${name}`, name, 'sole', [0])],
    });
    assert.doesNotMatch(htmlOf(snapshot), /<img|onerror=alert\(1\)>/);
    assert.doesNotMatch(markdownOf(snapshot), /(?<!\\)<img/);
  });

  it('names nobody under pseudonyms, on any page; nor where the policy of the repository keeps names off', () => {
    const pages = (changes: Partial<Snapshot>, pseudonymise: boolean): string[] => [
      htmlOf(exampleSnapshot(changes), { pseudonymise }),
      markdownOf(exampleSnapshot(changes), { pseudonymise }),
    ];
    for (const page of pages({}, true)) {
      assert.doesNotMatch(page, names);
      assert.match(page, /Person A/);
      assert.match(page, /as was asked for/);
    }
    for (const page of pages({ policy: { whatIf: true, people: false } }, false)) {
      assert.doesNotMatch(page, names);
      assert.match(page, /the settings of the repository keep names off pages/);
    }
  });

  it('holds no address, and no total of a person', () => {
    for (const page of [htmlOf(exampleSnapshot()), markdownOf(exampleSnapshot())]) {
      assert.doesNotMatch(page, /@example\.com/);
      assert.doesNotMatch(page, /Ann Example[^.<|]{0,20}\b100 commits/);
    }
  });

  it('stays small for 50,000 files', () => {
    const files = Array.from({ length: 50_000 }, (_, index) => ({
      ...exampleFile(`services/payments/src/some/folder/file-${index}.ts`, 'payments', 'sole', [0]),
      // As many as can be are drawn alone.
      lines: index < 2500 ? 5000 : 10,
    }));
    const { length } = htmlOf(exampleSnapshot({ files, tier: 2 }));
    assert.ok(length < 2_000_000, `${length} characters`);
  });

  it('is well formed for whatever is in a repository', () => {
    fc.assert(
      fc.property(oddSnapshot, snapshot => {
        const html = htmlOf(snapshot);
        const tags = [...html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)];
        const open: string[] = [];
        for (const [, closing, tag = '', empty] of tags) {
          if (closing !== '') assert.equal(open.pop(), tag);
          else if (empty === '' && tag !== 'meta') open.push(tag);
        }
        assert.deepEqual(open, []);
        assert.equal(html.match(/<(?![/!a-z])|<(?:script|img|a (?!href="#[a-z-]+">))/g), null);
        assert.doesNotMatch(html, /NaN|Infinity|undefined|\[object/);
        visit(remark().use(remarkGfm).parse(markdownOf(snapshot)), node => {
          assert.ok(!['html', 'image', 'linkReference', 'definition'].includes(node.type), node.type);
        });
      }),
      { numRuns: 20 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createColors } from 'picocolors';
import { componentTable } from '../../../src/cli/componentTable';
import { type ScanTableOptions, scanTable } from '../../../src/cli/scanTable';
import { widthOf } from '../../../src/cli/width';
import type { Snapshot } from '../../../src/core/model';
import { exampleComponent, exampleFile, exampleSnapshot } from '../report/exampleSnapshot';
import { oddSnapshot } from '../report/oddSnapshot';

const plain: ScanTableOptions = {
  width: 100,
  colors: createColors(false),
  all: false,
  path: '.',
  program: 'single-points',
};
const table = (snapshot: Snapshot, options: Partial<ScanTableOptions> = {}): string =>
  scanTable(snapshot, { ...plain, ...options });

function assertFits(text: string, width: number): void {
  for (const line of text.split('\n')) {
    assert.ok(widthOf(line) <= width, `${widthOf(line)} columns: ${JSON.stringify(line)}`);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]|\p{Surrogate}/u);
  assert.doesNotMatch(text, /NaN|undefined|Infinity/);
}

describe('the table of scan', () => {
  const text = table(exampleSnapshot());
  const line = (start: string | RegExp): string =>
    text.split('\n').find(candidate => candidate.match(start) !== null) ?? '';

  it('begins with what is looked at, its limits and the situation', () => {
    const [head, , limit] = text.split('\n');
    assert.equal(head, 'shop  main · 12,843 commits · 5 files · 6 people, 4 active · as of 2024-06-30');
    assert.match(limit ?? '', /^! The history is cut off/);
    assert.match(text, /^3 of 11 components are known by one person, 2 by nobody active\./m);
  });

  it('names the truck factors with their definition, the combined one first', () => {
    assert.match(text, /Truck factor {2}2 {2}by combined evidence {2}Ann Example, Carla/);
    assert.match(text, /2 {2}by authorship {9}Ann Example, Ben Ito/);
    assert.match(text, /1 {2}by recent activity {4}Ann Example/);
    assert.match(text, /fewest people whose loss leaves more than half/);
  });

  it('tells states apart by symbol and words', () => {
    assert.match(line(/ payments /), /^high +payments +service +42 {2}● {2}only Ann Example +Ben Ito +no$/);
    assert.match(line(/ labels /), /○ {2}nobody active \(was Dov/);
    assert.match(line(/ deploy/), /●\? only Ann Example +Ben Ito +yes$/);
    assert.match(line(/ packages\/core /), /◐ {2}4 people: Ben Ito/);
    assert.match(line(/ sandbox /), /· {2}unknown/);
    assert.match(line(/ legacy /), /^accepted/);
    assert.match(text, /\? likely: no two of authorship, activity and lines agree/);
  });

  it('ends with what to do first, as commands that can be run', () => {
    assert.match(text, /1\. payments → Ben Ito as backup: 14 changes here, the last on 2024-06-02\./);
    assert.match(text, /^ {3}single-points stub --component payments$/m);
    assert.match(text, /2\. labels → nobody active has worked on it or beside it: find it an owner, or retire it\./);
    assert.match(text, /Let the backup follow docs\/runbooks\/roll-out\.md/);
    assert.match(table(exampleSnapshot(), { path: 'my shop' }), /stub 'my shop' --component payments/);
    const far = `/far/${'away/'.repeat(14)}`;
    assert.ok(table(exampleSnapshot(), { path: far }).includes(`stub ${far} \\\n     --component payments\n`));
  });

  it('advises a pair where an owner has no second', () => {
    const alone = exampleSnapshot({ components: [exampleComponent('cart', { backup: null })] });
    assert.match(
      table(alone),
      /cart → nobody else active has worked on it or beside it: pair somebody with Ann Example\./,
    );
  });

  it('shows twenty components, and all when asked', () => {
    const components = Array.from({ length: 23 }, (_, index) => exampleComponent(`component-${index}`));
    const many = exampleSnapshot({ components });
    assert.match(table(many), /^and 3 more \(--all\)$/m);
    assert.doesNotMatch(table(many), /component-20/);
    assert.match(table(many, { all: true }), /component-22/);
  });

  it('has no address', () => {
    assert.doesNotMatch(text, /@/);
  });

  it('fits its width whatever the names and numbers are', () => {
    fc.assert(
      fc.property(oddSnapshot, fc.constantFrom(60, 80, 100), (odd, width) => {
        assertFits(table(odd, { width }), width);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same text in colour', () => {
    const colored = table(exampleSnapshot(), { colors: createColors(true) });
    assert.notEqual(colored, text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves
    assert.equal(colored.replace(/\u001b\[\d+m/g, ''), text);
  });
});

describe('the table of one component', () => {
  it('says why, who, and which files', () => {
    const snapshot = exampleSnapshot();
    const [payments] = snapshot.components;
    assert.ok(payments);
    const text = componentTable(snapshot, payments, plain);
    assert.match(text, /^payments is known by one person$/m);
    assert.match(text, /^- Known by one person: Ann Example owns 92 % of the files\.$/m);
    assert.match(text, /^ {10}Ann Example: author of 37 of 42 files, 62 % of the recent work\.$/m);
    assert.match(text, /^Backup {4}Ben Ito\n {10}Changed it 14 times/m);
    assert.match(text, /^Runbooks {2}none$/m);
    assert.match(text, /^payments\/src\/settle\.ts +10 {2}2024-06-29 {2}◐ Ann Example, Ben Ito +–$/m);
    assert.doesNotMatch(text, /web\/index\.html/);
  });

  it('says what system it is part of', () => {
    const component = exampleComponent('pay', { system: 'Checkout', domain: 'Sales' });
    const text = componentTable(exampleSnapshot({ components: [component] }), component, plain);
    assert.match(text, /^service · part of Checkout \(Sales\) · 42 files/m);
  });

  it('says who else could become an owner, and who could of each file', () => {
    const reasons = [{ code: 'touchedNearby', values: { person: 2, path: 'web' } }] as const;
    const component = exampleComponent('web', { alternatives: [{ person: 2, reasons }] });
    const files = ['a', 'b'].map((name, owner) => exampleFile(`web/${name}.ts`, 'web', 'sole', [owner + 1]));
    const text = componentTable(exampleSnapshot({ components: [component], files }), component, plain);
    assert.match(text, /^ {10}or Carla[^:]*: Changed its neighbour web/m);
    assert.match(text, /^file +changes +last +who knows it +backup$/m);
    assert.match(text, /^web\/a\.ts +5 +\S+ +● only Ben Ito +Carla/m);
  });

  it('fits its width whatever the names and numbers are', () => {
    fc.assert(
      fc.property(oddSnapshot, fc.constantFrom(60, 100), (odd, width) => {
        for (const component of odd.components.slice(0, 3)) {
          assertFits(componentTable(odd, component, { ...plain, width }), width);
        }
      }),
      { numRuns: 60 },
    );
  });
});

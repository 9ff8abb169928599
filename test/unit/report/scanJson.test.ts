import assert from 'node:assert/strict';
import fc from 'fast-check';
import { narrowToComponent } from '../../../src/core/report/narrow';
import { scanJson } from '../../../src/core/report/scanJson';
import { truckFactorJson } from '../../../src/core/report/truckFactorJson';
import { exampleSnapshot, exampleToil } from './exampleSnapshot';
import { oddSnapshot } from './oddSnapshot';

/** Fails unless every field of the contract is there. */
function assertFields(value: object | undefined, fields: string): void {
  assert.ok(value);
  const missing = fields.split(' ').filter(field => !Object.hasOwn(value, field));
  assert.deepEqual(missing, []);
}

describe('the JSON of scan', () => {
  const snapshot = exampleSnapshot();
  const json = scanJson(snapshot);

  it('has the fields of the contract', () => {
    assertFields(json, 'version repository people truckFactor components files runbooks findings');
    assert.equal(json.version, 1);
    assertFields(json.repository, 'root head commits limits');
    assertFields(json.people[0], 'id name email bot agent active commits lastCommit');
    assertFields(json.truckFactor, 'definition value people files abandonedShare limits');
    assertFields(json.components[0], 'id name kind paths files lines state owners backup runbooks risk');
    assertFields(json.components[0]?.owners[0], 'person share');
    assertFields(json.components[0]?.backup ?? undefined, 'person reasons');
    assertFields(json.components[0]?.risk, 'level score reasons');
    assertFields(json.components[0]?.risk.reasons[0], 'code');
    assertFields(json.files[0], 'path component lines state owners lastTouched');
    assertFields(json.files[0]?.owners[0], 'person share lines');
    assertFields(json.runbooks[0], 'path type component authors findings');
    assertFields(json.runbooks[0]?.findings[0], 'rule severity path line message data');
  });

  it('has moments in ISO 8601 and sentences beside codes', () => {
    assert.equal(json.repository.asOf, '2024-06-30T12:00:00Z');
    assert.equal(json.people[0]?.lastCommit, '2024-06-29T12:00:00Z');
    assert.deepEqual(json.components[0]?.backup?.reasons[0], {
      code: 'touchedHere',
      person: 1,
      touches: 14,
      date: '2024-06-02T12:00:00Z',
      text: 'Changed it 14 times, last on 2024-06-02',
    });
    assert.equal(json.repository.limits[0]?.code, 'shallow');
  });

  it('says which operations files one person edits again and again', () => {
    const [first] = snapshot.components;
    assert.ok(first);
    const written = scanJson({ ...snapshot, components: [{ ...first, toil: [exampleToil] }] });
    assert.deepEqual(written.components[0]?.toil, [
      { ...exampleToil, from: '2024-01-01T00:00:00Z', to: '2024-06-30T12:00:00Z' },
    ]);
    assert.deepEqual(json.components[0]?.toil, []);
  });

  it('gives the share of people in a component by each kind of evidence', () => {
    assert.deepEqual(json.components[0]?.shares, [
      { person: 0, authorship: 0.880952, activity: 0.62, lines: null, authored: 37, ofFiles: 42 },
    ]);
  });

  it('names owners only among those who know a file, with the evidence they pass by', () => {
    const file = json.files.find(({ path }) => path === 'payments/src/settle.ts');
    const known = { by: ['authorship', 'activity'], authorship: 1, activity: 0.5, touches: 5 };
    const did = { ...known, assisted: 0, reviews: 0, created: true, lastTouched: '2024-06-29T12:00:00Z' };
    assert.deepEqual(file?.owners, [
      { person: 0, share: 0.5, lines: null, ...did },
      { person: 1, share: 0.5, lines: null, ...did },
    ]);
  });

  it('is the same for the same commit, whenever it is scanned', () => {
    assert.deepEqual(scanJson({ ...snapshot, scannedAt: snapshot.scannedAt + 60 }), json);
  });

  it('is whole whatever the numbers and texts are', () => {
    fc.assert(
      fc.property(oddSnapshot, odd => {
        const written = scanJson(odd);
        assert.deepEqual(oddNumbersIn(written), []);
        assert.deepEqual(JSON.parse(JSON.stringify(written)), JSON.parse(JSON.stringify(written)));
      }),
      { numRuns: 50 },
    );
  });

  it('is about one component when asked, with everybody still there', () => {
    const component = snapshot.components.find(({ id }) => id === 'deploy/kubernetes');
    assert.ok(component);
    const part = scanJson(narrowToComponent(snapshot, component));
    assert.deepEqual(
      part.files.map(({ path }) => path),
      ['deploy/kubernetes/ingress.yaml'],
    );
    assert.deepEqual(
      part.runbooks.map(({ path }) => path),
      ['docs/runbooks/roll-out.md'],
    );
    assert.equal(part.people.length, snapshot.people.length);
  });
});

describe('the JSON of truck-factor', () => {
  it('is exactly that of the contract', () => {
    const { activity } = exampleSnapshot().truckFactor;
    assert.deepEqual(truckFactorJson(exampleSnapshot({ limits: [] }), activity), {
      definition: 'activity',
      value: 1,
      people: [{ name: 'Ann Example', email: 'ann.example@example.com', share: 0.48 }],
      files: 1450,
      abandonedShare: 0.61,
      exact: true,
      atLeast: 1,
      excluded: { binary: 3, generated: 1, lock: 1 },
      limits: [],
    });
  });
});

/** Places of numbers JSON cannot write. */
function oddNumbersIn(value: unknown, place = ''): string[] {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? [] : [place];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => oddNumbersIn(part, `${place}.${name}`))
    : [];
}

import fc from 'fast-check';
import type { Component, Limit, Reason, Snapshot, State } from '../../../src/core/model';
import type { ReasonCode } from '../../../src/core/reasonCode';
import { exampleComponent, exampleFile, examplePerson, exampleRunbook, exampleSnapshot } from './exampleSnapshot';

const nasty = [
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  '\u009b2J',
  'line\r\nfeed\ttab',
  '\u202egnp.exe',
  '山田 太郎',
  '👩‍👩‍👧‍👦 family',
  'e\u0301\u0301\u0301',
  '\ud800 half',
  '| `a` <b>*c*</b> [d](e)',
  '',
  ' ',
  '"quoted\'s" $(rm -rf /)',
  'x'.repeat(300),
];

/** Text as it comes out of repositories nobody looked after. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...nasty),
);

export const oddNumber = fc.oneof(
  fc.double(),
  fc.integer({ min: -10, max: 10 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, 1e-9, 1e300, 1_719_748_800),
);

const state = fc.constantFrom<State>('sole', 'orphaned', 'shared', 'unknown');
const person = fc.integer({ min: -1, max: 6 });
const share = fc.record({ person, share: oddNumber });

const reason: fc.Arbitrary<Reason> = fc.record({
  code: fc.constantFrom<ReasonCode>(
    'soleKnowledge',
    'orphanedFiles',
    'ownerQuiet',
    'ownerAway',
    'changesOften',
    'soleRunbook',
    'critical',
    'sharedKnowledge',
    'touchedHere',
    'ownsElsewhere',
    'touchedNearby',
    'touchedBy',
    'touchedAndWrote',
    'linesBy',
    'linesOfPeopleWhoLeft',
    'orphanedBlock',
  ),
  values: fc.dictionary(
    fc.constantFrom(
      'person',
      'share',
      'date',
      'touches',
      'total',
      'days',
      'people',
      'components',
      'path',
      'line',
      'lines',
      'ofLines',
    ),
    fc.oneof(oddNumber, oddText),
  ),
});

const limit: fc.Arbitrary<Limit> = fc.record({
  code: fc.constantFrom('shallow', 'stale', 'settings', 'young', 'abandoned', 'noLines', 'unknownLines'),
  values: fc.dictionary(
    fc.constantFrom('commits', 'date', 'path', 'problem', 'share', 'files'),
    fc.oneof(oddNumber, oddText),
  ),
});

const component: fc.Arbitrary<Component> = fc
  .record({
    name: oddText,
    kind: fc.constantFrom('service', 'package', 'module', 'operations', 'documentation', 'folder'),
    files: oddNumber,
    lines: fc.option(oddNumber),
    linesBy: fc.array(fc.record({ person, lines: oddNumber }), { maxLength: 2 }),
    state,
    certain: fc.boolean(),
    owners: fc.array(share, { maxLength: 4 }),
    knowledge: fc.array(share, { maxLength: 2 }),
    shares: fc.array(
      fc.record({
        person,
        authored: oddNumber,
        ofFiles: oddNumber,
        authorship: oddNumber,
        activity: oddNumber,
        lines: fc.option(oddNumber),
      }),
      { maxLength: 3 },
    ),
    truckFactors: fc.record({
      combined: fc.option(oddNumber),
      doa: fc.option(oddNumber),
      activity: fc.option(oddNumber),
      lines: fc.option(oddNumber),
    }),
    soleFiles: oddNumber,
    lastTouched: oddNumber,
    backup: fc.option(fc.record({ person, reasons: fc.array(reason, { maxLength: 2 }) })),
    runbooks: fc.array(oddText, { maxLength: 2 }),
    toil: fc.array(
      fc.record({
        path: oddText,
        edits: oddNumber,
        byOne: oddNumber,
        replaced: oddNumber,
        days: oddNumber,
        from: oddNumber,
        to: oddNumber,
      }),
      { maxLength: 2 },
    ),
    source: fc.option(oddText),
    system: fc.option(oddText),
    domain: fc.option(oddText),
    accepted: fc.option(fc.record({ until: fc.constantFrom('2024-01-01', '2999-12-31'), why: oddText })),
    risk: fc.record({
      level: fc.constantFrom('high', 'medium', 'low', 'none'),
      score: oddNumber,
      reasons: fc.array(reason, { maxLength: 3 }),
    }),
  })
  .chain(changes => oddText.map(id => exampleComponent(id, changes as Partial<Component>)));

const truckFactor = fc.record({
  value: fc.option(oddNumber),
  people: fc.array(share, { maxLength: 12 }),
  files: oddNumber,
  abandonedShare: oddNumber,
  exact: fc.boolean(),
  atLeast: fc.option(oddNumber),
});

/** Snapshots whose texts and numbers are as odd as can be. */
export const oddSnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    names: fc.array(oddText, { minLength: 7, maxLength: 7 }),
    root: oddText,
    branch: fc.option(oddText),
    commits: oddNumber,
    asOf: oddNumber,
    scannedAt: oddNumber,
    limits: fc.array(limit, { maxLength: 3 }),
    doa: truckFactor,
    activity: truckFactor,
    lines: truckFactor,
    combined: truckFactor,
    tier: fc.constantFrom(1 as const, 2 as const),
    blocks: fc.array(fc.record({ person, line: oddNumber, lines: oddNumber, lastChanged: oddNumber }), {
      maxLength: 2,
    }),
    components: fc.array(component, { maxLength: 30 }),
    paths: fc.array(fc.tuple(oddText, state, oddNumber), { maxLength: 4 }),
    runbooks: fc.array(fc.tuple(oddText, oddText, fc.option(oddText)), { maxLength: 3 }),
  })
  .map(odd =>
    exampleSnapshot({
      people: odd.names.map((name, id) =>
        examplePerson(id, name, { email: `${name}@example.com`, bot: id === 5, active: id % 2 === 0, left: id === 3 }),
      ),
      repository: { root: odd.root, branch: odd.branch, head: null, commits: odd.commits },
      asOf: odd.asOf,
      scannedAt: odd.scannedAt,
      tier: odd.tier,
      limits: odd.limits,
      truckFactor: {
        doa: { definition: 'doa', ...odd.doa },
        activity: { definition: 'activity', ...odd.activity },
        lines: { definition: 'lines', ...odd.lines },
        combined: { definition: 'combined', ...odd.combined },
      },
      components: odd.components,
      files: odd.paths.map(([path, fileState, touches]) => ({
        ...exampleFile(path, odd.components[0]?.id ?? null, fileState, fileState === 'orphaned' ? [] : [0, 1]),
        touches,
        lines: touches,
        orphanedBlocks: odd.blocks,
        lastTouched: touches,
      })),
      runbooks: odd.runbooks.map(([path, title, owner]) => exampleRunbook(path, null, { title, owner })),
    }),
  );

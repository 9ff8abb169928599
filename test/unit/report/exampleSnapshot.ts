import type { Component, FileOwnership, Person, Reason, Risk, Runbook, Snapshot, State } from '../../../src/core/model';
import type { Toil } from '../../../src/core/toil';

/** 2024-06-30 12:00 UTC, the day everything in the example is judged at. */
export const exampleMoment = 1_719_748_800;
const dayLength = 86_400;

export function examplePerson(id: number, name: string, changes: Partial<Person> = {}): Person {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;
  return {
    id,
    name,
    email,
    aliases: [],
    bot: false,
    agent: false,
    active: true,
    state: 'active',
    awayUntil: null,
    teams: [],
    left: false,
    commits: 100,
    lastCommit: exampleMoment - dayLength,
    ...changes,
  };
}

export function exampleComponent(id: string, changes: Partial<Component> = {}): Component {
  return {
    id,
    name: id,
    kind: 'service',
    paths: [`${id}/**`],
    teams: [],
    source: `${id}/package.json`,
    criticality: 'normal',
    files: 42,
    lines: null,
    linesBy: [],
    state: 'sole',
    certain: true,
    owners: [{ person: 0, share: 0.92 }],
    knowledge: [{ person: 0, share: 0.9 }],
    truckFactors: { combined: 1, doa: 2, activity: 1, lines: null },
    pastTruckFactors: [2, 1],
    soleFiles: 39,
    orphanedFiles: 0,
    changes: 80,
    assistedChanges: 0,
    lastTouched: exampleMoment - 3 * dayLength,
    backup: {
      person: 1,
      reasons: [
        { code: 'touchedHere', values: { person: 1, touches: 14, date: exampleMoment - 28 * dayLength } },
        { code: 'ownsElsewhere', values: { person: 1, components: 1 } },
      ],
    },
    alternatives: [],
    runbooks: [],
    toil: [],
    risk: risk('high', [
      { code: 'soleKnowledge', values: { person: 0, share: 0.92 } },
      { code: 'changesOften', values: { touches: 61, days: 180 } },
      { code: 'noRunbook', values: {} },
    ]),
    accepted: null,
    grounds: { ...noGrounds, recent: (changes.owners ?? [{ person: 0 }]).map(({ person }) => person) },
    ...changes,
  };
}

const noGrounds = { writers: null, familiar: [], recentCommits: 0, linesByPeople: 0, quietLines: 0, writtenBy: [] };

export function exampleFile(path: string, component: string | null, state: State, owners: number[]): FileOwnership {
  return {
    path,
    component,
    state,
    certain: true,
    linesTell: false,
    knowledge: owners.map(person => ({
      person,
      share: 1 / owners.length,
      authorship: 1,
      activity: 1 / owners.length,
      lines: null,
      touches: 5,
      assisted: 0,
      reviews: 0,
      created: true,
      lastTouched: exampleMoment - dayLength,
      ownerBy: ['authorship', 'activity'],
    })),
    touches: 5 * owners.length,
    assisted: 0,
    imported: false,
    people: owners.length,
    lastTouched: exampleMoment - dayLength,
    lines: null,
    orphanedBlocks: [],
    accepted: null,
  };
}

export function exampleRunbook(path: string, component: string | null, changes: Partial<Runbook> = {}): Runbook {
  return {
    path,
    type: 'service',
    title: 'Operate it',
    component,
    authors: [{ person: 1, share: 1 }],
    owner: null,
    lastTouched: exampleMoment - 90 * dayLength,
    findings: [
      {
        rule: 'RB060',
        severity: 'information',
        path,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        message: 'This runbook was written by one person.',
        data: { person: 1 },
      },
    ],
    ...changes,
  };
}

function risk(level: Risk['level'], reasons: readonly Reason[]): Risk {
  return { level, score: { high: 74, medium: 48, low: 20, none: 3 }[level], reasons };
}

/** A shop of fourteen components, as a team would find it. */
export function exampleSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  const people = [
    examplePerson(0, 'Ann Example'),
    examplePerson(1, 'Ben Ito'),
    examplePerson(2, 'Carla Fernández-Montenegro'),
    examplePerson(3, 'Dov Left', { active: false, left: true, lastCommit: exampleMoment - 400 * dayLength }),
    examplePerson(4, '山田 太郎'),
    examplePerson(5, 'renovate[bot]', { bot: true }),
    examplePerson(6, 'Eve Quiet', { active: false, lastCommit: exampleMoment - 300 * dayLength }),
  ];
  const two = [
    { person: 1, share: 0.6 },
    { person: 2, share: 0.5 },
  ];
  const many = [...two, { person: 0, share: 0.4 }, { person: 4, share: 0.3 }];
  const shared = { code: 'sharedKnowledge', values: { people: 2 } } as const;
  const components: Component[] = [
    exampleComponent('payments'),
    exampleComponent('labels', {
      state: 'orphaned',
      owners: [],
      knowledge: [{ person: 3, share: 0.8 }],
      files: 18,
      soleFiles: 0,
      orphanedFiles: 18,
      backup: null,
      risk: risk('high', [
        { code: 'orphanedFiles', values: { share: 1 } },
        { code: 'ownerLeft', values: { person: 3 } },
      ]),
    }),
    exampleComponent('deploy/kubernetes', {
      kind: 'operations',
      certain: false,
      runbooks: ['docs/runbooks/roll-out.md'],
      risk: risk('high', [
        { code: 'soleKnowledge', values: { person: 0, share: 1 } },
        { code: 'operations', values: {} },
        { code: 'soleRunbook', values: { person: 0, path: 'docs/runbooks/roll-out.md' } },
      ]),
    }),
    exampleComponent('packages/a-very-long-name-of-a-package-that-nobody-can-remember', {
      kind: 'package',
      files: 1284,
      risk: risk('medium', [{ code: 'soleKnowledge', values: { person: 4, share: 0.71 } }]),
      owners: [{ person: 4, share: 0.71 }],
      backup: { person: 2, reasons: [{ code: 'touchedNearby', values: { person: 2, path: 'packages/core' } }] },
    }),
    exampleComponent('tracking', {
      state: 'orphaned',
      owners: [],
      knowledge: [{ person: 6, share: 0.7 }],
      certain: false,
      backup: { person: 2, reasons: [] },
      risk: risk('medium', [
        { code: 'orphanedFiles', values: { share: 0.64 } },
        { code: 'ownerQuiet', values: { person: 6, date: exampleMoment - 300 * dayLength } },
      ]),
    }),
    exampleComponent('packages/core', {
      kind: 'package',
      state: 'shared',
      owners: many,
      risk: risk('low', [shared, { code: 'soleFiles', values: { share: 0.34 } }]),
      runbooks: ['docs/core.md'],
    }),
    exampleComponent('notifications', { state: 'shared', owners: two, risk: risk('low', [shared]) }),
    exampleComponent('web', { kind: 'module', state: 'shared', owners: two, certain: false, risk: risk('none', []) }),
    exampleComponent('docs', { kind: 'documentation', state: 'shared', owners: many, backup: null }),
    exampleComponent('sandbox', {
      kind: 'folder',
      state: 'unknown',
      certain: false,
      owners: [],
      knowledge: [],
      backup: null,
      risk: risk('none', []),
    }),
    exampleComponent('legacy', {
      accepted: { until: '2024-12-31', why: 'Ann Example retires it this year.' },
      risk: risk('medium', []),
    }),
  ];
  return {
    version: 1,
    repository: { root: '/home/ann/code/shop', branch: 'main', head: '0123456789abcdef01234567', commits: 12_843 },
    scannedAt: exampleMoment + 3600,
    asOf: exampleMoment,
    activeDays: 180,
    policy: { whatIf: true, people: true },
    tier: 1,
    limits: [{ code: 'shallow', values: { commits: 12_843 } }],
    people,
    aliasSuggestions: [],
    truckFactor: {
      doa: {
        definition: 'doa',
        value: 2,
        people: [
          { person: 0, share: 0.42 },
          { person: 1, share: 0.21 },
        ],
        files: 1450,
        abandonedShare: 0.53,
        exact: false,
        atLeast: null,
      },
      activity: {
        definition: 'activity',
        value: 1,
        people: [{ person: 0, share: 0.48 }],
        files: 1450,
        abandonedShare: 0.61,
        exact: true,
        atLeast: 1,
      },
      combined: {
        definition: 'combined',
        value: 2,
        people: [
          { person: 0, share: 0.5 },
          { person: 2, share: 0.25 },
        ],
        files: 1450,
        abandonedShare: 0.57,
        exact: false,
        atLeast: 1,
      },
      lines: { definition: 'lines', value: null, people: [], files: 0, abandonedShare: 0, exact: false, atLeast: null },
    },
    components,
    files: [
      exampleFile('deploy/kubernetes/ingress.yaml', 'deploy/kubernetes', 'sole', [0]),
      exampleFile('labels/app.py', 'labels', 'orphaned', []),
      exampleFile('payments/src/server.ts', 'payments', 'sole', [0]),
      exampleFile('payments/src/settle.ts', 'payments', 'shared', [0, 1]),
      exampleFile('web/index.html', 'web', 'shared', [1, 2]),
    ],
    excluded: { binary: 3, vendored: 0, generated: 1, lock: 1, minified: 0, submodule: 0, symlink: 0, settings: 0 },
    runbooks: [
      exampleRunbook('docs/runbooks/roll-out.md', 'deploy/kubernetes', { title: 'Roll out', owner: 'Ann Example' }),
      exampleRunbook('docs/core.md', 'packages/core', { findings: [], owner: '@shop/platform' }),
    ],
    alerts: [],
    findings: [],
    past: [
      { date: exampleMoment - 366 * dayLength, files: 1400, truckFactor: 2, components: 13, sole: 3, orphaned: 1 },
      { date: exampleMoment, files: 1450, truckFactor: 1, components: 14, sole: 5, orphaned: 2 },
    ],
    ...changes,
  };
}

/** An operations file that one person edits again and again. */
export const exampleToil: Toil = {
  path: 'deploy/values.yaml',
  edits: 14,
  byOne: 13,
  replaced: 9,
  days: 180,
  from: 1_704_067_200,
  to: 1_719_748_800,
};

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agent, ann, ben, bot, cleo, type Person, type WrittenCommit } from '../history/writtenHistory';
import { judge, repeat, type WrittenRun } from './evidence';

const edit = (author: Person, on: number, ...changes: string[]): WrittenCommit => ({ author, on, changes });
const left = (name: string) => [{ name, emails: [], left: true, present: false, bot: false, away: [], teams: [] }];
const sweep = (author: Person, on: number, change: string): WrittenCommit =>
  edit(author, on, change, ...Array.from({ length: 150 }, (_, index) => `A sweep/${on}/${index}`));

/** Ann began the file and works on it; Ben rewrote it once, long ago, and is active elsewhere. */
const rewritten = [
  edit(ann, 0, 'A a'),
  ...repeat(9, edit(ann, 1, 'M a')),
  edit(ben, 2, 'M a'),
  ...repeat(9, edit(ann, 990, 'M a')),
  edit(ben, 1000, 'A b'),
];

describe('the owners of a file by its lines', () => {
  it('are added to those that touches show: who rewrote it in one commit knows it', () => {
    assert.deepEqual(judge(rewritten).evidence('a').state, 'sole');
    const { evidence, names } = judge(rewritten, {
      lines: {
        a: [
          [20, 10],
          [60, 19],
        ],
      },
    });
    const { state, certain, owners, writers, lines } = evidence('a');
    assert.deepEqual(
      [names(owners), names(writers ?? [])],
      [
        ['Ann Example', 'Ben Bäcker'],
        ['Ann Example', 'Ben Bäcker'],
      ],
    );
    assert.deepEqual([state, certain, lines], ['shared', false, 80]);
  });

  it('are those with a quarter of the lines, or as the settings say', () => {
    const writers = (ofBen: number, linesThreshold = 0.25): string[] => {
      const { evidence, names } = judge(rewritten, {
        lines: {
          a: [
            [ofBen, 10],
            [100 - ofBen, 19],
          ],
        },
        settings: { linesThreshold },
      });
      return names(evidence('a').writers ?? []);
    };
    assert.deepEqual(writers(25), ['Ann Example', 'Ben Bäcker']);
    assert.deepEqual(writers(24), ['Ann Example']);
    assert.deepEqual(writers(24, 0.2), ['Ann Example', 'Ben Bäcker']);
  });

  it('take no owner away: who works on a file knows it, however few of the lines remain', () => {
    const { evidence, names } = judge(rewritten, {
      lines: {
        a: [
          [99, 10],
          [1, 19],
        ],
      },
    });
    assert.deepEqual(names(evidence('a').owners), ['Ann Example', 'Ben Bäcker']);
    assert.deepEqual(names(evidence('a').writers ?? []), ['Ben Bäcker']);
  });

  it('make a state certain where touches alone could not', () => {
    const commits = [edit(ann, 0, 'A a'), ...repeat(3, edit(ann, 1, 'M a')), ...repeat(2, edit(ben, 9, 'M a'))];
    assert.deepEqual([judge(commits).evidence('a').state, judge(commits).evidence('a').certain], ['shared', false]);
    const both = judge(commits, {
      lines: {
        a: [
          [50, 3],
          [50, 5],
        ],
      },
    }).evidence('a');
    assert.deepEqual([both.state, both.certain], ['shared', true]);
    const one = judge(commits, {
      lines: {
        a: [
          [90, 3],
          [10, 5],
        ],
      },
    }).evidence('a');
    assert.deepEqual([one.state, one.certain], ['shared', false]);
  });

  it('are never who left', () => {
    const { evidence } = judge([edit(ann, 0, 'A a'), edit(ann, 5, 'M a')], {
      declared: left('Ann Example'),
      lines: { a: [[40, 1]] },
    });
    assert.deepEqual([evidence('a').writers, evidence('a').state, evidence('a').quietLines], [[], 'orphaned', 40]);
  });
});

describe('the lines of a file', () => {
  const linesOf = (commits: readonly WrittenCommit[], runs: readonly WrittenRun[], ignored: readonly number[] = []) => {
    const { evidence, people } = judge(commits, { lines: { a: runs }, ignored });
    const { wrote, linesByPeople, unknownLines, lines, writers } = evidence('a');
    const by = Object.fromEntries(wrote.map(({ person, lines: count }) => [people[person]?.name ?? '?', count]));
    return { by, linesByPeople, unknownLines, lines, tells: writers !== null };
  };

  it('count for the author and every co-author in full, and not for a reviewer', () => {
    const commits: WrittenCommit[] = [
      {
        ...edit(ann, 0, 'A a'),
        trailers: [
          ['coAuthor', ben],
          ['reviewer', cleo],
        ],
      },
      edit(ann, 1, 'M a'),
    ];
    const { by, linesByPeople } = linesOf(commits, [
      [30, 0],
      [10, 1],
    ]);
    assert.deepEqual([by, linesByPeople], [{ 'Ann Example': 40, 'Ben Bäcker': 30 }, 40]);
  });

  it('are nobody’s where a bot wrote them, and of the humans behind an agent', () => {
    const commits: WrittenCommit[] = [
      edit(bot, 0, 'A a'),
      { ...edit(agent, 1, 'M a'), committer: ann },
      { ...edit(agent, 2, 'M a'), trailers: [['coAuthor', ben]] },
    ];
    const { by, linesByPeople, lines } = linesOf(commits, [
      [10, 0],
      [20, 1],
      [30, 2],
    ]);
    assert.deepEqual([by, linesByPeople, lines], [{ 'Ben Bäcker': 30, 'Ann Example': 20 }, 50, 60]);
  });

  it('are nobody’s where a sweep or an ignored revision wrote them, unless that created the file', () => {
    const start = edit(cleo, 0, ...Array.from({ length: 200 }, (_, index) => `A start/${index}`));
    const commits = [start, sweep(ann, 1, 'A a'), sweep(ben, 2, 'M a'), edit(cleo, 3, 'M a')];
    assert.deepEqual(
      linesOf(commits, [
        [10, 1],
        [5, 2],
        [7, 3],
      ]).by,
      { 'Ann Example': 10, 'Cleo Third': 7 },
    );
    assert.deepEqual(
      linesOf(
        commits,
        [
          [10, 1],
          [5, 2],
          [7, 3],
        ],
        [3],
      ).by,
      { 'Ann Example': 10 },
    );
  });

  it('say nothing where people wrote less than half of them', () => {
    const commits = [edit(ann, 0, 'A a'), edit(bot, 1, 'M a')];
    assert.equal(
      linesOf(commits, [
        [10, 0],
        [10, 1],
      ]).tells,
      true,
    );
    assert.equal(
      linesOf(commits, [
        [10, 0],
        [11, 1],
      ]).tells,
      false,
    );
    assert.equal(linesOf(commits, []).tells, false);
  });

  it('of commits that cannot be told are unknown', () => {
    const { by, unknownLines, lines } = linesOf(
      [edit(ann, 0, 'A a')],
      [
        [10, 0],
        [4, -1],
      ],
    );
    assert.deepEqual([by, unknownLines, lines], [{ 'Ann Example': 10 }, 4, 14]);
  });

  it('count for who only a merge brought, too', () => {
    const { evidence, people } = judge([edit(ann, 0, 'A a'), edit(ben, 1, 'A b')], {
      lines: {
        a: [
          [10, 0],
          [10, 1],
        ],
      },
    });
    assert.deepEqual(
      evidence('a').knowledge.map(({ person, touches, lines }) => [people[person]?.name, touches, lines]),
      [
        ['Ann Example', 1, 10],
        ['Ben Bäcker', 0, 10],
      ],
    );
  });

  it('add up, and give shares from 0 to 1, whatever the runs are', () => {
    const commits = [...rewritten, edit(bot, 1001, 'M a'), sweep(cleo, 1002, 'M a')];
    const run = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: -1, max: commits.length - 1 }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 30 }), runs => {
        const found = judge(commits, { lines: { a: runs } }).evidence('a');
        const total = runs.reduce((sum, [length]) => sum + length, 0);
        assert.equal(found.lines, total);
        assert.ok(found.quietLines <= found.linesByPeople && found.linesByPeople + found.unknownLines <= total);
        assert.ok(found.knowledge.every(({ share, lines }) => share >= 0 && share <= 1 && lines !== null));
        for (const { line, lines } of found.orphanedBlocks) assert.ok(line >= 1 && line + lines - 1 <= total);
      }),
    );
  });
});

describe('an orphaned block', () => {
  /** Dov left; Eve went quiet long ago; Ann is active. */
  const dov: Person = ['Dov Gone', 'dov@example.com'];
  const eve: Person = ['Eve Quiet', 'eve@example.com'];
  const commits: WrittenCommit[] = [
    edit(dov, 0, 'A a'),
    edit(eve, 1, 'M a'),
    { ...edit(dov, 2, 'M a'), trailers: [['coAuthor', eve]] },
    edit(bot, 3, 'M a'),
    edit(dov, 4, 'M a'),
    edit(ann, 1000, 'M a'),
  ];
  const [byDov, byEve, byBoth, byBot, byDovLater, byAnn] = [0, 1, 2, 3, 4, 5];
  const blocksOf = (...runs: WrittenRun[]): (readonly [string | undefined, number, number])[] => {
    const { evidence, people } = judge(commits, { declared: left('Dov Gone'), lines: { a: runs } });
    return evidence('a').orphanedBlocks.map(({ person, line, lines }) => [people[person]?.name, line, lines]);
  };

  it('is ten lines or more that one person alone wrote who left or went quiet', () => {
    assert.deepEqual(blocksOf([5, byAnn], [10, byDov], [5, byAnn], [12, byEve], [9, byAnn]), [
      ['Dov Gone', 6, 10],
      ['Eve Quiet', 21, 12],
    ]);
    assert.deepEqual(blocksOf([9, byDov], [50, byAnn]), []);
  });

  it('goes on through all commits of that person, and says when it was last changed', () => {
    const { evidence } = judge(commits, {
      declared: left('Dov Gone'),
      lines: {
        a: [
          [6, byDov],
          [6, byDovLater],
          [9, byAnn],
        ],
      },
    });
    assert.deepEqual(
      evidence('a').orphanedBlocks.map(({ line, lines, lastChanged }) => [line, lines, lastChanged]),
      [[1, 12, evidence('a').orphanedBlocks[0]?.lastChanged]],
    );
    assert.equal(evidence('a').orphanedBlocks[0]?.lastChanged, (10_000 + 4) * 86_400);
  });

  it('ends at lines of anyone else, and at lines that two wrote', () => {
    assert.deepEqual(blocksOf([8, byDov], [8, byEve], [8, byDov]), []);
    assert.deepEqual(blocksOf([8, byDov], [1, byBoth], [8, byDov], [40, byAnn]), []);
    assert.deepEqual(blocksOf([8, byDov], [1, byAnn], [8, byDov], [40, byAnn]), []);
  });

  it('steps over a few lines that are nobody’s, not over many, and ends with lines of its own', () => {
    assert.deepEqual(blocksOf([8, byDov], [3, byBot], [8, byDov], [2, byBot], [9, byAnn]), [['Dov Gone', 1, 19]]);
    assert.deepEqual(blocksOf([8, byDov], [4, byBot], [8, byDov], [40, byAnn]), []);
  });

  it('is kept for the three largest of a file, top to bottom', () => {
    const gap: WrittenRun = [1, byAnn];
    const runs: WrittenRun[] = [[11, byDov], gap, [30, byDov], gap, [10, byDov], gap, [20, byDov], gap, [90, byAnn]];
    assert.deepEqual(
      blocksOf(...runs).map(([, line, lines]) => [line, lines]),
      [
        [1, 11],
        [13, 30],
        [55, 20],
      ],
    );
  });
});

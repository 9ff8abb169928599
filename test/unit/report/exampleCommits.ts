import type { CommitsAnswer } from '../../../src/analysis/protocol';
import type { CommitBehind } from '../../../src/core/commitsBehind';
import { exampleMoment, examplePerson } from './exampleSnapshot';

const shas = ['a', 'b', 'c'].map(digit => digit.repeat(40));

function exampleCommit(place: number, changes: Partial<CommitBehind> = {}): CommitBehind {
  return {
    sha: shas[place] ?? '',
    date: exampleMoment - place * 86_400,
    people: [{ person: 0, role: 'author', credit: 1 }],
    counts: 1,
    note: null,
    assisted: false,
    lines: 12,
    files: [{ path: 'payments/ann-example/charge.ts', was: null }],
    fileTotal: 1,
    ...changes,
  };
}

/** Commits behind a file: one of two people, one that an agent helped with, one that only moved it. */
export function exampleCommits(): CommitsAnswer {
  const both = [
    { person: 0, role: 'author', credit: 1 },
    { person: 1, role: 'reviewer', credit: 0.5 },
  ] as const;
  const [first = '', second = ''] = shas;
  return {
    changes: 2,
    reviews: 1,
    assisted: 1,
    counted: {
      total: 7,
      commits: [exampleCommit(0, { people: both }), exampleCommit(1, { assisted: true, note: 'sweep' })],
    },
    leftOut: { total: 1, commits: [exampleCommit(2, { counts: 0, note: 'renamed', lines: 0 })] },
    leftOutBecause: { renamed: 1 },
    lines: {
      lines: 24,
      unknown: 3,
      fileTotal: 1,
      files: [
        {
          path: 'payments/ann-example/charge.ts',
          lines: 24,
          blocks: [
            { line: 1, lines: 12, sha: first, date: exampleMoment, people: [0] },
            { line: 1200, lines: 1, sha: second, date: exampleMoment - 86_400, people: [] },
          ],
          blockTotal: 5,
        },
      ],
    },
    people: [examplePerson(0, 'Ann Example'), examplePerson(1, 'Ben Ito')],
    subjects: new Map([[first, 'Ann Example: charge | once']]),
  };
}

import type { PlannedHistory } from './plan';

/** Histories in which the engine and blame once differed, as the failing test printed them. */
export const keptHistories: readonly PlannedHistory[] = [
  // The attributes say that it is binary, whatever is inside.
  { commits: [{ parents: [], date: 1700000000, files: [['kept.off', { content: '' }]] }], head: 0, ignored: [] },
  // More sources than git keeps candidates of, two of them equally like the new file.
  {
    commits: [
      {
        parents: [],
        date: 1700000000,
        files: [
          ['b.txt', { content: '' }],
          ['src/a.txt', { content: '' }],
          ['src/b.txt', { content: 'the only line 41\nthe only line 42\n' }],
        ],
      },
      {
        parents: [0],
        date: 1700000001,
        files: [
          ['src/b.txt', { content: 'the only line 42\nthe only line 41\n' }],
          ['quo"te.txt', { content: 'the only line 42\nthe only line 41\n' }],
          ['lib/a.txt', { content: '' }],
        ],
      },
      {
        parents: [1],
        date: 1700000002,
        files: [
          ['b.txt', null],
          ['src/a.txt', null],
          ['src/b.txt', null],
          ['quo"te.txt', null],
          ['lib/a.txt', null],
          ['lib/deep', { content: 'the only line 42\n', executable: true }],
        ],
      },
    ],
    head: 2,
    ignored: [],
  },
  // One content under two names of which attributes make one binary: its carriage returns count there.
  {
    commits: [
      { parents: [], date: 1700000000, files: [['a.txt', { content: '}\r\nthe only line 1\n' }]] },
      {
        parents: [0],
        date: 1700000001,
        files: [
          ['a.txt', null],
          ['-dash', { content: '\tthe only line 0\n}\r\nthe only line 1\n' }],
          ['kept.off', { content: '}\r\nthe only line 1\n' }],
        ],
      },
      {
        parents: [1],
        date: 1700000002,
        files: [
          ['kept.off', null],
          ['lib/deep', { content: '}\r\n}\r\nthe only line 1\n' }],
        ],
      },
    ],
    head: 2,
    ignored: [],
  },
];

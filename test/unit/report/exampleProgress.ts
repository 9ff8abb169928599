import type { Progress } from '../../../src/core/progress';

/** A checklist of a step that is claimed and not true, and of one that is late. */
export const exampleProgress: Progress = {
  beforeAfter: { since: Date.UTC(2024, 3, 1) / 1000 - 1, before: 14, now: 6 },
  checklists: [
    {
      path: 'docs/ownership/payments.md',
      kind: 'spread',
      component: 'packages/payments',
      label: 'payments',
      proof: { changes: [], runbookEdits: [], drill: false, holds: false },
      unproven: null,
      drift: [],
      steps: [
        {
          id: 'change',
          title: 'Ask Ann Example',
          line: 12,
          ticked: true,
          state: 'claimed',
          who: 'Backup',
          due: '2024-03-01',
          overdue: false,
          evidence: 'none',
          drift: ['noChange'],
        },
        {
          id: 'shift',
          title: 'Lead a shift',
          line: 24,
          ticked: false,
          state: 'open',
          who: 'Backup',
          due: '2024-03-01',
          overdue: true,
          evidence: 'elsewhere',
          drift: [],
        },
      ],
    },
  ],
};

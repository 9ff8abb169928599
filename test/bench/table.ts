/** What was measured on one repository. CPU in seconds, user and system, child processes included; sizes in bytes. */
export interface Figures {
  readonly commits: number;
  /** Commits that git cannot read whole; the two logs leave them out. */
  readonly unreadable: number;
  readonly files: number;
  /** CPU of `git log --raw -M`. */
  readonly rawLog: number;
  /** CPU of the log as the analysis asks for it. */
  readonly ownLog: number;
  /** CPU of a whole `scan` without the store. */
  readonly scan: number;
  /** Peak resident memory of Node. */
  readonly memory: number;
  /** Milliseconds until the first Snapshot without a store. */
  readonly coldFirst: number;
  /** Milliseconds until the stored Snapshot, and until the fresh one, when nothing is new. */
  readonly warmFirst: number;
  readonly warmFinal: number;
  /** Milliseconds of the first question what would be without someone, and of the next ones. */
  readonly whatIfFirst: number;
  readonly whatIf: number;
  /** New commits, and what they take: milliseconds until the fresh Snapshot, and CPU. */
  readonly increment: number;
  readonly incrementFinal: number;
  readonly incrementCpu: number;
  readonly store: number;
  /** CPU of `git blame` of every file, estimated. */
  readonly blame: number;
  /** CPU of the peer; null where it did not run, negative where it was stopped by then. */
  readonly peer: number | null;
}

interface Row {
  readonly label: string;
  readonly budget: string;
  readonly cell: (figures: Figures) => string;
  /** Whether the budget is kept; a figure over it is printed bold. */
  readonly kept?: (figures: Figures) => boolean;
}

const rows: readonly Row[] = [
  { label: 'commits', budget: '', cell: ({ commits }) => whole(commits) },
  { label: 'files at HEAD', budget: '', cell: ({ files }) => whole(files) },
  { label: 'commits that lack a blob', budget: '', cell: ({ unreadable }) => whole(unreadable) },
  { label: '`git log --raw -M`, CPU s', budget: '', cell: ({ rawLog }) => rawLog.toFixed(2) },
  { label: 'the log as we ask for it, CPU s', budget: '', cell: ({ ownLog, rawLog }) => compared(ownLog, rawLog) },
  {
    label: '**cold scan, CPU s**',
    budget: '2.00 ×',
    cell: ({ scan, rawLog }) => compared(scan, rawLog),
    kept: ({ scan, rawLog }) => scan <= 2 * rawLog,
  },
  {
    label: 'peak memory of Node, MB',
    budget: '512',
    cell: ({ memory }) => whole(memory / 2 ** 20),
    kept: ({ memory }) => memory <= 512 * 2 ** 20,
  },
  {
    label: 'first tree cold, ms',
    budget: '3,000 for 25,000 commits',
    cell: ({ coldFirst }) => whole(coldFirst),
    kept: ({ coldFirst, commits }) => commits > 25_000 || coldFirst <= 3_000,
  },
  {
    label: 'first tree warm, ms',
    budget: '300',
    cell: ({ warmFirst }) => whole(warmFirst),
    kept: ({ warmFirst }) => warmFirst <= 300,
  },
  { label: 'fresh tree warm, ms', budget: '', cell: ({ warmFinal }) => whole(warmFinal) },
  {
    label: 'fresh tree after new commits, ms',
    budget: '',
    cell: ({ increment, incrementFinal }) => `${whole(incrementFinal)} (${increment} new)`,
  },
  { label: 'the same, CPU s', budget: '', cell: ({ incrementCpu }) => incrementCpu.toFixed(2) },
  {
    label: 'what if someone is away: first / next, ms',
    budget: '100',
    cell: ({ whatIfFirst, whatIf }) => `${whole(whatIfFirst)} / ${whole(whatIf)}`,
    kept: ({ whatIfFirst, whatIf }) => Math.max(whatIfFirst, whatIf) <= 100,
  },
  { label: 'store, MB', budget: '', cell: ({ store }) => (store / 2 ** 20).toFixed(1) },
  {
    label: '`git blame` of each file, CPU s, estimated',
    budget: '',
    cell: ({ blame, rawLog }) => compared(blame, rawLog),
  },
  { label: 'gitinspector, CPU s', budget: '', cell: ({ peer, rawLog }) => peerCell(peer, rawLog) },
];

/** A Markdown table, one column for each repository. `×` is the ratio to `git log --raw -M`. */
export function table(columns: readonly { readonly name: string; readonly figures: Figures }[]): string {
  const lines = rows.map(({ label, budget, cell, kept }) => {
    const cells = columns.map(({ figures }) => {
      const text = cell(figures);
      return kept?.(figures) === false ? `**${text}, over**` : text;
    });
    return line([label, budget, ...cells]);
  });
  const head = line(['', 'budget', ...columns.map(({ name }) => name)]);
  return [head, `|---|---|${'---:|'.repeat(columns.length)}`, ...lines].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function peerCell(peer: number | null, rawLog: number): string {
  if (peer === null) {
    return 'not run';
  }
  return peer < 0 ? `stopped after ${compared(-peer, rawLog)}` : compared(peer, rawLog);
}

function compared(cpu: number, yardstick: number): string {
  return `${cpu.toFixed(cpu < 100 ? 2 : 0)} (${(cpu / yardstick).toFixed(2)} ×)`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

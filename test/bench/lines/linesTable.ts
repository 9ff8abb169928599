import type { LineFigures } from './figures';
import { median } from './median';
import type { Estimate } from './sample';

interface Row {
  readonly label: string;
  /** What is wanted. */
  readonly aim: string;
  readonly cell: (figures: LineFigures) => string;
  /** Whether the aim is reached; what does not reach it is printed bold. */
  readonly reached?: (figures: LineFigures) => boolean;
}

const rows: readonly Row[] = [
  { label: 'commits', aim: '', cell: ({ commits }) => whole(commits) },
  { label: 'text files / lines at HEAD', aim: '', cell: ({ files, lines }) => `${whole(files)} / ${whole(lines)}` },
  { label: '`git log -p -U0 -M -w`, CPU s', aim: '', cell: ({ log }) => seconds(median(log)) },
  {
    label: 'engine, cold: CPU s',
    aim: '0.5 ×',
    cell: ({ engine, log }) => `${seconds(median(engine))} (${ratioOfRounds(engine, log)})`,
    reached: ({ engine, log }) => median(ratios(engine, log)) <= 0.5,
  },
  { label: 'of it Node, CPU s', aim: '', cell: ({ engineOfNode }) => seconds(engineOfNode) },
  {
    label: 'elapsed: engine / log, s',
    aim: '',
    cell: ({ engineWall, logWall }) => `${seconds(engineWall)} / ${seconds(logWall)}`,
  },
  {
    label: '`git blame -w` of every file, CPU s',
    aim: '',
    cell: ({ blame, log }) => `${estimate(blame)} (${times(blame.total / median(log))})`,
  },
  { label: 'engine against it', aim: '', cell: ({ blame, engine }) => cheaper(blame.total / median(engine)) },
  {
    label: 'the same with changed paths in a commit-graph, CPU s',
    aim: '',
    cell: ({ graphBlame, log }) => `${estimate(graphBlame)} (${times(graphBlame.total / median(log))})`,
  },
  { label: 'writing that commit-graph, CPU s', aim: '', cell: ({ graphWriting }) => seconds(graphWriting) },
  { label: 'git-fame `-w`, CPU s', aim: '', cell: peerCell },
  {
    label: 'blamed: files / lines',
    aim: '',
    cell: ({ blamedFiles, files, blamedLines, failed }) =>
      (blamedFiles === files ? 'all' : `${whole(blamedFiles)} / ${whole(blamedLines)}`) +
      (failed > 0 ? `, ${failed} failed` : ''),
  },
  {
    label: 'agreement with them by commit',
    aim: '100 %',
    cell: ({ agreement: { lines, differing } }) =>
      differing === 0 ? '100 %' : `${share(1 - differing / lines)} (${whole(differing)} differ)`,
    reached: ({ agreement }) => agreement.differing === 0,
  },
  { label: 'lines of unknown commit', aim: '0', cell: ({ unknown }) => whole(unknown) },
  {
    label: 'peak memory of Node, MB',
    aim: '256',
    cell: ({ memory }) => megabytes(memory).toFixed(0),
    reached: ({ memory }) => megabytes(memory) <= 256,
  },
  { label: 'store, MB', aim: '', cell: ({ store }) => megabytes(store).toFixed(1) },
  {
    label: 'warm: engine / whole process, ms',
    aim: '100',
    cell: ({ warm, warmProcess }) => `${whole(warm)} / ${whole(warmProcess)}`,
    reached: ({ warm }) => warm <= 100,
  },
  {
    label: 'after new commits: engine / whole process, ms',
    aim: '50',
    cell: ({ update, updateProcess, newCommits }) => `${whole(update)} / ${whole(updateProcess)} (${newCommits} new)`,
    reached: ({ update }) => update <= 50,
  },
  { label: 'the same, CPU s of the whole process', aim: '', cell: ({ updateCpu }) => updateCpu.toFixed(2) },
  ...[8, 4, 2].map(part => ({
    label: `engine when history was 1/${part} as long, CPU s`,
    aim: '',
    cell: grownCell(part),
  })),
];

/** A Markdown table, one column for each repository. `×` is the ratio to `git log -p -U0 -M -w` of the same commits. */
export function linesTable(columns: readonly { readonly name: string; readonly figures: LineFigures }[]): string {
  const told = rows.filter(({ cell }) => columns.some(({ figures }) => cell(figures) !== ''));
  const lines = told.map(({ label, aim, cell, reached }) => {
    const cells = columns.map(({ figures }) => {
      const text = cell(figures);
      return reached?.(figures) === false ? `**${text}**` : text;
    });
    return line([label, aim, ...cells]);
  });
  const head = line(['', 'aim', ...columns.map(({ name }) => name)]);
  return [head, `|---|---|${'---:|'.repeat(columns.length)}`, ...lines].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function peerCell({ peer, files, log }: LineFigures): string {
  if (peer === null) return 'not found';
  const further = (peer.cpu - peer.cpuOfOne) / Math.max(1, peer.files - 1);
  const cpu = peer.cpuOfOne + further * (files - 1);
  const text = `${seconds(cpu)} (${times(cpu / median(log))})`;
  return peer.stopped ? `stopped, over ${text}` : text;
}

function grownCell(part: number): Row['cell'] {
  return ({ grown }) => {
    const found = grown.find(each => each.part === part);
    if (found === undefined) return '';
    const { commits, engine, log } = found;
    return `${seconds(engine)} (${times(engine / log)}), ${whole(commits)} commits`;
  };
}

function ratios(values: readonly number[], yardsticks: readonly number[]): number[] {
  return values.map((value, round) => value / (yardsticks[round] ?? Number.NaN));
}

/** The ratio of each round, since a round is one stretch of time; the median, and how far they lie apart. */
function ratioOfRounds(values: readonly number[], yardsticks: readonly number[]): string {
  const each = ratios(values, yardsticks).sort((a, b) => a - b);
  const apart = each.length > 1 ? `, ${(each[0] ?? 0).toFixed(2)}–${(each.at(-1) ?? 0).toFixed(2)}` : '';
  return `${times(median(each))}${apart}`;
}

function estimate({ total, error }: Estimate): string {
  return error === 0 ? seconds(total) : `${seconds(total)} ± ${seconds(error)}`;
}

function cheaper(factor: number): string {
  return `${factor < 10 ? factor.toFixed(1) : whole(factor)} × less`;
}

/** Never rounded up to all. */
function share(part: number): string {
  return `${(Math.floor(part * 1e6) / 1e4).toFixed(4)} %`;
}

function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(2) : whole(ratio)} ×`;
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : whole(value);
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

import { allDefinitions } from '../../../src/core/report/states';
import type { TruckFactorDefinition } from '../../../src/core/truckFactor';
import type { Evaluated } from '../evaluate';
import { type Judgement, judge } from './judgement';

/** As published for all 32 systems, of which a table may hold a part. */
const published = [
  ['published: reference tool (DOA)', '.793', '.764', '.749', '18/32'],
  ['published: main developer by added lines, live files', '.799', '.725', '.728', '22/32'],
  ['published: committers with 50 % of the last 365 days', '.831', '.803', '.775', '17/32'],
  ['published: DOE at 0.7', '.564', '.977', '.644', '11/32'],
  ['published: random forest on issues and pull requests', '.842', '.903', '.843', '–'],
];

/** Macro averages of every definition, F1 with a 95 % bootstrap interval over the systems. */
export function summaryTable(evaluated: readonly Evaluated[]): string {
  const count = evaluated.length;
  const rows = allDefinitions.map(definition =>
    row(`**${definition}**`, evaluated, ({ judged }) => judged[definition]),
  );
  const referenced = evaluated.filter(({ system }) => system.reference !== null);
  const equal = referenced.filter(({ system, judged }) => isSame(judged.doa.found, system.reference ?? [])).length;
  return [
    `| ${count} systems | precision | recall | F1 | 95 % interval of F1 | exact value | mean error |`,
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
    ...(referenced.length === 0
      ? []
      : [
          row('reference tool, on these', referenced, ({ system }) =>
            judge(alone(system.reference), system.developers),
          ),
        ]),
    ...published.map(
      ([name, precision, recall, f1, exact]) => `| ${name} | ${precision} | ${recall} | ${f1} | | ${exact} | |`,
    ),
    ...(referenced.length === 0
      ? []
      : ['', `\`doa\` names the people of the reference tool: ${equal} of ${referenced.length}.`]),
  ].join('\n');
}

/** Who was named, and whom each definition found. */
export function detailTable(evaluated: readonly Evaluated[]): string {
  const columns: readonly TruckFactorDefinition[] = allDefinitions;
  return [
    `| repository | named | ${columns.join(' | ')} |`,
    `|---|---|${columns.map(() => '---|').join('')}`,
    ...evaluated.map(({ system, judged }) => {
      const cells = columns.map(definition => {
        const { f1, found } = judged[definition];
        return `${f1.toFixed(2)}: ${found.map(plain).join(', ') || 'nobody'}`;
      });
      return `| ${system.repository} | ${system.developers.map(plain).join(', ')} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

function row(name: string, evaluated: readonly Evaluated[], of: (one: Evaluated) => Judgement): string {
  const judged = evaluated.map(of);
  const scores = judged.map(({ f1 }) => f1);
  const [low, high] = bootstrapInterval(scores);
  const exact = judged.filter(({ excess }) => excess === 0).length;
  const cells = [
    mean(judged.map(({ precision }) => precision)).toFixed(3),
    mean(judged.map(({ recall }) => recall)).toFixed(3),
    mean(scores).toFixed(3),
    `${low.toFixed(2)}–${high.toFixed(2)}`,
    `${exact}/${judged.length}`,
    mean(judged.map(({ excess }) => Math.abs(excess))).toFixed(2),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

/** Percentiles of the mean over resampled systems; the same each time. */
function bootstrapInterval(values: readonly number[]): [low: number, high: number] {
  const rounds = 10_000;
  let state = 0x2545f491;
  const next = (below: number): number => {
    // Marsaglia's xorshift (Journal of Statistical Software 8, 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const means = Float64Array.from({ length: rounds }, () => {
    let sum = 0;
    for (let each = 0; each < values.length; each++) sum += values[next(values.length)] ?? 0;
    return sum / values.length;
  }).sort();
  return [means[Math.floor(rounds * 0.025)] ?? 0, means[Math.floor(rounds * 0.975)] ?? 0];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function alone(names: readonly string[] | null): string[][] {
  return (names ?? []).map(name => [name]);
}

/** The same people: each one of one list is named by the other, and as many. */
function isSame(found: readonly string[], names: readonly string[]): boolean {
  const { precision, recall, excess } = judge(alone(found), names.length > 0 ? names : ['']);
  return excess === 0 && precision === 1 && recall === 1;
}

/** A name that breaks no table. */
function plain(name: string): string {
  return name.replaceAll('|', '/');
}

// `npm run evaluate:person -- <csv>`: how well RB020 tells sentences that depend on one person, by kind. The table has
// the columns `text`, `label` (1 or 0) and `kind`. Method and figures: RUNBOOKS.md.
import { readFile } from 'node:fs/promises';
import { readDocument } from '../../src/core/runbooks/document';
import { findDependences } from '../../src/core/runbooks/person/findDependences';
import { nobodyKnown } from '../../src/core/runbooks/person/knownPeople';
import { readRows } from './evaluate/csv';

interface Sentence {
  readonly text: string;
  readonly label: boolean;
  readonly kind: string;
}

function readSentences(table: string): readonly Sentence[] {
  const [heading = [], ...rows] = readRows(table);
  const [text, label, kind] = ['text', 'label', 'kind'].map(column => heading.indexOf(column));
  const value = (row: readonly string[], at = -1): string => row[at] ?? '';
  return rows.map(row => ({ text: value(row, text), label: value(row, label) === '1', kind: value(row, kind) }));
}

function isFound(text: string): boolean {
  const { tree } = readDocument(text);
  return tree !== null && findDependences(tree, text, nobodyKnown).length > 0;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

async function main(): Promise<number> {
  const [table, ...options] = process.argv.slice(2);
  if (table === undefined) {
    console.error('Usage: npm run evaluate:person -- <csv> [--wrong]');
    return 2;
  }
  const sentences = readSentences(await readFile(table, 'utf8'));
  const kinds = new Map<string, { readonly label: boolean; right: number; all: number }>();
  let [found, right, positive] = [0, 0, 0];
  for (const { text, label, kind } of sentences) {
    const hit = isFound(text);
    found += Number(hit);
    positive += Number(label);
    right += Number(hit && label);
    const counts = kinds.get(kind) ?? { label, right: 0, all: 0 };
    kinds.set(kind, { ...counts, right: counts.right + Number(hit === label), all: counts.all + 1 });
    if (hit !== label && options.includes('--wrong')) console.log(`${label ? 'missed' : 'wrong '} ${kind}: ${text}`);
  }
  console.log('| kind | depends | right |\n|---|---|---|');
  for (const [kind, { label, right: good, all }] of [...kinds].sort(
    ([, a], [, b]) => Number(b.label) - Number(a.label),
  ))
    console.log(`| ${kind} | ${label ? 'yes' : 'no'} | ${good} of ${all} |`);
  const [precision, recall] = [right / found, right / positive];
  console.log(
    `\nprecision ${percent(right, found)}, recall ${percent(right, positive)}, F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}, ${sentences.length} sentences`,
  );
  return 0;
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);

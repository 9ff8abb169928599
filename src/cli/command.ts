import { resolve } from 'node:path';
import type { Analysis, LineAnalysis } from '../analysis/client';
import type { Snapshot } from '../core/model';
import { printable } from '../core/report/printable';
import type { RulePage } from '../core/report/rulePage';
import type { AnalysisArguments, Format } from './argumentReader';
import { CommandError } from './failure';
import { ProgressLine } from './progressLine';
import type { TableStyle } from './reportHead';
import { colorsFor, type Surroundings } from './terminal';

/** What a command works with. */
export interface CommandContext {
  readonly surroundings: Surroundings;
  /** The folder or repository to look at, absolute. */
  readonly path: string;
  readonly analysis: Analysis & LineAnalysis;
  /** Milliseconds, for the pace of the progress line. */
  readonly now: () => number;
  /** Of this program. */
  readonly version: string;
  /** What the rules for runbooks are for, by id. */
  readonly rulePages: () => Promise<ReadonlyMap<string, RulePage>>;
}

/** Runs the analysis up to a tier, with its progress on stderr; rejects as {@link Analysis.analyse} does. */
export async function analysed(
  { surroundings, path, analysis, now }: CommandContext,
  tier: 1 | 2,
  {
    revision = null,
    past = false,
    others = [],
  }: { readonly revision?: string | null; readonly past?: boolean; readonly others?: readonly string[] } = {},
): Promise<Snapshot> {
  const progress = new ProgressLine(surroundings, now);
  let latest: Snapshot | null = null;
  try {
    await analysis.analyse(
      {
        path,
        gitPath: null,
        tier,
        settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null },
        ...(revision === null ? {} : { revision }),
        ...(past ? { past } : {}),
        ...(others.length > 0 ? { others: others.map(folder => resolve(surroundings.folder, folder)) } : {}),
      },
      {
        signal: surroundings.signal,
        onProgress: step => progress.show(step),
        onSnapshot: (snapshot, final) => {
          latest = final ? snapshot : latest;
        },
      },
    );
  } finally {
    progress.clear();
  }
  if (latest === null) {
    throw new Error('The analysis ended without a result.');
  }
  return latest;
}

/** The format asked for, or a table for a person and JSON for a program. */
export function formatFor({ format }: AnalysisArguments, { stdout }: Surroundings): Format {
  return format ?? (stdout.isTerminal ? 'table' : 'json');
}

/** Without a terminal a table is made for 100 columns; wider than the second a line is hard to follow. */
const usual = 100;
const widest = 140;
const narrowest = 60;

/** Tables are at most 100 columns wide, and no wider than the terminal where that is sensible. */
export function tableStyle({ stdout, environment }: Surroundings): TableStyle {
  return {
    width: Math.max(narrowest, Math.min(widest, stdout.columns ?? usual)),
    colors: colorsFor(stdout, environment),
  };
}

/** The component that a person means, by its id or by a name that only one has. */
export function findComponent({ components }: Snapshot, wanted: string): Snapshot['components'][number] {
  const byId = components.find(({ id }) => id === wanted);
  const lower = wanted.toLowerCase().replace(/\/$/, '');
  const named = components.filter(({ id, name }) => name.toLowerCase() === lower || id.toLowerCase() === lower);
  const found = byId ?? (named.length === 1 ? named[0] : undefined);
  if (found) {
    return found;
  }
  const similar = components.filter(
    ({ id, name }) => id.toLowerCase().includes(lower) || name.toLowerCase().includes(lower),
  );
  const listed = (named.length > 0 ? named : similar.length > 0 ? similar : components).slice(0, 5);
  const problem = named.length > 1 ? 'is the name of several' : 'is not there';
  throw new CommandError(
    'noSuchComponent',
    `The component "${printable(wanted)}" ${problem}. ${
      listed.length > 0
        ? `There ${listed.length === 1 ? 'is' : 'are'}, for example: ${listed.map(({ id }) => printable(id)).join(', ')}.`
        : 'This repository has no components.'
    }`,
  );
}

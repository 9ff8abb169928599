import type { Checklist, ChecklistStep } from '../core/checklist';
import type { History } from '../core/history/history';
import type { Person } from '../core/model';
import { type EvidenceState, type Progress, type Proof, provenDays } from '../core/progress';
import { componentLabels } from '../core/report/names';
import { isCutOff } from '../core/snapshotLimits';
import { type BackupEdit, backupEdits } from '../core/spread/backupEdits';
import { type EvidencePlaces, evidenceFound } from '../core/spread/evidenceFound';
import {
  beforeAfter,
  componentOf,
  isDrilled,
  type NamedBackup,
  namedBackups,
  progressOf,
} from '../core/spread/progressOf';
import { proofOf } from '../core/spread/proof';
import { type ProofFiles, proofFiles } from '../core/spread/proofFiles';
import type { Analysed } from './analysed';
import type { ProgressRequest } from './protocol';
import { readChecklists } from './readChecklists';
import { textVersions } from './textVersions';

const daySeconds = 86_400;

/** The newest edits of a backup that are looked at, for each checklist; two versions are read for each. */
const mostEdits = 60;

/** How far the checklists are, as they are in an editor, the work tree, or at the revision that was analysed. */
export async function findProgress(
  analysed: Analysed,
  { unsaved }: Pick<ProgressRequest, 'unsaved'>,
  signal: AbortSignal,
): Promise<Progress> {
  const { snapshot } = analysed;
  const pages = await readChecklists(analysed, signal, new Map(unsaved));
  const places = evidencePlaces(analysed);
  const assessed = pages.map((checklist): Assessed => {
    const component = componentOf(checklist, snapshot);
    return {
      checklist,
      backups: namedBackups(checklist, snapshot.people),
      files: component && proofFiles(component, snapshot),
      evidenceOf: step => evidenceFound(step.evidence, checklist.path, places),
    };
  });
  const proofs = await provenBy(assessed, analysed, signal);
  const labels = componentLabels(snapshot.components);
  const today = new Date(snapshot.scannedAt * 1000).toISOString().slice(0, 10);
  return {
    checklists: assessed.map((each, index) =>
      progressOf(each.checklist, { ...each, snapshot, labels, proof: proofs[index] ?? null, today }),
    ),
    beforeAfter: beforeAfter(
      snapshot,
      firstCommitOf(
        pages.map(({ path }) => path),
        analysed,
      ),
    ),
  };
}

interface Assessed {
  readonly checklist: Checklist;
  readonly backups: readonly NamedBackup[];
  readonly files: ProofFiles | null;
  readonly evidenceOf: (step: ChecklistStep) => EvidenceState;
}

async function provenBy(
  assessed: readonly Assessed[],
  { snapshot, evidence, git, root, lineRequest }: Analysed,
  signal: AbortSignal,
): Promise<readonly (Proof | null)[]> {
  // Without contents nobody can tell a change from a new date.
  if (lineRequest.description.partial) return [];
  const wanted = new Map<string, Set<number>>();
  const pairs = assessed.map(({ backups, files }) => (files === null ? [] : known(backups)));
  for (const [index, people] of pairs.entries())
    for (const { id } of people)
      for (const path of pathsOf(assessed[index]?.files ?? null))
        wanted.set(path, (wanted.get(path) ?? new Set()).add(id));
  if (wanted.size === 0) return [];
  const from = snapshot.asOf - provenDays * daySeconds;
  const byPerson = backupEdits({ wanted, from, to: snapshot.asOf }, evidence);
  const editsOf = pairs.map((people, index) => {
    const own = new Set(pathsOf(assessed[index]?.files ?? null));
    return people.map(({ id }): readonly BackupEdit[] =>
      (byPerson.get(id) ?? []).filter(({ path }) => own.has(path)).slice(-mostEdits),
    );
  });
  const names = editsOf.flat(2).flatMap(({ before, after }) => (before === null ? [after] : [before, after]));
  const texts = await textVersions({ git, cwd: root, names, signal });
  return assessed.map(({ checklist, files, evidenceOf }, index) => {
    if (files === null) return null;
    const proofs = (editsOf[index] ?? []).map(edits =>
      proofOf({
        edits,
        runbooks: files.runbooks,
        textOf: version => texts.get(version) ?? null,
        drill: isDrilled(checklist, evidenceOf),
      }),
    );
    // It is proven when it is of each.
    return proofs.find(({ holds }) => !holds) ?? proofs[0] ?? null;
  });
}

/** Those that are named, where it is known of each who that is. */
const known = (backups: readonly NamedBackup[]): readonly Person[] =>
  backups.includes('unknown') ? [] : backups.filter(backup => backup !== 'unknown');

const pathsOf = (files: ProofFiles | null): readonly string[] =>
  files === null ? [] : [...files.files, ...files.runbooks];

function evidencePlaces({ snapshot, paths, known: { history }, lineRequest }: Analysed): EvidencePlaces {
  const there = new Set(paths);
  const unseen = isCutOff(snapshot) ? null : false;
  return {
    hasCommit: id => commitsBeginning(history, id) === 1 || unseen,
    hasPath: path => there.has(path),
    remotes: lineRequest.description.remotes,
  };
}

/** How many commits have an id that begins so, of 7 digits or more; 2 stands for more than one. */
function commitsBeginning(history: History, id: string): 0 | 1 | 2 {
  // Pages name many commits and histories are long: text is made only of ids whose first bytes are the same.
  const { shas, shaLength } = history;
  const [first, second] = [id.slice(0, 2), id.slice(2, 4)].map(byte => Number.parseInt(byte, 16));
  let found: 0 | 1 | 2 = 0;
  for (let commit = 0; commit < history.commitCount && found < 2; commit++) {
    const start = commit * shaLength;
    if (shas.values[start] !== first || shas.values[start + 1] !== second) continue;
    if (history.shaOf(commit).startsWith(id)) found = found === 0 ? 1 : 2;
  }
  return found;
}

/** When the first of the pages was committed, in seconds; null when none is. */
function firstCommitOf(pages: readonly string[], { evidence: { history, touches } }: Analysed): number | null {
  const times = pages.flatMap(path => {
    const file = touches.fileOfPath[history.indexOfPath(path)] ?? -1;
    const start = touches.starts[file] ?? 0;
    return file < 0 || start === touches.starts[file + 1] ? [] : [history.authorTimes.at(touches.commits[start] ?? 0)];
  });
  return times.length === 0 ? null : Math.min(...times);
}

import type { ComponentKind, Criticality, Person, Reason, Risk, RiskLevel, Share } from '../model';
import type { Toil } from '../toil';
import type { ComponentOwnership } from './componentOwnership';

/** What the risk of a component is judged by. */
export interface RiskInput {
  readonly kind: ComponentKind;
  readonly criticality: Criticality;
  readonly ownership: Pick<ComponentOwnership, 'state' | 'owners' | 'soleFiles' | 'orphanedFiles' | 'linesBy'> &
    Pick<ComponentOwnership, 'linesByPeople' | 'quietLines'>;
  readonly files: number;
  /** Commits of people on its files in the last {@link activeDays} days. */
  readonly recentCommits: number;
  readonly activeDays: number;
  /** Who knew most, whether or not they are still there; null when nobody is known. */
  readonly foremost: Foremost | null;
  readonly toil: readonly Toil[];
  readonly changes: number;
  readonly assistedChanges: number;
  /** What is to be said of the teams of its owners. */
  readonly ofTeams: readonly Reason[];
  readonly runbooks: readonly { readonly path: string; readonly soleAuthor: number | null }[];
}

/** A person with the share they know, and whether they can be asked. */
export interface Foremost extends Share, Pick<Person, 'state' | 'awayUntil' | 'lastCommit'> {}

/** Below this share of the files, not they but recent work make a sole owner. */
const ownsEnough = 0.25;

/** From this share of the changes on it is said that an agent helped. */
const muchAssisted = 0.1;

/** From this share of the lines on it is said that their authors left. */
const muchQuiet = 0.2;

const leastScore: readonly (readonly [RiskLevel, number])[] = [
  ['high', 60],
  ['medium', 35],
  ['low', 12],
];

/**
 * How much a component depends on one person or on nobody. The score, 0 to 100, orders components: up to 55 for the
 * state, less for fewer than 8 files; up to 20 for the files that one person or nobody knows in a shared one; up to 20
 * for how often it changes; up to 15 for its size; up to 10 for lines whose authors left; 10 more for operations or a high criticality; 5 more without
 * a runbook; 4 more for each of two files that one person edits again and again.
 */
export function riskOf(input: RiskInput): Risk {
  const { ownership, files } = input;
  const reasons: Reason[] = [];
  if (ownership.state === 'unknown' || files === 0) {
    return { level: 'none', score: 0, reasons };
  }
  const soleShare = ownership.soleFiles / files;
  const orphanedShare = ownership.orphanedFiles / files;
  let score = 0;
  const owner = ownership.owners[0];
  if (ownership.state === 'sole' && owner) {
    score += 45 + 10 * owner.share;
    reasons.push(
      owner.share >= ownsEnough
        ? { code: 'soleKnowledge', values: { person: owner.person, share: owner.share } }
        : { code: 'soleActivity', values: { person: owner.person } },
    );
  } else if (ownership.state === 'orphaned') {
    score += 40 + 15 * orphanedShare;
    reasons.push({ code: 'orphanedFiles', values: { share: orphanedShare } });
    reasons.push(...whoLeft(input.foremost));
  } else {
    score += 20 * Math.max(0, soleShare + orphanedShare - 0.3);
    reasons.push({ code: 'sharedKnowledge', values: { people: ownership.owners.length } });
    if (soleShare > 0.3) {
      reasons.push({ code: 'soleFiles', values: { share: soleShare } });
    }
  }
  reasons.push(...foremostWriter(ownership));
  if (ownership.state !== 'orphaned' && orphanedShare > 0.2) {
    score += 10 * orphanedShare;
    reasons.push({ code: 'orphanedFiles', values: { share: orphanedShare } });
  }
  const quietShare = ownership.linesByPeople === 0 ? 0 : ownership.quietLines / ownership.linesByPeople;
  if (quietShare > muchQuiet) {
    score += ownership.state === 'orphaned' ? 0 : 10 * quietShare;
    reasons.push({ code: 'linesOfPeopleWhoLeft', values: { share: quietShare, lines: ownership.quietLines } });
  }
  score *= Math.min(1, 0.6 + 0.05 * files);
  const atStake = ownership.state === 'shared' ? 0.4 : 1;
  score += atStake * (Math.min(20, 5 * Math.log2(1 + input.recentCommits / 2)) + Math.min(15, 2.5 * Math.log2(files)));
  if (input.recentCommits >= 6) {
    reasons.push({ code: 'changesOften', values: { touches: input.recentCommits, days: input.activeDays } });
  }
  reasons.push(...input.ofTeams);
  if (input.assistedChanges >= muchAssisted * input.changes && input.assistedChanges > 0) {
    reasons.push({ code: 'agentAssisted', values: { touches: input.assistedChanges, total: input.changes } });
  }
  score += circumstances(input, reasons) * atStake;
  if (input.criticality === 'low' || input.kind === 'documentation') {
    score *= 0.6;
  }
  score = Math.round(Math.min(100, Math.max(0, score)));
  return { level: leastScore.find(([, least]) => score >= least)?.[0] ?? 'none', score, reasons };
}

/** Of what one person or nobody knows: who wrote most of the lines that stand. */
function foremostWriter({ state, owners, linesBy, linesByPeople }: RiskInput['ownership']): Reason[] {
  const writer = state === 'sole' ? linesBy.find(({ person }) => person === owners[0]?.person) : linesBy[0];
  return writer === undefined || state === 'shared'
    ? []
    : [{ code: 'linesBy', values: { ...writer, total: linesByPeople } }];
}

function whoLeft(foremost: RiskInput['foremost']): Reason[] {
  const person = foremost?.person ?? 0;
  if (foremost?.state === 'left') {
    return [{ code: 'ownerLeft', values: { person } }];
  }
  if (foremost?.state === 'away') {
    const until = foremost.awayUntil;
    return [{ code: 'ownerAway', values: until === null ? { person } : { person, until } }];
  }
  return foremost?.state === 'quiet' ? [{ code: 'ownerQuiet', values: { person, date: foremost.lastCommit } }] : [];
}

function circumstances(input: RiskInput, reasons: Reason[]): number {
  let score = 0;
  if (input.criticality === 'high') {
    score += 10;
    reasons.push({ code: 'critical', values: { criticality: input.criticality } });
  } else if (input.kind === 'operations') {
    score += 10;
    reasons.push({ code: 'operations', values: {} });
  }
  for (const { path, edits, byOne, days } of input.toil.slice(0, 2)) {
    score += 4;
    reasons.push({ code: 'toil', values: { path, edits, byOne, days } });
  }
  if (input.runbooks.length === 0) {
    if (input.kind === 'service' || input.kind === 'operations') {
      score += 5;
      reasons.push({ code: 'noRunbook', values: {} });
    }
  } else if (input.runbooks.every(({ soleAuthor }) => soleAuthor !== null)) {
    const [runbook] = input.runbooks;
    if (runbook && runbook.soleAuthor !== null) {
      score += 3;
      reasons.push({ code: 'soleRunbook', values: { person: runbook.soleAuthor, path: runbook.path } });
    }
  }
  return score;
}

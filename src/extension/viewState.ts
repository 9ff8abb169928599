import type { FailureReason } from '../git/errors';
import type { RepositoryState } from './repositoryState';

/** What the view shows instead of a tree. Each has one welcome text with one action in package.json. */
export const viewStates = {
  untrusted: 'untrusted',
  noFolder: 'noFolder',
  virtual: 'virtual',
  gitNotFound: 'gitNotFound',
  gitTooOld: 'gitTooOld',
  notARepository: 'notARepository',
  unsafeDirectory: 'unsafeDirectory',
  noCommits: 'noCommits',
  cancelled: 'cancelled',
  shallow: 'shallow',
  partial: 'partial',
  missingObject: 'missingObject',
  timedOut: 'timedOut',
  failed: 'failed',
  nothingToShow: 'nothingToShow',
  analysing: 'analysing',
  ready: 'ready',
} as const;

export type ViewState = keyof typeof viewStates;

const stateOfFailure: Readonly<Record<FailureReason, ViewState>> = {
  gitNotFound: 'gitNotFound',
  gitTooOld: 'gitTooOld',
  notARepository: 'notARepository',
  unsafeDirectory: 'unsafeDirectory',
  noCommits: 'noCommits',
  cancelled: 'cancelled',
  shallow: 'shallow',
  partial: 'partial',
  missingObject: 'missingObject',
  // Only the command line is asked for a revision.
  unknownRevision: 'failed',
  timedOut: 'timedOut',
  failed: 'failed',
};

/** The state of the view over all repositories: what can be shown goes before what goes on, that before what failed. */
export function viewStateOf(states: readonly RepositoryState[]): ViewState {
  if (states.some(({ index }) => index !== null && index.snapshot.components.length > 0)) return 'ready';
  if (states.some(({ activity }) => activity.kind === 'analysing' || activity.kind === 'waiting')) return 'analysing';
  const failures = states.flatMap(({ activity }) =>
    activity.kind === 'failed' ? [stateOfFailure[activity.reason]] : [],
  );
  // One folder without a repository among others is no news.
  const telling = failures.find(failure => failure !== 'notARepository') ?? failures[0];
  return telling ?? (states.length === 0 ? 'noFolder' : 'nothingToShow');
}

import type { Agreement } from './blameCost';
import type { PeerCost } from './peerCost';
import type { Estimate } from './sample';

/** What was measured on one repository. CPU in seconds, user and system, child processes included; sizes in bytes. */
export interface LineFigures {
  readonly commits: number;
  /** Text files at HEAD with lines, as git counts them, and their lines. */
  readonly files: number;
  readonly lines: number;
  /** Lines for which the engine knows no commit. */
  readonly unknown: number;
  /** CPU of `git log -p -U0 -M -w`, round by round. */
  readonly log: readonly number[];
  /** Seconds of it, as of all that ends in `Wall`. */
  readonly logWall: number;
  /** CPU of a process that owns all lines without a store to begin with, and fills it; round by round. */
  readonly engine: readonly number[];
  /** The part of it that is Node's. */
  readonly engineOfNode: number;
  readonly engineWall: number;
  /** Most that Node alone had resident, in any run at HEAD. */
  readonly memory: number;
  readonly blamedFiles: number;
  readonly blamedLines: number;
  /** Files whose blame failed, with or without the commit-graph. */
  readonly failed: number;
  /** CPU of `git blame -w` of all files, and with a commit-graph that has changed paths. */
  readonly blame: Estimate;
  readonly graphBlame: Estimate;
  /** CPU of writing that. */
  readonly graphWriting: number;
  readonly agreement: Agreement;
  /** Null where it is not installed. */
  readonly peer: PeerCost | null;
  readonly store: number;
  /** Milliseconds of the engine when nothing is new, and of the process around it. */
  readonly warm: number;
  readonly warmProcess: number;
  /** The same with new commits. */
  readonly newCommits: number;
  readonly update: number;
  readonly updateProcess: number;
  readonly updateCpu: number;
  readonly grown: readonly Grown[];
}

/** The repository when it was younger. */
export interface Grown {
  /** 8: when the first-parent history was an eighth of what it is. */
  readonly part: number;
  readonly commits: number;
  readonly lines: number;
  readonly log: number;
  readonly engine: number;
  readonly memory: number;
}

import type { Action } from './actions';
import type { Removal } from './removal';

/** How an image is called that something is built on, and one that only runs before it. */
export const baseImage = 'base image';
export const initImage = 'init image';

/** Something the repository says about a component, with the place that says it. */
export interface Fact {
  readonly kind: FactKind;
  /** What it is about: the name of a script, a service, a port. */
  readonly name: string;
  /** The fact itself, one line, ready to be shown in Markdown code or prose. Never the value of a secret. */
  readonly value: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Another place without which it is not said. */
  readonly also?: { readonly path: string; readonly line: number };
  /** What to type at the root of the repository, where the fact is something to run. Quoted for a POSIX shell. */
  readonly command?: string;
  /** It concerns the repository as a whole, this component among others. */
  readonly wide?: boolean;
  /** It runs where it is developed, by what its place says; of a secret: its value is written out for that. */
  readonly forDevelopment?: boolean;
  /** What it removes, where it does. */
  readonly removes?: Removal;
  /** What a script or a target is for, where its text says otherwise than its name; null: for nothing of the kind. */
  readonly action?: Action | null;
  /** Variables that a variable which is set there takes its value from; none where the value is written out. */
  readonly from?: readonly string[];
  /** A step that is only read in, not run by itself. */
  readonly readIn?: boolean;
  /** What a command has to be typed inside of, in prose: `the app container`. */
  readonly inside?: string;
  /** How something is needed: the state it must be in, the variable that names it. */
  readonly how?: string;
  /** The file that is laid over or the profile without which a need is not there. */
  readonly onlyWith?: string;
  /** Where a secret is kept, in prose. */
  readonly keptIn?: string;
  /** Of what is written to, where it is no volume by name: see {@link Storage}. */
  readonly storage?: Storage;
}

/**
 * `mounted`: from the work tree, the machine or a storage elsewhere; `unnamed`: a volume that is found again only while its
 * container is there or replaced; `memory`: gone whenever the container stops; `fleeting`: gone with the pod.
 */
export type Storage = 'mounted' | 'unnamed' | 'memory' | 'fleeting';

export type FactKind =
  /** A file of which not everything was read. */
  | 'partlyRead'
  /** One sentence on what the component is. */
  | 'description'
  /** A script of an npm manifest. */
  | 'script'
  /** What Make, just or Task runs by name; `value` is its help. */
  | 'target'
  /** A script of the component that something runs or reads in: `value` is what does, `name` the script's path. */
  | 'step'
  /** What its image is built from, by compose or Skaffold. */
  | 'build'
  /** The language or framework it is written for, with the version. */
  | 'language'
  /** Where a program begins: a binary or a module. */
  | 'entryPoint'
  | 'image'
  | 'port'
  | 'healthcheck'
  /** A path that the code answers, for its health. */
  | 'healthRoute'
  | 'command'
  | 'environment'
  /** A file of settings to be copied and filled in. */
  | 'template'
  | 'volume'
  /** What fills its database when that is empty. */
  | 'seed'
  /** What the component needs. */
  | 'dependency'
  /** A system outside of the repository that a library of the component is for. */
  | 'system'
  /** Another package of the repository that its manifest names. */
  | 'library'
  /** What needs the component: `name` is the component's own name there, `value` who needs it. */
  | 'dependent'
  | 'composeService'
  | 'kubernetes'
  | 'chart'
  | 'kustomization'
  /** A unit of systemd. */
  | 'unit'
  | 'probe'
  | 'secret'
  /** A resource, module or state of Terraform. */
  | 'infrastructure'
  /** A service on ECS, with its cluster. */
  | 'ecsService'
  /** A function of Lambda. */
  | 'lambda'
  /** Where CloudWatch keeps its logs. */
  | 'logGroup'
  | 'workflow'
  /** What is asked for when a workflow is run by hand. */
  | 'input'
  | 'deploy'
  | 'schedule'
  /** The newest migration, and whether it goes down. */
  | 'migration'
  | 'interface'
  | 'owner'
  | 'link'
  | 'dashboard'
  | 'alert'
  /** A page of prose about it, or a part of one that answers something; no runbook. */
  | 'page'
  /** A page on what once went wrong. */
  | 'postmortem'
  /** A page on what was decided, and why. */
  | 'decision';

/** A commit that undid or repaired something, newest first where listed. */
export interface RepairCommit {
  readonly sha: string;
  readonly date: number;
  readonly subject: string;
}

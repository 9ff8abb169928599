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
  /** What to type at the root of the repository, where the fact is something to run. Quoted for a POSIX shell. */
  readonly command?: string;
  /** It concerns the repository as a whole, this component among others. */
  readonly wide?: boolean;
  /** It removes something that may not come back. */
  readonly destructive?: boolean;
}

export type FactKind =
  /** One sentence on what the component is. */
  | 'description'
  | 'script'
  | 'makeTarget'
  | 'image'
  | 'port'
  | 'healthcheck'
  | 'command'
  | 'environment'
  | 'volume'
  /** What the component needs. */
  | 'dependency'
  /** What needs the component: `name` is the component's own name there, `value` who needs it. */
  | 'dependent'
  | 'composeService'
  | 'kubernetes'
  | 'probe'
  | 'secret'
  | 'workflow'
  | 'deploy'
  | 'schedule'
  | 'owner'
  | 'link'
  | 'alert';

/** A commit that undid or repaired something, newest first where listed. */
export interface RepairCommit {
  readonly sha: string;
  readonly date: number;
  readonly subject: string;
}

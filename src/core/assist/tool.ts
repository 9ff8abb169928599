/** What assistants may ask. All of it only reads. */
export const toolNames = ['get_ownership_risk', 'list_runbook_gaps', 'suggest_backup'] as const;

export type ToolName = (typeof toolNames)[number];

/** Plain values, as JSON has them. */
export type ToolContent = { readonly [name: string]: ToolValue };

export type ToolValue = string | number | boolean | null | ToolContent | readonly ToolValue[];

/** The answer to one question of an assistant. */
export interface ToolAnswer {
  /** True where it could not be answered: then the text says why, and what to do. */
  readonly failed: boolean;
  /** The answer in sentences, for who passes on nothing else. */
  readonly text: string;
  /** The same with all its numbers; null where it failed. Text and content together have at most {@link mostBytes}. */
  readonly content: ToolContent | null;
}

/** Of the text and of the content as JSON together, in UTF-8. */
export const mostBytes = 8192;

/** Why a question cannot be answered, with what to do: a sentence for the assistant. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
}

import type { PlannedHistory } from './plan';

/** Histories in which the engine and blame once differed, as the failing test printed them. */
export const keptHistories: readonly PlannedHistory[] = [];

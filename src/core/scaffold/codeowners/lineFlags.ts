import type { Codeowners, OwnersRule } from '../../components/codeowners';
import type { PersonState } from '../../model';
import type { Handles } from './handles';

/**
 * What is wrong with a line of CODEOWNERS. `gone`: an owner left, went quiet or is away. `onePerson`: it names one person and
 * no team. `noFile`: it counts for no file, because none matches or later lines do.
 */
export type LineFlagCode = 'gone' | 'onePerson' | 'noFile';

export interface LineFlag {
  readonly code: LineFlagCode;
  /** From 1; of a rule without owners of its own the heading that has them. */
  readonly line: number;
  readonly pattern: string;
  /** As written; null for `noFile`. */
  readonly owner: string | null;
  /** Of who is gone. */
  readonly state: PersonState | null;
  /** Files that the line counts for. */
  readonly files: number;
}

/** What is wrong with the lines of a file, top to bottom. @param counts files by rule that counts for them */
export function lineFlags(
  { rules }: Pick<Codeowners, 'rules'>,
  counts: ReadonlyMap<OwnersRule, number>,
  handles: Handles,
): readonly LineFlag[] {
  const flags = rules.flatMap((rule): LineFlag[] => {
    const files = counts.get(rule) ?? 0;
    const line = rule.ownersFrom ?? rule.line;
    const flag = { line, pattern: rule.pattern, files };
    if (files === 0) return [{ ...flag, line: rule.line, code: 'noFile', owner: null, state: null }];
    const gone = rule.owners.flatMap((owner): LineFlag[] => {
      const state = goneState(owner, handles);
      return state === null ? [] : [{ ...flag, code: 'gone', owner, state }];
    });
    const [only] = rule.owners;
    const isAlone = rule.owners.length === 1 && only !== undefined && gone.length === 0 && handles.isOnePerson(only);
    return isAlone ? [{ ...flag, code: 'onePerson', owner: only, state: null }] : gone;
  });
  const seen = new Set<string>();
  return flags
    .filter(({ code, line, owner, pattern }) => {
      // Rules that share the owners of a heading say the same.
      const key = [code, line, owner ?? pattern].join('\0');
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.line - other.line);
}

/** The state of an owner who is not active, as far as everybody it may be is not; null for who is, and for teams. */
export function goneState(owner: string, handles: Pick<Handles, 'whom'>): PersonState | null {
  const [first, ...others] = handles.whom(owner);
  if (first === undefined || first.state === 'active' || others.some(({ state }) => state === 'active')) return null;
  return first.state;
}

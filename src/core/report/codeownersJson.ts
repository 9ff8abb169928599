import type { Snapshot } from '../model';
import type { CodeownersDraft } from '../scaffold/codeowners/draftCodeowners';
import { type CodeJson, limitJson } from './codeJson';
import { flagText, noLineText } from './codeownersText';
import { type NamedJson, namedJson } from './namedJson';
import { plainTranslate } from './translate';

/** What `codeowners --format json` prints. Fields may be added; these stay. */
export interface CodeownersJson {
  readonly version: 1;
  readonly repository: { readonly root: string; readonly head: string | null; readonly limits: readonly CodeJson[] };
  readonly path: string;
  readonly exists: boolean;
  /** github, gitlab or bitbucket. */
  readonly dialect: string;
  readonly flags: readonly {
    readonly path: string;
    readonly line: number;
    /** gone, onePerson or noFile. */
    readonly code: string;
    readonly pattern: string;
    readonly owner: string | null;
    /** Of who is gone: quiet, away or left. */
    readonly state: string | null;
    readonly files: number;
    readonly text: string;
  }[];
  readonly suggestions: readonly {
    /** Id of the component. */
    readonly component: string;
    /** Files that lack owners. */
    readonly files: number;
    /** `planned`: suggested, and no owner yet. */
    readonly primary: NamedJson & { readonly planned: boolean };
    readonly backup: NamedJson & { readonly planned: boolean };
    /** As the suggested file names them; empty where it does not. */
    readonly owners: readonly string[];
    /** Why it does not; null where it does. */
    readonly why: { readonly code: string; readonly text: string } | null;
  }[];
  /** Ids of components whose files lack owners, too, and of which no two people can be named. */
  readonly nobodyToName: readonly string[];
  /** Lines to take away and to write; line 0 is before all. */
  readonly changes: CodeownersDraft['changes'];
  /** The suggested file. */
  readonly text: string;
}

/** What CODEOWNERS lacks, and the file that is suggested, in the form scripts depend on. */
export function codeownersJson(draft: CodeownersDraft, { repository, limits, people }: Snapshot): CodeownersJson {
  const { path, exists, dialect, flags, suggestions, nobodyToName, changes, after } = draft;
  return {
    version: 1,
    repository: { root: repository.root, head: repository.head, limits: limits.map(limitJson) },
    ...{ path, exists, dialect },
    flags: flags.map(flag => {
      const { line, code, pattern, owner, state, files } = flag;
      return { path, line, code, pattern, owner, state, files, text: flagText(flag, plainTranslate) };
    }),
    suggestions: suggestions.map(({ component, files, primary, backup, isPlanned, owners, why }) => ({
      ...{ component, files, owners },
      primary: { ...namedJson(primary, people), planned: isPlanned.primary },
      backup: { ...namedJson(backup, people), planned: isPlanned.backup },
      why: why && { code: why, text: noLineText(why, plainTranslate) },
    })),
    ...{ nobodyToName, changes },
    text: after,
  };
}

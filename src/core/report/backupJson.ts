import type { Backup, Person } from '../model';
import { type CodeJson, reasonJson } from './codeJson';

/** A choice of a backup as scripts get it. */
export interface BackupJson {
  /** Id of the person. */
  readonly person: number;
  readonly reasons: readonly CodeJson[];
}

/** A choice with the sentences for its reasons. */
export function backupJson({ person, reasons }: Backup, people: readonly Person[]): BackupJson {
  return { person, reasons: reasons.map(reason => reasonJson(reason, people)) };
}

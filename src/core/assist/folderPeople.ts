import type { FileOwnership, PersonId, Snapshot } from '../model';

/** What one person knows of the files of a folder together. */
export interface FolderPerson {
  readonly person: PersonId;
  readonly active: boolean;
  /** Files that the person owns. */
  readonly files: number;
  /** Changes of each file added up: a commit that changes two counts twice. */
  readonly touches: number;
  readonly reviews: number;
  /** Null where no line is known. */
  readonly lines: number | null;
  readonly lastTouched: number;
  /** Mean share of knowledge over the files. */
  readonly share: number;
}

/** Everyone who is listed at one of the files, those who own most first. */
export function folderPeople(files: readonly FileOwnership[], { people }: Pick<Snapshot, 'people'>): FolderPerson[] {
  const found = new Map<PersonId, FolderPerson>();
  for (const { knowledge } of files) {
    for (const entry of knowledge) {
      const known = found.get(entry.person);
      found.set(entry.person, {
        person: entry.person,
        active: people[entry.person]?.active === true,
        files: (known?.files ?? 0) + (entry.ownerBy.length > 0 ? 1 : 0),
        touches: (known?.touches ?? 0) + entry.touches,
        reviews: (known?.reviews ?? 0) + entry.reviews,
        lines: entry.lines === null ? (known?.lines ?? null) : (known?.lines ?? 0) + entry.lines,
        lastTouched: Math.max(known?.lastTouched ?? 0, entry.lastTouched),
        share: (known?.share ?? 0) + entry.share / files.length,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.files - a.files || b.share - a.share || a.person - b.person);
}

/** What a reason says, with the values it has; `core/report/reasons.ts` has the words. */
export type ReasonCode =
  /** {person, share} one person alone knows `share` of the files. */
  | 'soleKnowledge'
  /** {person} one person alone works on it enough to know it, though owning few of its files. */
  | 'soleActivity'
  /** {share} of the files have no active owner. */
  | 'orphanedFiles'
  /** {share} of the files are known by one person each. */
  | 'soleFiles'
  /** {person, date} the person who knew most was last seen then. */
  | 'ownerQuiet'
  /** {person} the person who knew most left. */
  | 'ownerLeft'
  /** {touches, days} it changes often. */
  | 'changesOften'
  /** {} no runbook. */
  | 'noRunbook'
  /** {person, path} its runbook was written by one person. */
  | 'soleRunbook'
  /** {} operations files. */
  | 'operations'
  /** {criticality} from the settings or the catalog. */
  | 'critical'
  /** {people} that many people share it. */
  | 'sharedKnowledge'
  /** {person, touches, date} what a backup did here already. */
  | 'touchedHere'
  /** {person} a backup reviewed changes here. */
  | 'reviewedHere'
  /** {person, components} a backup's present load. */
  | 'ownsElsewhere'
  /** {person, path} a backup touched neighbouring files. */
  | 'touchedNearby'
  /** {person, touches, total, date}. */
  | 'touchedBy'
  /** {person, touches, total, lines, ofLines, date} the same with the lines that stand. */
  | 'touchedAndWrote'
  /** {person, lines, total} so many of the lines that stand are by that person. */
  | 'linesBy'
  /** {share, lines} nobody active wrote these of its lines: their authors left or went quiet. */
  | 'linesOfPeopleWhoLeft'
  /** {touches, total} so many of its changes were written with an AI agent. */
  | 'agentAssisted'
  /** {person, until} the person who knew most is away, until that day where it is known. */
  | 'ownerAway'
  /** {person, reviews} changes of others that a person reviewed. */
  | 'reviewed'
  /** {team} all its owners are in one team. */
  | 'oneTeam'
  /** {person, team} of the team that answers for it one person alone knows it. */
  | 'soleInTeam'
  /** {login} both sign with that name before the `@`, or at the host. */
  | 'sameLogin'
  /** {person} a name is that person's in another spelling, or stands in the address. */
  | 'sameNameSpelled'
  /** {person, short} the short form of that person's name, such as an initial and the surname. */
  | 'shortOfName'
  /** {name} an address that a machine made up, and the only person of that name. */
  | 'machineAddress'
  /** {person, line, lines, date} a block of a file that nobody active wrote. */
  | 'orphanedBlock'
  /** {path, edits, byOne, days} one person edits an operations file again and again. */
  | 'toil';

import type { Backup, Component, FileKnowledge, FileOwnership, PersonId, Reason, Snapshot } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { day } from '../report/numbers';
import { candidates } from '../spread/backup';
import { candidateSearch } from '../spread/componentCandidates';
import { fileBackups } from '../spread/fileBackups';
import { surroundingsOf } from '../spread/surroundings';
import { type Draft, listed } from './bounded';
import { wholeNumber } from './englishNumbers';
import { type FolderPerson, folderPeople } from './folderPeople';
import { quoted } from './quoted';
import type { Subject } from './subject';
import { heading, limitLines, moreLine, nameIn, part, stateWords, whyIn } from './telling';
import { type ToolContent, ToolFailure } from './tool';

/** Someone who knows what was asked about, or could come to. */
interface Suggested {
  readonly person: PersonId;
  /** What the evidence is about, which may be wider than what was asked about: the component of a file, or what is beside. */
  readonly knows: 'file' | 'folder' | 'component' | 'neighbour';
  readonly reasons: readonly Reason[];
  /** As far as it is known. */
  readonly evidence: ToolContent;
}

/** Who knows a place now, and who could review or take over besides, the best placed first. */
interface Suggestion {
  readonly subject: ToolContent;
  /** What is said of it first, without a full stop. */
  readonly sentence: string;
  readonly owners: readonly Suggested[];
  readonly others: readonly Suggested[];
}

/**
 * Who besides its owner can review a change in a file, a folder or a component, or take it over.
 *
 * @param snapshot as it would be without who is away
 * @param away their names
 */
export function backupSuggestion(snapshot: Snapshot, subject: Subject, away: readonly string[], most: number): Draft {
  const { subject: told, sentence, owners, others } = suggestionFor(snapshot, subject);
  const tell = ({ person, knows, reasons, evidence }: Suggested): ToolContent => ({
    name: nameIn(snapshot, person),
    knows,
    ...evidence,
    why: reasons.map(reason => whyIn(snapshot, reason)),
  });
  const line = (each: Suggested): string => personLine(each, subject, snapshot);
  const [only, ...further] = owners;
  const without = away.length === 0 ? '' : `Without ${away.join(', ')}: `;
  return {
    text: [
      `${without}${sentence}.`,
      ...(only === undefined
        ? ['Nobody active owns it.']
        : further.length === 0
          ? [`${told['state'] === 'shared' ? 'Known best by' : 'Its one owner is'} ${line(only)}`]
          : ['Each of its owners can review what another changes:', ...owners.slice(0, most).map(line)]),
      others.length === 0
        ? 'Nobody else active has worked on it or beside it: give the change to somebody with a runbook to go by, or pair with the owner.'
        : 'Besides, the best placed first:',
      ...others.slice(0, most).map((each, place) => `${place + 1}. ${line(each)}`),
      ...moreLine(others.length - most, 'people'),
      ...limitLines(snapshot, most),
    ],
    content: {
      ...heading(snapshot, most),
      subject: told,
      without: away,
      owners: listed(owners, most, tell),
      candidates: listed(others, most, tell),
    },
  };
}

/** `Ben Ito: 5 changes, 46 lines, the last on 2024-06-02; …`, with what else speaks for or against. */
function personLine({ person, knows, reasons, evidence }: Suggested, { kind }: Subject, snapshot: Snapshot): string {
  const changes = Number(evidence['changes'] ?? evidence['changesOfFiles'] ?? 0);
  const lines = Number(evidence['lines'] ?? 0);
  const others = reasons.filter(({ code }) => code !== 'touchedHere' || changes === 0);
  const work = [
    changes === 0 ? '' : changes === 1 ? '1 change' : `${wholeNumber(changes)} changes`,
    lines === 0 ? '' : lines === 1 ? '1 line' : `${wholeNumber(lines)} lines`,
    changes > 0 && typeof evidence['lastChange'] === 'string' ? `the last on ${evidence['lastChange']}` : '',
  ].filter(Boolean);
  const said = [work.join(', '), ...others.map(reason => whyIn(snapshot, reason))].filter(Boolean);
  const whose = kind === 'file' && knows === 'component' ? ' (of its component)' : '';
  return `${nameIn(snapshot, person)}${whose}${said.length === 0 ? '' : `: ${said.join('; ')}`}.`;
}

function suggestionFor(snapshot: Snapshot, subject: Subject): Suggestion {
  switch (subject.kind) {
    case 'repository':
      throw new ToolFailure(
        'Name a file or folder by path, or a component. get_ownership_risk without either lists the single points.',
      );
    case 'component':
      return forComponent(snapshot, subject.component);
    case 'folder':
      return forFolder(snapshot, subject);
    case 'file':
      return forFile(snapshot, subject.file);
  }
}

function forComponent(snapshot: Snapshot, component: Component): Suggestion {
  const { id, state, certain, owners, grounds } = component;
  const workOf = (person: PersonId): ToolContent => {
    const work = grounds.familiar.find(each => each.person === person);
    return {
      changes: work?.touches ?? 0,
      lines: component.linesBy.find(each => each.person === person)?.lines ?? null,
      lastChange: work === undefined ? null : day(work.lastTouched),
    };
  };
  return {
    subject: { kind: 'component', component: id, state, certain },
    sentence: `${quoted(id)} is ${stateWords(component)}`,
    owners: owners.map(({ person, share }): Suggested => {
      const work = grounds.familiar.find(each => each.person === person);
      const reasons: readonly Reason[] = work === undefined ? [] : [touched(work)];
      return { person, knows: 'component', reasons, evidence: { shareOfFiles: part(share), ...workOf(person) } };
    }),
    others: candidateSearch(snapshot)
      .of(component)
      .filter(({ isPasserBy }) => !isPasserBy)
      .map(each => ({ ...each, ...nearness(each, 'component'), evidence: workOf(each.person) })),
  };
}

function forFile(snapshot: Snapshot, file: FileOwnership): Suggestion {
  const { people } = snapshot;
  const owners = fileOwners(file);
  const component = snapshot.components.find(({ id }) => id === file.component);
  // Who is the choice for a single point, then everyone active who knows the file, then its component.
  const chosen = fileBackups(snapshot)(file).map(each => suggestedFor(file, each));
  const familiar = file.knowledge
    .filter(({ person, ownerBy }) => ownerBy.length === 0 && people[person]?.active === true)
    .map(entry => suggestedFor(file, { person: entry.person, reasons: [knows(entry, file)] }));
  const around = component && forComponent(snapshot, component);
  return {
    subject: { kind: 'file', path: file.path, component: file.component, state: file.state, certain: file.certain },
    sentence: `${quoted(file.path)} is ${stateWords(file)}`,
    owners: owners.map(entry => suggestedFor(file, { person: entry.person, reasons: [knows(entry, file)] })),
    others: once(
      [...chosen, ...familiar, ...(around?.owners ?? []), ...(around?.others ?? [])],
      new Set(owners.map(({ person }) => person)),
    ),
  };
}

function forFolder(snapshot: Snapshot, { path, files }: Extract<Subject, { kind: 'folder' }>): Suggestion {
  const all = folderPeople(files, snapshot).filter(({ active }) => active);
  const owners = all.filter(entry => entry.files >= files.length * leastOwned);
  const ids = new Set(files.map(({ component }) => component));
  const around = snapshot.components
    .filter(({ id }) => ids.has(id))
    .flatMap(({ name, grounds }) => grounds.familiar.map(entry => ({ ...entry, component: name })));
  const { load, burden } = surroundingsOf(snapshot.components);
  const found = candidates({
    owners,
    familiar: all,
    nearby: around.sort((a, b) => b.touches - a.touches || a.person - b.person),
    active: snapshot.people.map(({ active }) => active),
    commits: snapshot.people.map(({ commits }) => commits),
    ...{ asOf: snapshot.asOf, load, burden },
  });
  const workOf = (entry: FolderPerson | undefined): ToolContent => ({
    ownsFiles: entry?.files ?? 0,
    changesOfFiles: entry?.touches ?? 0,
    lines: entry?.lines ?? null,
    lastChange: entry === undefined ? null : day(entry.lastTouched),
  });
  return {
    subject: { kind: 'folder', path, files: files.length },
    sentence: `${quoted(path)} has ${wholeNumber(files.length)} files; its owners are the active people who own a fifth of them or more`,
    owners: owners.map(entry => ({
      ...{ person: entry.person, knows: 'folder', reasons: [touched(entry)], evidence: workOf(entry) },
    })),
    others: found
      .filter(({ isPasserBy }) => !isPasserBy)
      .map(each => ({
        ...each,
        ...nearness(each, 'folder'),
        evidence: workOf(all.find(({ person }) => person === each.person)),
      })),
  };
}

/** As for a component: who owns a fifth of its files is one of its owners. */
const leastOwned = 0.2;

/** Only work on the place itself is knowledge of it. */
function nearness({ reasons }: Backup, place: 'file' | 'folder' | 'component'): Pick<Suggested, 'knows'> {
  const here = reasons.some(({ code }) => code === 'touchedHere' || code === 'reviewedHere');
  return { knows: here ? place : 'neighbour' };
}

function suggestedFor(file: FileOwnership, { person, reasons }: Backup): Suggested {
  const entry = file.knowledge.find(each => each.person === person);
  return {
    ...{ person, reasons, knows: entry === undefined ? 'neighbour' : 'file' },
    evidence: {
      changes: entry?.touches ?? 0,
      reviews: entry?.reviews ?? 0,
      lines: entry?.lines ?? null,
      lastChange: entry === undefined ? null : day(entry.lastTouched),
    },
  };
}

function knows({ person, touches, lastTouched, lines, reviews }: FileKnowledge, file: FileOwnership): Reason {
  if (touches > 0) return touched({ person, touches, lastTouched });
  return reviews > 0
    ? { code: 'reviewed', values: { person, reviews } }
    : { code: 'linesBy', values: { person, lines: lines ?? 0, total: file.lines ?? lines ?? 0 } };
}

function touched({ person, touches, lastTouched }: Pick<FileKnowledge, 'person' | 'touches' | 'lastTouched'>): Reason {
  return { code: 'touchedHere', values: { person, touches, date: lastTouched } };
}

/** Each person where they stand first, without those who own it already. */
function once(all: readonly Suggested[], owners: ReadonlySet<PersonId>): readonly Suggested[] {
  const seen = new Set(owners);
  return all.filter(({ person }) => {
    const isNew = !seen.has(person);
    seen.add(person);
    return isNew;
  });
}

import type { Component, FileKnowledge, FileOwnership, Snapshot } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { coverageText } from '../report/coverageText';
import { day } from '../report/numbers';
import { singlePointComponents, componentSentence as situationOfComponents } from '../report/singlePoints';
import { evidenceText, truckFactorMeaning } from '../report/states';
import { plainTranslate } from '../report/translate';
import { alertCoverage } from '../runbooks/alerts/coverage';
import { type Draft, type Listed, listed } from './bounded';
import { percent, wholeNumber } from './englishNumbers';
import { folderPeople } from './folderPeople';
import { quoted } from './quoted';
import type { Subject } from './subject';
import {
  componentBrief,
  componentSentence,
  heading,
  limitLines,
  moreLine,
  nameIn,
  part,
  repositoryName,
  stateWords,
} from './telling';
import type { ToolContent } from './tool';

/** Who knows a file, a folder, a component or all of it, and what depends on one person or on nobody there. */
export function ownershipRisk(snapshot: Snapshot, subject: Subject, most: number): Draft {
  switch (subject.kind) {
    case 'repository':
      return repositoryRisk(snapshot, most);
    case 'component':
      return componentRisk(snapshot, subject.component, most);
    case 'folder':
      return folderRisk(snapshot, subject, most);
    case 'file':
      return fileRisk(snapshot, subject.file, most);
  }
}

function repositoryRisk(snapshot: Snapshot, most: number): Draft {
  const points = singlePointComponents(snapshot);
  const { value } = snapshot.truckFactor.combined;
  const shown = points.slice(0, most);
  const files = fileStates(snapshot.files);
  return {
    text: [
      `${quoted(repositoryName(snapshot))}: ${situationOfComponents(snapshot, plainTranslate)}`,
      value === null
        ? 'No truck factor can be given.'
        : `Truck factor ${wholeNumber(value)}: ${truckFactorMeaning(plainTranslate)}.`,
      `Of its files ${wholeNumber(files.sole)} are known by one person, ${wholeNumber(files.orphaned)} by nobody active, ${wholeNumber(files.shared)} are shared, of ${wholeNumber(files.unknown)} it is not known.`,
      ...shown.map((component, place) => `${place + 1}. ${componentSentence(component, snapshot)}`),
      ...moreLine(points.length - shown.length, 'of lower risk'),
      ...limitLines(snapshot, most),
    ],
    content: {
      ...heading(snapshot, most),
      subject: { kind: 'repository', components: snapshot.components.length, files },
      truckFactor: value,
      singlePoints: listed(points, most, component => componentBrief(component, snapshot, most)),
    },
  };
}

function componentRisk(snapshot: Snapshot, component: Component, most: number): Draft {
  const { people } = snapshot;
  const files = snapshot.files.filter(file => file.component === component.id);
  const coverage = alertCoverage(snapshot.alerts, snapshot.runbooks).find(each => each.component === component.id);
  const alerts = coverage === undefined ? null : coverageText(coverage, plainTranslate);
  const others = component.knowledge.filter(({ person }) => !component.owners.some(each => each.person === person));
  const runbooks = snapshot.runbooks.filter(({ path }) => component.runbooks.includes(path));
  return {
    text: [
      componentSentence(component, snapshot),
      others.length === 0
        ? 'Nobody else knows any of it.'
        : `Others who know some of it: ${others
            .slice(0, most)
            .map(({ person }) => `${nameIn(snapshot, person)}${people[person]?.active === true ? '' : ' (not active)'}`)
            .join(', ')}.`,
      runbooks.length === 0
        ? 'It has no runbook.'
        : `Runbooks: ${runbooks
            .slice(0, most)
            .map(({ path }) => path)
            .join(', ')}.`,
      ...(alerts === null ? [] : [`${alerts}.`]),
      ...limitLines(snapshot, most),
    ],
    content: {
      ...heading(snapshot, most),
      subject: { ...componentBrief(component, snapshot, most), kind: 'component', componentKind: component.kind },
      truckFactor: component.truckFactors.combined,
      fileStates: fileStates(files),
      people: listed(component.knowledge, most, ({ person, share }) => ({
        name: nameIn(snapshot, person),
        active: people[person]?.active === true,
        share: part(share),
        lines: component.linesBy.find(each => each.person === person)?.lines ?? null,
      })),
      riskiestFiles: riskiestFiles(snapshot, files, most),
      runbooks: listed(runbooks, most, ({ path, type, authors, findings }) => ({
        path,
        type,
        authors: authors.slice(0, 3).map(({ person }) => nameIn(snapshot, person)),
        findings: findings.length,
      })),
      alerts,
    },
  };
}

/** Whose it is is told of a folder inside one component; of a wider one by component, so that nobody's work is added up. */
function folderRisk(snapshot: Snapshot, { path, files }: Extract<Subject, { kind: 'folder' }>, most: number): Draft {
  const states = fileStates(files);
  const ids = new Set(files.map(({ component }) => component));
  const components = snapshot.components.filter(({ id }) => ids.has(id));
  const people = ids.size > 1 ? [] : folderPeople(files, snapshot);
  const owning = people
    .filter(({ files: owned }) => owned > 0)
    .slice(0, most)
    .map(({ person, files: owned }) => `${nameIn(snapshot, person)} (${percent(owned / files.length)} of the files)`);
  return {
    text: [
      `Of the ${wholeNumber(files.length)} files in ${quoted(path)} ${wholeNumber(states.sole)} are known by one person, ${wholeNumber(states.orphaned)} by nobody active, ${wholeNumber(states.shared)} are shared, of ${wholeNumber(states.unknown)} it is not known.`,
      ...(owning.length === 0 ? [] : [`Owners there: ${owning.join(', ')}.`]),
      ...components.slice(0, most).map(component => componentSentence(component, snapshot)),
      ...moreLine(components.length - most, 'components'),
      ...limitLines(snapshot, most),
    ],
    content: {
      ...heading(snapshot, most),
      subject: { kind: 'folder', path, files: states },
      people: listed(people, most, ({ person, active, files: owned, lines, lastTouched }) => ({
        name: nameIn(snapshot, person),
        active,
        shareOfFiles: part(owned / files.length),
        lines,
        lastChange: day(lastTouched),
      })),
      components: listed(components, most, component => componentBrief(component, snapshot, Math.min(most, 2))),
      riskiestFiles: riskiestFiles(snapshot, files, most),
    },
  };
}

function fileRisk(snapshot: Snapshot, file: FileOwnership, most: number): Draft {
  const owners = fileOwners(file);
  const others = file.knowledge.filter(({ ownerBy }) => ownerBy.length === 0);
  const component = snapshot.components.find(({ id }) => id === file.component);
  const sentence = (entry: FileKnowledge): string =>
    `${nameIn(snapshot, entry.person)}: ${wholeNumber(entry.touches)} changes${
      entry.lines === null ? '' : `, ${wholeNumber(entry.lines)} of the lines that stand`
    }, last on ${day(entry.lastTouched) ?? 'an unknown day'}${
      entry.ownerBy.length === 0 ? '' : `; owner by ${evidenceText(entry.ownerBy, plainTranslate)}`
    }`;
  return {
    text: [
      `${quoted(file.path)} is ${stateWords(file)}.`,
      ...owners.slice(0, most).map(owner => `${sentence(owner)}.`),
      ...others.slice(0, most).map(other => `Not an owner, but knows some of it: ${sentence(other)}.`),
      ...(component === undefined ? [] : [`It belongs to a component: ${componentSentence(component, snapshot)}`]),
      ...limitLines(snapshot, most),
    ],
    content: {
      ...heading(snapshot, most),
      subject: {
        kind: 'file',
        path: file.path,
        component: file.component,
        state: file.state,
        certain: file.certain,
        lines: file.lines,
        changes: file.touches,
        lastChange: day(file.lastTouched),
      },
      people: listed(file.knowledge, most, entry => ({
        name: nameIn(snapshot, entry.person),
        active: snapshot.people[entry.person]?.active === true,
        owner: entry.ownerBy.length > 0,
        ownerBy: entry.ownerBy,
        share: part(entry.share),
        changes: entry.touches,
        reviews: entry.reviews,
        lines: entry.lines,
        lastChange: day(entry.lastTouched),
      })),
      blocksKnownByNobodyActive: file.orphanedBlocks.map(({ person, line, lines }) => ({
        line,
        lines,
        author: nameIn(snapshot, person),
      })),
      componentOfFile: component === undefined ? null : componentBrief(component, snapshot, Math.min(most, 2)),
    },
  };
}

const gravity = { orphaned: 0, sole: 1, unknown: 2, shared: 3 } as const;

/** Files that nobody active or one person knows, the longest first. */
function riskiestFiles(snapshot: Snapshot, files: readonly FileOwnership[], most: number): Listed<ToolContent> {
  const risky = files
    .filter(({ state }) => state === 'orphaned' || state === 'sole')
    .sort(
      (a, b) =>
        gravity[a.state] - gravity[b.state] ||
        (b.lines ?? 0) - (a.lines ?? 0) ||
        b.touches - a.touches ||
        (a.path < b.path ? -1 : 1),
    );
  return listed(risky, Math.min(most, 5), file => ({
    path: file.path,
    state: file.state,
    owner: fileOwners(file)
      .slice(0, 1)
      .map(({ person }) => nameIn(snapshot, person))
      .join(''),
    lines: file.lines,
  }));
}

function fileStates(files: readonly FileOwnership[]): Record<FileOwnership['state'], number> {
  const counts = { sole: 0, orphaned: 0, shared: 0, unknown: 0 };
  for (const { state } of files) counts[state]++;
  return counts;
}

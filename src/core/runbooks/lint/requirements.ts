import { toString as textOf } from 'mdast-util-to-string';
import type { RunbookType } from '../../model';
import type { SectionId } from '../sections';
import { labelsOf } from './pageLabels';
import { countWords, outlineOf } from './pageSections';
import type { LintPage } from './rule';

/** A question that pages of a type answer. */
export interface Requirement {
  /** Names the question in messages, and the heading that would answer it. */
  readonly section: SectionId;
  /** Sections that answer it as well. */
  readonly or: readonly SectionId[];
  /** Whether the page answers it without a heading. */
  readonly shownBy?: (page: LintPage) => boolean;
  /** Without the answer the page is of no use; others are what a reader would like to find. */
  readonly necessary: boolean;
}

/** What an alert means, wherever it is said. */
const meaning =
  /\balert\b[^.]{0,40}\b(?:means?|fires|fired|raised|triggered|triggers|indicates?|monitors?|checks?)\b|\bmeans that\b/i;

/** What is lost while it lasts, wherever it is said. */
const harm =
  /\bimpact(?:ed|s)?\b|\b(?:users?|customers?|clients?|requests?|apps?|applications?|services?|e-?mails?|jobs?|pods?|data)\b[^.]{0,60}\b(?:not be able|unable|cannot|can't|won't|will (?:not|stop|fail|be (?:lost|delayed|unavailable))|unavailable|lost|delay(?:ed|s)?|slow(?:er)?|degraded|stop(?:s|ped)? working)\b|\b(?:outage|downtime|data loss|delay in)\b/i;

/** Whether a page begins with prose that says what it is about. */
function isIntroduced(page: LintPage): boolean {
  const { introduction } = outlineOf(page);
  return introduction.some(node => node.type !== 'code' && countWords(textOf(node)) >= 5);
}

/** Whether there is something to do on a page, whatever its headings are: steps, commands, a list. */
function hasSteps({ document: { steps, code, listItems } }: LintPage): boolean {
  return steps >= 2 || code.length > 0 || listItems >= 3;
}

/** The least that a how-to is: a step, a command, a link, or a few sentences. */
function saysHow(page: LintPage): boolean {
  const { steps, code, links, listItems, tree, words } = page.document;
  return tree === null || steps + code.length + links.length + listItems > 0 || words >= 15;
}

const closing =
  /\b(?:verif|validat|resol(?:ve|ution)|post-?\s?(?:incident|mortem)|lessons|after the (?:incident|event)|clos(?:e|ing|ure))/i;

/** Whether an incident has an end on the page: a heading about what shows that it is over, or what is learned of it. */
function isClosed({ document: { headings } }: LintPage): boolean {
  return headings.some(({ text }) => closing.test(text));
}

const toDo: Requirement = {
  section: 'mitigation',
  or: ['diagnosis', 'rollback', 'backupDr', 'verification', 'automation'],
  shownBy: hasSteps,
  necessary: true,
};

const recommended = (section: SectionId, or: readonly SectionId[], shownBy?: Requirement['shownBy']): Requirement => ({
  section,
  or,
  ...(shownBy === undefined ? {} : { shownBy }),
  necessary: false,
});

/**
 * What pages of each type are asked for; owner, escalation and review have rules of their own. Only a third of the
 * headings of public runbooks has a known name, so that a question counts as answered by any section near it or by what
 * the page shows, and a how-to is asked for nothing but to say how.
 */
export const requirements: Readonly<Record<RunbookType, readonly Requirement[]>> = {
  alert: [
    toDo,
    recommended('trigger', ['overview'], page => isIntroduced(page) || meaning.test(page.text)),
    recommended('impact', ['sloSla'], page => harm.test(page.text)),
    // A page that tells how to look into it, and no more, leaves the reader alone with what is found.
    recommended(
      'mitigation',
      ['rollback', 'backupDr', 'automation', 'escalation', 'contacts', 'owner'],
      hasNoDiagnosis,
    ),
  ],
  procedure: [{ section: 'mitigation', or: [], shownBy: saysHow, necessary: true }],
  service: [
    { ...toDo, or: [...toDo.or, 'monitoring', 'deployment', 'configSecrets'] },
    recommended('overview', ['architecture', 'trigger'], isIntroduced),
    recommended('architecture', ['configSecrets', 'references']),
    recommended('deployment', ['rollback', 'automation']),
    recommended('monitoring', ['diagnosis', 'sloSla']),
    recommended('rollback', ['backupDr']),
  ],
  playbook: [
    toDo,
    recommended('trigger', ['overview', 'diagnosis'], isIntroduced),
    recommended('impact', ['sloSla']),
    recommended('communication', ['escalation', 'contacts', 'owner']),
    recommended('verification', ['review'], isClosed),
  ],
  hub: [],
  record: [],
};

function hasNoDiagnosis(page: LintPage): boolean {
  return !outlineOf(page).sections.some(({ id }) => id === 'diagnosis');
}

const farewell =
  /\b(?:deprecated|moved|redirect(?:s|ed)?|obsolete|retired|removed|renamed|replaced|superseded|merged|no longer)\b/i;

/** Whether a page only leads elsewhere or says that it is over: a few words without commands. */
export function isNotice(page: LintPage): boolean {
  const { words, code, links, listItems, title, tree } = page.document;
  if (words > 40 || code.length > 0 || listItems > 2 || outlineOf(page).sections.length > 0) return false;
  return farewell.test(title) || (links.length > 0 && words > 0) || (tree !== null && farewell.test(textOf(tree)));
}

/**
 * The questions of its type that a page does not answer, in the order of the template; `sections`: those that count. None
 * where a fence hides the rest of the page, which may answer them.
 */
export function unanswered(page: LintPage, sections = outlineOf(page).sections): readonly Requirement[] {
  if (isNotice(page) || page.document.unclosedFence !== null) return [];
  const present = new Set([
    ...sections.flatMap(({ heading, id }) => [id, ...sectionsWithin(heading, page)]),
    ...labelsOf(page).map(page.sections),
  ]);
  const open = requirements[page.type].filter(
    ({ section, or, shownBy }) =>
      ![section, ...or].some(id => present.has(id)) && !(shownBy?.(page) ?? false) && page.document.tree !== null,
  );
  return open.filter((each, at) => open.findIndex(({ section }) => section === each.section) === at);
}

/** `Diagnosis and mitigation` opens two. */
function sectionsWithin(heading: string, { sections }: LintPage): readonly (SectionId | null)[] {
  const parts = heading.slice(0, 200).split(/ (?:and|und|et|y|e|и|or) |[/&,+、和と]/iu);
  return parts.length > 1 ? parts.slice(0, 6).map(sections) : [];
}

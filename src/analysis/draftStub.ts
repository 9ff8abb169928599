import { folderOf } from '../core/components/repositoryPath';
import { commitFlag } from '../core/history/history';
import type { Component, Runbook } from '../core/model';
import { reasonText } from '../core/report/reasons';
import { plainTranslate } from '../core/report/translate';
import { isMarkdownPath } from '../core/runbooks/markdownPath';
import { collectFacts } from '../core/scaffold/collect';
import type { RepairCommit } from '../core/scaffold/fact';
import { factSources } from '../core/scaffold/sources';
import { writeStub } from '../core/scaffold/stub';
import { type StubType, usualType } from '../core/scaffold/stubMaterial';
import { usualStubPath } from '../core/scaffold/stubPath';
import { commitSubjects } from '../git/questions';
import { type Analysed, componentIn } from './analysed';
import { draftAlertStub } from './draftAlertStub';
import { draftedPage } from './draftedPage';
import type { ComponentStubRequest, StubDraft, StubRequest } from './protocol';

/** So many repairs are looked at, the newest; those taken back again are not told. */
const listedRepairs = 60;

/** Drafts a runbook for a component or an alert of what was analysed, from the repository as it is now. */
export function draftStub(analysed: Analysed, request: StubRequest, signal: AbortSignal): Promise<StubDraft> {
  return 'alert' in request ? draftAlertStub(analysed, request, signal) : draftComponentStub(analysed, request, signal);
}

async function draftComponentStub(
  analysed: Analysed,
  request: ComponentStubRequest,
  signal: AbortSignal,
): Promise<StubDraft> {
  const { snapshot, paths, files } = analysed;
  const component = componentIn(snapshot, request.component);
  const texts = await files.read([...factSources(component, paths)], signal);
  const facts = collectFacts(component, { paths, texts });
  const type = request.type ?? usualType({ component, facts });
  const { people, policy } = snapshot;
  const runbooks = snapshot.runbooks.filter(({ path }) => component.runbooks.includes(path));
  const nameOf = (person: number): string => people[person]?.name ?? '';
  return writeStub({
    component,
    type,
    facts,
    // A draft is there to be committed, and the policy may keep names off pages.
    owners: policy.people ? component.owners.map(({ person }) => ({ name: nameOf(person) })) : [],
    backup:
      component.backup === null || !policy.people
        ? null
        : {
            name: nameOf(component.backup.person),
            reasons: component.backup.reasons.map(reason => reasonText(reason, people, plainTranslate)),
          },
    repairs: await repairsOf(component, analysed, signal),
    runbooks,
    known: new Set(snapshot.runbooks.map(({ path }) => path)),
    general: snapshot.runbooks.filter(runbook => isGeneral(runbook, snapshot.components)),
    paths,
    page: request.page ?? (await pageDraftedBefore(component, analysed, type, runbooks, signal)),
    today: new Date().toISOString().slice(0, 10),
  });
}

/** What is written for no component, or for what sets up all the others, may answer for each. */
function isGeneral({ component }: Runbook, components: readonly Component[]): boolean {
  return component === null || components.find(({ id }) => id === component)?.kind === 'operations';
}

/** Among the component's runbooks and the pages beside where it belongs; the last analysis may not know it yet. */
function pageDraftedBefore(
  component: Component,
  { paths, files }: Analysed,
  type: StubType,
  runbooks: readonly Runbook[],
  signal: AbortSignal,
): Promise<string | null> {
  const usual = usualStubPath({ component, type, paths, runbooks });
  const beside = paths.filter(path => isMarkdownPath(path) && folderOf(path) === folderOf(usual));
  const wanted = { type, component: component.id, title: null };
  return draftedPage(files, [usual, ...component.runbooks, ...beside], wanted, signal);
}

/** The newest commits on the component's files whose subject says that they undo or repair something. */
async function repairsOf(
  component: Component,
  { git, root, snapshot, known: { history } }: Analysed,
  signal: AbortSignal,
): Promise<RepairCommit[]> {
  const own = new Set<number>();
  for (const { path, component: id } of snapshot.files) {
    if (id === component.id) {
      own.add(history.indexOfPath(path));
    }
  }
  const commits: { sha: string; date: number }[] = [];
  for (let commit = 0; commit < history.commitCount; commit++) {
    if ((history.flags.at(commit) & commitFlag.repair) === 0) {
      continue;
    }
    for (let at = history.changeEnds.startOf(commit); at < history.changeEnds.at(commit); at++) {
      if (own.has(history.changePaths.at(at))) {
        commits.push({ sha: history.shaOf(commit), date: history.authorTimes.at(commit) });
        break;
      }
    }
  }
  const newest = commits.sort((a, b) => b.date - a.date).slice(0, listedRepairs);
  const subjects = await commitSubjects(
    git,
    root,
    newest.map(({ sha }) => sha),
    signal,
  );
  return newest.map(({ sha, date }) => ({ sha, date, subject: subjects.get(sha) ?? '' }));
}

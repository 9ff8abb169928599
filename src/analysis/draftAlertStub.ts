import type { AlertState } from '../core/alertState';
import { folderOf } from '../core/components/repositoryPath';
import type { Component } from '../core/model';
import { reasonText } from '../core/report/reasons';
import { plainTranslate } from '../core/report/translate';
import { alertsOfFile } from '../core/runbooks/alerts/readAlerts';
import { isMarkdownPath } from '../core/runbooks/markdownPath';
import { writeAlertStub } from '../core/scaffold/alertStub';
import { collectFacts } from '../core/scaffold/collect';
import { factSources } from '../core/scaffold/sources';
import { alertStubPath, runbookFolder } from '../core/scaffold/stubPath';
import { GitError } from '../git/errors';
import type { Analysed } from './analysed';
import { draftedPage } from './draftedPage';
import type { AlertStubRequest, StubDraft } from './protocol';

/** Drafts the runbook of an alert of what was analysed, from the file that defines it as it is now. */
export async function draftAlertStub(
  { snapshot, paths, files }: Analysed,
  request: AlertStubRequest,
  signal: AbortSignal,
): Promise<StubDraft> {
  const named = snapshot.alerts.filter(({ name }) => name === request.alert);
  const state = named.find(({ path }) => path === request.file) ?? named[0];
  const text = state && (await files.read([state.path], signal)).get(state.path);
  const alert = state && alertsOfFile(state.path, text ?? '').find(({ name }) => name === state.name);
  if (!state || !alert) throw unknownAlert(request.alert, snapshot.alerts);
  const component = snapshot.components.find(({ id }) => id === state.component) ?? null;
  const nameOf = (person: number): string => snapshot.people[person]?.name ?? '';
  const backup = component?.backup ?? null;
  const folder = runbookFolder(paths.filter(isMarkdownPath));
  const usual = alertStubPath(alert.name, folder, new Set());
  return writeAlertStub({
    alert,
    component,
    facts: await factsOf(component, { paths, files }, signal),
    owners: (component?.owners ?? []).map(({ person }) => ({ name: nameOf(person) })),
    backup: backup && {
      name: nameOf(backup.person),
      reasons: backup.reasons.map(reason => reasonText(reason, snapshot.people, plainTranslate)),
    },
    paths,
    page: await draftedPage(
      files,
      [usual, ...(state.runbook === null ? [] : [state.runbook]), ...paths.filter(path => folderOf(path) === folder)],
      { type: 'alert', component: null, title: alert.name },
      signal,
    ),
    today: new Date().toISOString().slice(0, 10),
  });
}

async function factsOf(
  component: Component | null,
  { paths, files }: Pick<Analysed, 'paths' | 'files'>,
  signal: AbortSignal,
): Promise<ReturnType<typeof collectFacts>> {
  if (component === null) return [];
  const texts = await files.read([...factSources(component, paths)], signal);
  return collectFacts(component, { paths, texts });
}

function unknownAlert(name: string, alerts: readonly AlertState[]): GitError {
  const known = [...new Set(alerts.map(alert => alert.name))].slice(0, 12);
  return known.length === 0
    ? new GitError('failed', 'There is no alert "{name}", and no other either.', { values: { name } })
    : new GitError('failed', 'There is no alert "{name}". Some that there are: {some}.', {
        values: { name, some: known.join(', ') },
      });
}

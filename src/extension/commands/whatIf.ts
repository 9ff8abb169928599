import * as vscode from 'vscode';
import { views } from '../ids';
import { notificationText } from '../notificationText';
import type { RepositoryState } from '../repositoryState';
import { peopleToChoose } from '../simulatedPeople';
import { translate } from '../text';
import type { OwnershipNode } from '../tree/node';
import type { Session } from './command';
import { pickAnalysed } from './pickRepository';

/** What an argument of ours says: whose repository, and who is thought away, by address. */
export interface WhatIfArgument {
  readonly repository: string;
  readonly people: readonly string[];
}

/** Asks who is thought away, and shows what would be; on a row of a person, without that one. */
export async function whatIf({ snapshots, simulations }: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('What If Someone Is Away');
  const given = argumentOf(argument);
  const repository = given === undefined ? await pickAnalysed(snapshots, title) : snapshots.state(given.repository);
  if (repository?.index == null) return;
  const { snapshot } = repository.index;
  if (!snapshot.policy.whatIf) {
    const text = vscode.l10n.t('The settings file of this repository does not allow it (policy: whatIf).');
    void vscode.window.showInformationMessage(notificationText(text));
    return;
  }
  const { key } = repository.folder;
  if (given === undefined) void simulations.rehearse(key);
  const people = given?.people ?? (await pickPeople(repository, chosenIn(key, simulations), title));
  if (people === undefined) return;
  await simulations.start(key, people);
  await vscode.commands.executeCommand(`${views.ownership}.focus`);
}

/** Shows what is again. */
export async function endWhatIf({ simulations }: Session): Promise<void> {
  simulations.end();
}

function chosenIn(key: string, simulations: Session['simulations']): ReadonlySet<string> {
  return new Set(simulations.of(key)?.result.people.map(({ email }) => email));
}

async function pickPeople(
  { index }: RepositoryState,
  chosen: ReadonlySet<string>,
  title: string,
): Promise<readonly string[] | undefined> {
  const choices = index === null ? [] : peopleToChoose(index.snapshot, translate);
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nobody is active in this repository.'));
    return undefined;
  }
  const items = choices.map(({ name, email }) => ({ label: name, email, picked: chosen.has(email) }));
  const placeHolder = vscode.l10n.t('Who is away? It is only shown, nothing is kept.');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked?.map(({ email }) => email);
}

function argumentOf(argument: unknown): WhatIfArgument | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { kind } = argument as Partial<OwnershipNode>;
  if (kind === 'person') {
    const { repository, index, person } = argument as Extract<OwnershipNode, { kind: 'person' }>;
    return { repository: repository.folder.key, people: [index.snapshot.people[person]?.email ?? ''] };
  }
  const { repository, people } = argument as Partial<WhatIfArgument>;
  const isGiven =
    typeof repository === 'string' && Array.isArray(people) && people.every(each => typeof each === 'string');
  return isGiven ? { repository, people } : undefined;
}

import * as vscode from 'vscode';
import type { CommitsAnswer } from '../../analysis/protocol';
import type { CommitBehind, LineBlock } from '../../core/commitsBehind';
import type { Person, PersonId } from '../../core/model';
import { commitPeopleText, subjectText } from '../../core/report/commitText';
import { personName } from '../../core/report/names';
import { moment } from '../../core/report/numbers';
import { printable } from '../../core/report/printable';
import { type Choice, type CommitItem, commitItems, peopleById } from '../commitItems';
import { type CommitsReference, evidenceOfReason, personCalled } from '../evidence';
import { uriOf } from '../snapshots';
import { componentTarget, referenceTo, type Target, targetOf } from '../target';
import { translate } from '../text';
import type { OwnershipNode } from '../tree/node';
import type { Session } from './command';

/** So many commits are listed, and so many blocks of lines: the command line lists the rest. */
const listed = 50;

interface Asked extends Target {
  /** Null: everyone's commits. */
  readonly person: Person | null;
}

/**
 * Lists the commits behind a file or a component, those of one person where the argument names one, and opens what is
 * chosen: the commit, or the file at the lines that stand.
 */
export async function showCommits(session: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Show Commits');
  const target = targetOf(argument, session.snapshots) ?? (await componentTarget(argument, session.snapshots, title));
  if (target === undefined) return;
  const asked = { ...target, person: personAsked(argument, target) };
  const picked = await pick(session, asked, title);
  switch (picked?.choice.kind) {
    case 'commit':
      await openCommit(session, target, picked.choice.commit, picked.answer);
      break;
    case 'lines':
      await openLines(uriOf(target.repository, picked.choice.path), picked.choice.block);
      break;
    case 'file':
      await showCommits(session, fileOfComponent(asked, picked.choice.path));
  }
}

/** A repository whose policy allows no list of what each person knows shows everyone's commits. */
function personAsked(argument: unknown, { index, file, component }: Target): Person | null {
  const { people, policy } = index.snapshot;
  if (!policy.people || typeof argument !== 'object' || argument === null) return null;
  const { kind } = argument as Partial<OwnershipNode>;
  if (kind === 'person') return people[(argument as { readonly person: PersonId }).person] ?? null;
  const { reason, person } = argument as Partial<Extract<OwnershipNode, { kind: 'reason' }>> & CommitsReference;
  const name = kind === 'reason' && reason ? evidenceOfReason(reason, people)?.person : person;
  const knowers = (file?.knowledge ?? component?.knowledge ?? []).map(known => known.person);
  return typeof name === 'string' ? (personCalled(name, knowers, people) ?? null) : null;
}

function fileOfComponent(asked: Asked, path: string): CommitsReference {
  const { people } = asked.index.snapshot;
  const person = asked.person === null ? null : personName(asked.person.id, people, translate);
  return { ...referenceTo(asked), path, person };
}

/** The list is there at once, and filled when the answer is; leaving it takes the question back. */
async function pick(
  session: Session,
  { repository, index, file, component, person }: Asked,
  title: string,
): Promise<{ readonly choice: Choice; readonly answer: CommitsAnswer } | undefined> {
  const subject = file?.path ?? (component === null ? '' : index.labelOf(component));
  const picker = vscode.window.createQuickPick<CommitItem>();
  const abort = new AbortController();
  const chosen = new Promise<Choice | undefined>(resolve => {
    picker.onDidAccept(() => {
      const choice = picker.selectedItems[0]?.choice;
      if (choice !== undefined) resolve(choice);
    });
    picker.onDidHide(() => {
      abort.abort();
      resolve(undefined);
    });
  });
  Object.assign(picker, { title, placeholder: subject, busy: true, matchOnDescription: true, matchOnDetail: true });
  picker.show();
  try {
    const answer = await session.analysis().commits(
      {
        path: repository.folder.uri.fsPath,
        of: file === null ? { component: component?.id ?? '' } : { file: file.path },
        person: person?.email ?? null,
        most: listed,
      },
      abort.signal,
    );
    picker.items = commitItems(answer, subject, person?.id ?? null, file === null ? 'component' : 'file');
    picker.activeItems = picker.items.filter(item => item.choice !== undefined).slice(0, 1);
    picker.busy = false;
    const choice = await chosen;
    return choice && { choice, answer };
  } catch (error) {
    if (abort.signal.aborted) return undefined;
    throw error;
  } finally {
    picker.dispose();
  }
}

/** As VS Code's Git extension shows commits; without it, what is known of this one. */
async function openCommit(
  { repositories, commitDocuments }: Session,
  { repository }: Target,
  commit: CommitBehind,
  answer: CommitsAnswer,
): Promise<void> {
  const { key, uri } = repository.folder;
  const viewCommit = 'git.viewCommit';
  if (repositories.isOpen(key) && (await vscode.commands.getCommands(true)).includes(viewCommit)) {
    await vscode.commands.executeCommand(viewCommit, uri, commit.sha);
    return;
  }
  const paths = commit.files.map(({ path, was }) => printable(was ?? path));
  const lines = [
    subjectText(commit.sha, answer.subjects, translate),
    '',
    commit.sha,
    moment(commit.date) ?? '',
    commitPeopleText(commit, peopleById(answer), translate),
    '',
    ...paths,
  ];
  await commitDocuments.show(commit.sha, `${lines.join('\n')}\n`);
}

async function openLines(uri: vscode.Uri, { line, lines }: LineBlock): Promise<void> {
  const selection = new vscode.Range(line - 1, 0, line + lines - 2, Number.MAX_SAFE_INTEGER);
  await vscode.window.showTextDocument(uri, { selection });
}

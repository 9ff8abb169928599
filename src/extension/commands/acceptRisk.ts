import * as vscode from 'vscode';
import { acceptedLines } from '../acceptedRisks';
import { notificationText } from '../notificationText';
import { componentTarget, targetOf } from '../target';
import type { Session } from './command';
import { proposeEntry } from './proposeEntry';

const secondsOfDay = 86_400_000;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Proposes an entry in the settings file, with a day it ends on, and shows the change before it is made. */
export async function acceptRisk({ snapshots }: Session, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Accept Risk');
  const target = targetOf(argument, snapshots) ?? (await componentTarget(argument, snapshots, title));
  if (target === undefined) return;
  const { file, component, index } = target;
  const name = file?.path ?? (component === null ? '' : index.labelOf(component));
  const until = await askUntil(title, name);
  if (until === undefined) return;
  const why = await vscode.window.showInputBox({
    title,
    prompt: notificationText(
      vscode.l10n.t('Why is it fine that {name} depends on one person until {until}?', { name, until }),
    ),
    placeHolder: vscode.l10n.t('A second person starts in January'),
  });
  if (why === undefined) return;
  // Started on a file it is about that file; the rest of its component stays a risk.
  const subject = component === null || file !== null ? { path: file?.path ?? '' } : { component: component.id };
  const label = vscode.l10n.t('Accept a risk until {until}', { until });
  await proposeEntry(target.repository, 'accepted', acceptedLines({ subject, until, why }), label);
}

async function askUntil(title: string, name: string): Promise<string | undefined> {
  const inDays = (label: string, days: number): { label: string; description: string } => ({
    label,
    description: new Date(Date.now() + days * secondsOfDay).toISOString().slice(0, 10),
  });
  const other = { label: vscode.l10n.t('Another day…'), description: '' };
  const items = [
    inDays(vscode.l10n.t('For a month'), 30),
    inDays(vscode.l10n.t('For three months'), 91),
    inDays(vscode.l10n.t('For half a year'), 182),
    other,
  ];
  const placeHolder = vscode.l10n.t('Accept that {name} is a single point until', { name });
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (picked !== other) return picked?.description;
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The last day, as YYYY-MM-DD'),
    validateInput: value =>
      day.test(value) && !Number.isNaN(Date.parse(value)) ? null : vscode.l10n.t('Write a day as YYYY-MM-DD.'),
  });
}

import * as vscode from 'vscode';
import type { RepositoryState } from '../repositoryState';
import { uriOf } from '../snapshots';
import { targetOf } from '../target';
import type { Session } from './command';
import { pickRepository } from './pickRepository';
import { showUnsavedFile } from './unsavedFile';

const names = ['.single-points.yml', '.single-points.yaml'] as const;

const draft = `# Settings of Single Points for this repository. Everything is optional; remove what you do not need.

# What belongs together, where the folders do not say so.
# components:
#   - name: payments
#     paths: [services/payments/**, deploy/payments/**]
#     criticality: high            # high, normal or low

# Files that count for nothing, besides binary, vendored, generated and lock files.
# exclude: [legacy/**]

# People the history does not describe well.
# people:
#   - name: Ann Example
#     emails: [ann@example.org, ann@old.example.org]
#     left: true                   # or present: true, or bot: true
#   - name: Ben Example
#     away: { from: 2030-01-01, until: 2030-03-31 }
#     teams: [payments]

# Who is in which team; CODEOWNERS names teams, but not who is in them.
# teams:
#   - name: payments
#     people: [Ann Example, ben@example.org, '@cleo']

# Runbooks outside the usual folders.
# runbooks:
#   paths: [operations/**/*.md]

# thresholds:
#   activeDays: 180                # active for so long after a change
#   activityShare: 0.25            # share of the recent changes that makes an owner
#   linesShare: 0.25               # share of the lines that makes an owner
#   halfLifeDays: 365              # after so long a change counts half

# What may be shown of people.
# policy:
#   whatIf: false                  # not what would be if someone were away
#   people: false                  # no list of what each person knows

# Risks that are known and accepted until a day.
# accepted:
#   - component: payments
#     until: 2030-01-31
#     why: A second person starts in January.
`;

/** The settings file of a repository; null when there is none. */
export async function findSettingsFile(repository: RepositoryState): Promise<vscode.Uri | null> {
  for (const name of names) {
    const uri = uriOf(repository, name);
    try {
      await vscode.workspace.fs.stat(uri);
      return uri;
    } catch {
      // Then the other name.
    }
  }
  return null;
}

/** Where the settings file would be. */
export function settingsFilePlace(repository: RepositoryState): vscode.Uri {
  return uriOf(repository, names[0]);
}

/** Opens the settings of a repository; without any, an unsaved draft that explains what can be set. */
export async function openSettingsFile({ snapshots }: Session, argument: unknown): Promise<void> {
  const repository =
    targetOf(argument, snapshots)?.repository ??
    (await pickRepository(snapshots.states, { none: vscode.l10n.t('No repository is open.') }));
  if (repository === undefined) return;
  const file = await findSettingsFile(repository);
  if (file !== null) {
    await vscode.window.showTextDocument(file);
    return;
  }
  const place = settingsFilePlace(repository);
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'untitled' && uri.path === place.path);
  if (open !== undefined) await vscode.window.showTextDocument(open, { preview: false });
  else await showUnsavedFile(place, draft);
}

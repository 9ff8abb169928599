import path from 'node:path';
import { parseSettingsFile, settingsFileNames } from '../core/components/settingsFile';
import { parseIgnoredRevisions } from '../core/history/ignoredRevisions';
import type { Limit } from '../core/model';
import type { AnalysisSettings } from '../core/settings';
import { defaultSettings } from '../core/settings';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { configValue } from '../git/questions';
import { checkedRevision } from '../git/revision';
import { readGit } from '../git/streamGit';
import { fileText } from './fileText';
import type { UserSettings } from './protocol';

/** The list of revisions that own nothing, where a repository keeps one. */
export const ignoreRevisionsFile = '.git-blame-ignore-revs';

/** Files at the root that steer an analysis. */
export const steeringFiles: readonly string[] = [...settingsFileNames, '.mailmap', ignoreRevisionsFile];

/** What steers an analysis, read from the repository and its git configuration. */
export interface Steering {
  readonly settings: AnalysisSettings;
  readonly mailmap: string;
  readonly ignored: ReadonlySet<string>;
  readonly limits: readonly Limit[];
}

/** @param texts of {@link steeringFiles}, by path */
export async function readSteering(
  git: Git,
  root: string,
  texts: ReadonlyMap<string, string>,
  user: UserSettings,
  signal: AbortSignal,
): Promise<Steering> {
  const file = settingsFileNames.find(name => texts.has(name));
  const { settings, problems } =
    file === undefined ? { settings: defaultSettings, problems: [] } : parseSettingsFile(texts.get(file) ?? '');
  const limits = problems.map(
    ({ line, code, values }): Limit => ({
      code: 'settings',
      values: { ...values, path: `${file}:${line}`, problem: code },
    }),
  );
  const [mailmapFile, mailmapBlob, ignoreFile] = await Promise.all([
    configValue(git, root, 'mailmap.file', signal),
    configValue(git, root, 'mailmap.blob', signal),
    configValue(git, root, 'blame.ignoreRevsFile', signal),
  ]);
  // Git reads them in this order, and what comes later wins.
  const mailmap = [
    texts.get('.mailmap') ?? '',
    mailmapBlob === null ? '' : await blobText(git, root, mailmapBlob, signal),
    mailmapFile === null ? '' : await configuredText(root, mailmapFile),
  ].join('\n');
  const ignored = [
    texts.get(ignoreRevisionsFile) ?? '',
    ignoreFile === null ? '' : await configuredText(root, ignoreFile),
  ];
  return {
    settings: withUserSettings(settings, user),
    mailmap,
    ignored: parseIgnoredRevisions(ignored.join('\n')),
    limits,
  };
}

/** The settings of a repository with those of one user laid over them. */
export function withUserSettings(settings: AnalysisSettings, user: UserSettings): AnalysisSettings {
  return {
    ...settings,
    exclude: [...settings.exclude, ...user.exclude],
    runbookPaths: [...settings.runbookPaths, ...user.runbookPaths],
    runbookRules: new Map([...settings.runbookRules, ...user.runbookRules]),
    activeDays: user.activeDays ?? settings.activeDays,
  };
}

/** A configured file that is not there says nothing; git itself only warns. */
function configuredText(root: string, file: string): Promise<string> {
  const home = process.env['HOME'] ?? process.env['USERPROFILE'] ?? '';
  const expanded = file.startsWith('~/') ? path.join(home, file.slice(2)) : path.resolve(root, file);
  return fileText(expanded);
}

async function blobText(git: Git, root: string, blob: string, signal: AbortSignal): Promise<string> {
  try {
    return (await readGit(git, ['cat-file', 'blob', checkedRevision(blob)], { cwd: root, signal })).toString('utf8');
  } catch (error) {
    // A blob that is not there maps nobody; git itself only warns.
    if (error instanceof GitError && error.reason !== 'cancelled' && error.reason !== 'timedOut') {
      return '';
    }
    throw error;
  }
}

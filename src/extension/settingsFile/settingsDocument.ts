import * as vscode from 'vscode';
import { baseName } from '../snapshotIndex';

/** Files with the settings of a repository, wherever they are kept. */
export const settingsDocuments: vscode.DocumentSelector = [
  { pattern: '**/.single-points.yml' },
  { pattern: '**/.single-points.yaml' },
];

export function isSettingsDocument({ uri }: vscode.TextDocument): boolean {
  return /^\.single-points\.ya?ml$/.test(baseName(uri.path)) && uri.scheme !== 'git';
}

/** Whether the YAML extension is there: it reads our schema, and two voices would be one too many. */
export function isYamlExtensionThere(): boolean {
  return vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;
}

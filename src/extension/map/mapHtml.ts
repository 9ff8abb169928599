import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { wordsOfEditor } from '../text';

/** Where what the page loads lies; nothing else may be read by it. */
export function mapResources(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist');
}

/** The page of the map: one script by a nonce, one style sheet by its place, pictures it made itself, and nothing else. */
export function mapHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const folder = mapResources(extensionUri);
  const addressOf = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${wordsOfEditor()?.locale ?? 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${vscode.l10n.t('Knowledge Map')}</title>
<link rel="stylesheet" href="${addressOf('knowledgeMap.style.css')}">
</head>
<body>
<script nonce="${nonce}" src="${addressOf('knowledgeMap.js')}"></script>
</body>
</html>
`;
}

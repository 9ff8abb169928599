import * as vscode from 'vscode';
import { allows, type Schema, schemaAt } from './schema';
import { isYamlExtensionThere, settingsDocuments } from './settingsDocument';
import { keysBeside, type YamlPlace, yamlPlaceAt } from './yamlPlace';

/** Completions and hovers in the settings file of a repository, from its schema; silent beside the YAML extension. */
export function registerSettingsCompletions(extensionUri: vscode.Uri): vscode.Disposable {
  let schema: Promise<Schema> | undefined;
  const read = (): Promise<Schema> => {
    schema ??= readSchema(extensionUri);
    return schema;
  };
  const completions: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      if (isYamlExtensionThere()) return undefined;
      const lines = linesOf(document);
      const { path, key } = yamlPlaceAt(lines, position.line, position.character);
      const root = await read();
      if (key !== null) return valueItems(schemaAt(root, [...path, key]));
      const written = keysBeside(lines, position.line, position.character);
      const around = schemaAt(root, path);
      return Object.keys(around?.properties ?? {})
        .filter(name => !written.has(name))
        .map((name, order) => keyItem(name, order, schemaAt(root, [...path, name]) ?? {}));
    },
  };
  const hovers: vscode.HoverProvider = {
    async provideHover(document, position) {
      const word = document.getWordRangeAtPosition(position, /[\w-]+/);
      if (word === undefined || isYamlExtensionThere()) return undefined;
      const place = yamlPlaceAt(linesOf(document), word.end.line, word.end.character);
      const text = hoverText(await read(), place, document.getText(word));
      return text === null ? undefined : new vscode.Hover(text, word);
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(settingsDocuments, completions, ' ', ':', '{', ','),
    vscode.languages.registerHoverProvider(settingsDocuments, hovers),
  );
}

async function readSchema(extensionUri: vscode.Uri): Promise<Schema> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'media/single-points.schema.json'),
  );
  return JSON.parse(new TextDecoder().decode(bytes)) as Schema;
}

/** The words of the schema are translated like all others; the test of translations collects them from there. */
function described({ description }: Schema): string {
  return description === undefined ? '' : vscode.l10n.t(description);
}

function keyItem(name: string, order: number, schema: Schema): vscode.CompletionItem {
  const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Property);
  item.insertText = new vscode.SnippetString(`${name}:${beginning(schema)}`);
  item.documentation = described(schema);
  item.sortText = String(order).padStart(2, '0');
  return item;
}

/** How the value of a key begins: what is long goes below it. */
function beginning(schema: Schema): string {
  if (allows(schema, 'array') && allows(schema.items ?? {}, 'object')) return '\n  - $0';
  if (allows(schema, 'array')) return ' [$0]';
  return allows(schema, 'object') ? '\n  $0' : ' $0';
}

function valueItems(schema: Schema | undefined): vscode.CompletionItem[] {
  if (schema === undefined) return [];
  const values = schema.enum ?? (allows(schema, 'boolean') ? ['true', 'false'] : []);
  return values.map((value, order) => {
    const item = new vscode.CompletionItem(value, vscode.CompletionItemKind.Value);
    item.documentation = described(schema);
    item.sortText = String(order);
    return item;
  });
}

/** What a key means, with its values and its default; null for a word that is no key. */
function hoverText(root: Schema, { path, key }: YamlPlace, word: string): string | null {
  // With its colon behind the cursor a key is not told from the beginning of one.
  const schema = key === null ? schemaAt(root, [...path, word]) : undefined;
  if (schema === undefined) return null;
  const { enum: values, default: usual } = schema;
  return [
    described(schema),
    values === undefined ? '' : vscode.l10n.t('One of {values}.', { values: values.map(code).join(', ') }),
    usual === undefined ? '' : vscode.l10n.t('Default: {value}.', { value: code(String(usual)) }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function code(value: string): string {
  return `\`${value}\``;
}

function linesOf(document: vscode.TextDocument): readonly string[] {
  return document.getText().split(/\r?\n/);
}

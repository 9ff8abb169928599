import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commitItems } from '../../src/extension/commitItems';
import { hoverMarkdown } from '../../src/extension/explanationMarkdown';
import { explainComponent, explainFile } from '../../src/extension/explanations';
import { commands } from '../../src/extension/ids';
import { SnapshotIndex } from '../../src/extension/snapshotIndex';
import { exampleCommits } from '../unit/report/exampleCommits';
import { exampleSnapshot } from '../unit/report/exampleSnapshot';
import { closeEverything, eventually, git, reference, snapshotWhere } from './opened';

describe('Show Commits', () => {
  before(() => snapshotWhere(({ tier }) => tier === 2));
  afterEach(closeEverything);

  it('opens the newest commit of a component in VS Code, with Enter alone', async () => {
    const paths = ['services/notifications'];
    const sha = await git('log', '-1', '--format=%H', '--', ...paths);
    const command = vscode.commands.executeCommand(commands.showCommits, reference('services/notifications'));
    await press('workbench.action.acceptSelectedQuickOpenItem', () =>
      tabLabels().some(label => label.startsWith(sha.slice(0, 7))),
    );
    await command;
  });

  it('lists commits, what is left out and lines, and shows no address', () => {
    const items = commitItems(exampleCommits(), 'payments/charge.ts', 0, 'file');
    const { Separator } = vscode.QuickPickItemKind;
    assert.deepEqual(
      items.filter(({ kind }) => kind === Separator).map(({ label }) => label),
      ['Commits', 'Left out: one commit (only moved: 1)', 'Lines that stand'],
    );
    assert.deepEqual(
      items.flatMap(({ choice }) => choice?.kind ?? []),
      ['commit', 'commit', 'commit', 'lines', 'lines'],
    );
    assert.ok(items.some(({ label }) => label === '5 more are not listed'));
    assert.doesNotMatch(JSON.stringify(items), /@/);
    const ofComponent = commitItems(exampleCommits(), 'payments', null, 'component');
    assert.deepEqual(ofComponent.at(-1)?.choice, { kind: 'file', path: 'payments/ann-example/charge.ts' });
  });
});

describe('A fact that commits show', () => {
  it('is a link to them in the hover, which names the person and no address', async () => {
    const index = await SnapshotIndex.of(exampleSnapshot(), 1, new AbortController().signal);
    const file = index?.snapshot.files.find(({ knowledge }) => knowledge.length > 0);
    const component = file && index?.componentOf(file);
    assert.ok(index && file && component);
    const explanations = [explainFile(file, file.path, index), explainComponent(component, index)];
    const { value } = hoverMarkdown(explanations, reference(component.id, file.path));
    const links = [...value.matchAll(/command:singlePoints\.showCommits\?([^)]*)\)/g)].map(([, query]) =>
      JSON.parse(decodeURIComponent(query ?? '')),
    );
    const [ofFile] = links.flat();
    assert.deepEqual([ofFile.path, ofFile.person], [file.path, 'Ann Example']);
    assert.ok(
      links.flat().some(({ path, person }) => path === null && person !== undefined),
      'none of the component',
    );
    assert.doesNotMatch(JSON.stringify(links), /@/);
  });
});

/** Presses a key in the list that is open until what it opens is there. */
async function press(key: string, isDone: () => boolean): Promise<void> {
  await eventually('what the list opens', async () => {
    if (isDone()) return true;
    await vscode.commands.executeCommand(key);
    return undefined;
  });
}

function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { stateIn } from '../../src/core/ownership/ownershipColumns';
import { filesAt } from '../../src/core/report/map/mapLevel';
import type { FromMap, ToMap } from '../../src/core/report/map/mapMessages';
import { MapModel, wholeMap } from '../../src/core/report/map/mapModel';
import { internalCommands, panels } from '../../src/extension/ids';
import { pathKey } from '../../src/extension/pathKey';
import { closeEverything, eventually, reference, sampleFolder, snapshotWhere } from './opened';

type Message<K extends ToMap['kind']> = Extract<ToMap, { kind: K }>;

/** A panel whose page is this test. */
class PageOfTest {
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly messages: ToMap[] = [];
  readonly webview = {
    html: '',
    options: {} as vscode.WebviewOptions,
    cspSource: 'https://example.org',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: this.#received.event,
    postMessage: async (message: ToMap) => this.messages.push(message) > 0,
  };
  readonly onDidDispose = this.#disposed.event;
  isDisposed = false;

  reveal(): void {}

  dispose(): void {
    this.isDisposed = true;
    this.#disposed.fire();
  }

  send(message: FromMap): void {
    this.#received.fire(message);
  }

  /** The next message of a kind, of those that came since the last one was taken. */
  next<K extends ToMap['kind']>(kind: K): Promise<Message<K>> {
    return eventually(`a message of the kind ${kind}`, () => {
      const at = this.messages.findIndex(message => message.kind === kind);
      return at < 0 ? undefined : (this.messages.splice(0, at + 1).at(-1) as Message<K>);
    });
  }
}

describe('the knowledge map', () => {
  const pages: PageOfTest[] = [];

  /** As VS Code does after a reload. */
  const restored = async (state: unknown): Promise<PageOfTest> => {
    const panel = new PageOfTest();
    pages.push(panel);
    await vscode.commands.executeCommand(internalCommands.restoreMap, { panel, state });
    return panel;
  };

  before(() => snapshotWhere(({ tier }) => tier === 2));
  after(async () => {
    for (const page of pages) page.dispose();
    await closeEverything();
  });

  it('opens once for a repository, in a panel of its own', async () => {
    const maps = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(panels.knowledgeMap));
    await vscode.commands.executeCommand('singlePoints.showKnowledgeMap');
    await vscode.commands.executeCommand('singlePoints.showKnowledgeMap', reference('payments'));
    await eventually('the panel', () => (maps().length === 1 ? true : undefined));
    assert.match(maps()[0]?.label ?? '', /^Knowledge Map: /);
    await vscode.window.tabGroups.close(maps());
  });

  it('is there again after a reload, and gives its page all files, and why each is as it is', async () => {
    const page = await restored({ repository: pathKey(sampleFolder().fsPath) });
    assert.match(
      page.webview.html,
      /default-src 'none'; script-src 'nonce-[^']{20,}'; style-src https:\/\/example\.org;/,
    );
    assert.doesNotMatch(page.webview.html, /unsafe/);
    assert.deepEqual(
      page.webview.options.localResourceRoots?.map(({ path }) => path.replace(/^.*\//, '')),
      ['dist'],
    );
    page.send({ kind: 'ready' });
    assert.equal((await page.next('start')).repository, pathKey(sampleFolder().fsPath));
    const { columns, ownership, people } = await page.next('map');
    const snapshot = await snapshotWhere(() => true);
    const model = new MapModel(columns);
    assert.deepEqual(
      filesAt(model, wholeMap)
        .map(file => [model.pathOf(file), stateIn(ownership.files, file)])
        .sort(),
      snapshot.files.map(({ path, state }) => [path, state]).sort(),
    );
    assert.ok(people?.some(({ name }) => name === 'Mara Lindqvist'));
    assert.doesNotMatch(JSON.stringify(people), /@/);

    const payments = columns.components.find(({ label }) => label === 'payments');
    page.send({ kind: 'explain', question: 7, component: payments?.id ?? '', path: null });
    const explained = await page.next('explained');
    assert.equal(explained.question, 7);
    assert.match(explained.sentence, /payments is known by one person/);
    page.dispose();
  });

  it('shows what would be as the tree does, and what was', async () => {
    const page = await restored({ repository: pathKey(sampleFolder().fsPath) });
    page.send({ kind: 'ready' });
    const { revision, people, columns, past } = await page.next('map');
    const mara = people?.findIndex(({ name }) => name === 'Mara Lindqvist') ?? -1;
    const payments = columns.components.findIndex(({ label }) => label === 'payments');
    await page.next('simulated');
    page.send({ kind: 'away', revision, people: [mara] });
    const simulated = await page.next('simulated');
    assert.match(simulated.text, /^Simulated: without Mara Lindqvist\./);
    assert.deepEqual(simulated.away, [mara]);
    assert.equal(simulated.ownership && stateIn(simulated.ownership.components, payments), 'orphaned');
    await vscode.commands.executeCommand('singlePoints.endWhatIf');
    assert.equal((await page.next('simulated')).ownership, null);

    const [first = 0] = past;
    page.send({ kind: 'moment', date: first });
    const moment = await page.next('moment');
    assert.equal(moment.date, first);
    assert.equal(moment.ownership.files.states.length, columns.sizes.length);
    page.send({ kind: 'moment', date: 1 });
    assert.match((await page.next('momentFailed')).text, /history has changed/);
    page.dispose();
  });

  it('ends a panel that kept nothing, and takes no message for more than it is', async () => {
    assert.ok((await restored(undefined)).isDisposed);
    const page = await restored({ repository: pathKey(sampleFolder().fsPath) });
    const tabs = (): number => vscode.window.tabGroups.all.flatMap(group => group.tabs).length;
    const before = tabs();
    page.send({ kind: 'open', path: '../../outside' });
    page.send({ kind: 'run' } as unknown as FromMap);
    page.send({ kind: 'ready' });
    await page.next('map');
    assert.equal(tabs(), before);
    page.dispose();
  });
});

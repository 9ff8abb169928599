import * as vscode from 'vscode';
import { type MapColumns, mapColumnsInSteps, mapOwnershipInSteps } from '../../core/report/map/mapColumns';
import { type FromMap, type MapPerson, messageFromMap, type ToMap } from '../../core/report/map/mapMessages';
import type { Session } from '../commands/command';
import { explainComponent, explainFile } from '../explanations';
import type { RepositoryState } from '../repositoryState';
import { type Choice, peopleToChoose } from '../simulatedPeople';
import { inSteps } from '../slices';
import { baseName, type SnapshotIndex } from '../snapshotIndex';
import { uriOf } from '../snapshots';
import { translate, wordsOfEditor } from '../text';
import { simulationText } from '../wording';
import { mapHtml, mapResources } from './mapHtml';
import { savePicture } from './mapPictures';
import type { OpenMap } from './openMaps';
import { PastMaps } from './pastMaps';

/** Of the columns that the page has. */
interface SentMap {
  readonly revision: number;
  readonly columns: MapColumns;
  readonly index: SnapshotIndex;
  readonly choices: readonly Choice[];
}

/** The map of one repository in a panel: answers what its page asks, and tells it what changes. */
export class KnowledgeMap implements OpenMap {
  readonly #panel: vscode.WebviewPanel;
  readonly #repository: string;
  readonly #session: Session;
  readonly #past: PastMaps;
  readonly #subscriptions: vscode.Disposable;
  #sending = new AbortController();
  #sent: SentMap | null = null;
  /** To look at as soon as the page has the map. */
  #component: string | null;

  /**
   * @param panel new or restored; it is this map's from now on
   * @param repository its key; one that is not known yet, after a reload, is waited for
   */
  constructor(panel: vscode.WebviewPanel, repository: string, session: Session, component: string | null) {
    this.#panel = panel;
    this.#repository = repository;
    this.#session = session;
    this.#component = component;
    const { webview } = panel;
    const iconOf = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(session.extensionUri, 'media', `knowledge-map-${theme}.svg`);
    this.#past = new PastMaps(session.analysis, message => this.#post(message));
    this.#subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      session.snapshots.onDidChangeSnapshot(changed => {
        if (changed.folder.key === this.#repository) void this.#sendMap();
      }),
      session.simulations.onDidChange(() => void this.#sendSimulation()),
      panel.onDidDispose(() => this.#ended()),
    );
    session.maps.add(this.#repository, this);
    panel.iconPath = { light: iconOf('light'), dark: iconOf('dark') };
    webview.options = { enableScripts: true, localResourceRoots: [mapResources(session.extensionUri)] };
    webview.html = mapHtml(webview, session.extensionUri);
  }

  show(component: string | null): void {
    const { visible } = this.#panel;
    this.#panel.reveal();
    if (component === null) return;
    this.#component = component;
    // A page that was hidden is made anew, and asks for the map first.
    if (visible && this.#sent !== null) this.#look();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #ended(): void {
    this.#sending.abort();
    this.#past.cancel();
    this.#subscriptions.dispose();
    this.#session.maps.remove(this.#repository);
  }

  get #state(): RepositoryState | undefined {
    return this.#session.snapshots.state(this.#repository);
  }

  #post(message: ToMap): void {
    void this.#panel.webview.postMessage(message);
  }

  #take(value: unknown): void {
    const message = messageFromMap(value);
    if (message === null) return;
    switch (message.kind) {
      case 'ready':
        this.#start();
        break;
      case 'open':
        void this.#open(message.path);
        break;
      case 'follow':
        if (this.#state !== undefined) void this.#session.view.follow(this.#state, message.component);
        break;
      case 'explain':
        this.#explain(message);
        break;
      case 'away':
        this.#think(message);
        break;
      case 'moment':
        this.#lookBack(message.date);
        break;
      case 'cancelMoment':
        this.#past.cancel();
        break;
      case 'save':
        if (this.#state !== undefined) void savePicture(message, this.#state);
        break;
    }
  }

  /** A page that is there anew has nothing. */
  #start(): void {
    this.#sent = null;
    this.#post({ kind: 'start', repository: this.#repository, words: wordsOfEditor() });
    void this.#sendMap();
  }

  async #sendMap(): Promise<void> {
    const { index = null, folder } = this.#state ?? {};
    if (index === null || folder === undefined) {
      const text = vscode.l10n.t('This repository has not been analysed yet. The map appears when it is.');
      this.#post({ kind: 'nothing', text });
      return;
    }
    this.#sending.abort();
    const sending = new AbortController();
    this.#sending = sending;
    const { snapshot, revision } = index;
    const columns = await inSteps(mapColumnsInSteps(snapshot), sending.signal);
    const ownership = await inSteps(mapOwnershipInSteps(snapshot, snapshot.components), sending.signal);
    if (columns === null || ownership === null || sending.signal.aborted) return;
    const choices = peopleToChoose(snapshot, translate);
    if (snapshot !== this.#sent?.index.snapshot) this.#past.forget();
    this.#sent = { revision, columns, index, choices };
    const people = snapshot.policy.whatIf ? choices.map(({ name }): MapPerson => ({ name, away: false })) : null;
    const past = snapshot.past.slice(0, -1).map(({ date }) => date);
    const name = baseName(folder.uri.path);
    this.#post({ kind: 'map', revision, name, columns, ownership, people, past });
    await this.#sendSimulation();
    this.#look();
  }

  /** What would be, on the files of the map; a simulation of an older Snapshot is followed by its own. */
  async #sendSimulation(): Promise<void> {
    const { signal } = this.#sending;
    const sent = this.#sent;
    const simulation = this.#session.simulations.of(this.#repository);
    if (sent === null) return;
    if (simulation === undefined) {
      this.#post({ kind: 'simulated', ownership: null, text: '', away: [] });
      return;
    }
    const { index, result } = simulation;
    if (result.before !== sent.index.snapshot) return;
    const components = sent.columns.components.map(({ id }) => index.component(id));
    const ownership = await inSteps(mapOwnershipInSteps(index.snapshot, components), signal);
    if (ownership === null || signal.aborted || this.#session.simulations.of(this.#repository) !== simulation) return;
    const gone = new Set(result.people.map(({ email }) => email));
    const away = sent.choices.flatMap(({ email }, at) => (gone.has(email) ? [at] : []));
    this.#post({ kind: 'simulated', ownership, text: simulationText(result, translate), away });
  }

  #lookBack(date: number): void {
    const path = this.#state?.folder.uri.fsPath;
    if (path !== undefined && this.#sent !== null) void this.#past.lookAt(path, date, this.#sent.columns);
  }

  #look(): void {
    if (this.#component !== null) this.#post({ kind: 'look', component: this.#component });
    this.#component = null;
  }

  #think({ revision, people }: Extract<FromMap, { kind: 'away' }>): void {
    // A list that is not the page's any more would mean others.
    if (this.#sent?.revision !== revision) return;
    const { choices } = this.#sent;
    const emails = people.flatMap(at => choices[at]?.email ?? []);
    void this.#session.simulations.start(this.#repository, emails);
  }

  /** Beside, so that the map stays in sight. */
  async #open(path: string): Promise<void> {
    const state = this.#state;
    if (state?.index?.file(path) === undefined) return;
    await vscode.commands.executeCommand('vscode.open', uriOf(state, path), vscode.ViewColumn.Beside);
  }

  #explain({ question, component, path }: Extract<FromMap, { kind: 'explain' }>): void {
    const index = this.#session.simulations.of(this.#repository)?.index ?? this.#state?.index;
    const file = path === null ? undefined : index?.file(path);
    const part = component === null ? undefined : index?.component(component);
    if (index == null) return;
    const explained = file
      ? explainFile(file, baseName(file.path), index)
      : part === undefined
        ? null
        : explainComponent(part, index);
    if (explained === null) return;
    const facts = explained.facts.map(fact => (typeof fact === 'string' ? fact : fact.text));
    this.#post({ kind: 'explained', question, sentence: explained.sentence, facts });
  }
}

// Drives VS Code's real workbench in headless Chromium, with the extension installed as a person would have it: no
// test driver, so that notifications show. Bundled for Node; started from the project's folder.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../support/host/chromium.mjs';
import { installExtension, type Server, startServer } from '../../support/host/server.mjs';
import { QuickInput } from './quickInput';
import { appears, until } from './until';

const root = process.cwd();

const themes = {
  dark: { name: 'Dark 2026', kind: 'vs-dark' },
  light: { name: 'Light 2026', kind: 'vs' },
  'high contrast': { name: 'Dark High Contrast', kind: 'hc-black' },
  'high contrast light': { name: 'Light High Contrast', kind: 'hc-light' },
} as const;

export interface WorkbenchOptions {
  /** Folder or `.code-workspace` file; without one the window is empty. */
  readonly open?: string;
  /** User settings above the quiet ones of the host. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the folder is trusted; if not, the window is in Restricted Mode and asks nothing. */
  readonly trusted?: boolean;
  /** The display language of extensions, as `de`; VS Code's own words stay English without its language pack. */
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A running workbench. `close()` ends its browser and server. */
export class Workbench {
  readonly quick: QuickInput;

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly scratch: string,
  ) {
    this.quick = new QuickInput(page);
  }

  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { open, settings = {}, trusted = true, width = 1400, height = 900 } = options;
    const scratch = mkdtempSync(path.join(tmpdir(), 'single-points-ui-'));
    let server: Server | undefined;
    let browser: Browser | undefined;
    try {
      const extensionsFolder = path.join(scratch, 'extensions');
      installExtension(root, extensionsFolder);
      server = await startServer({
        root,
        dataFolder: scratch,
        extensionsFolder,
        settings: {
          'workbench.colorTheme': themes.dark.name,
          'workbench.reduceMotion': 'on',
          'security.workspace.trust.startupPrompt': 'never',
          // A view that is drawn anew takes the focus; what is being typed into must outlive that on a slow machine.
          'workbench.quickOpen.closeOnFocusLost': false,
          // A window over the others would hide what a picture is of.
          'workbench.editor.useModal': 'off',
          ...settings,
        },
        args: trusted ? ['--disable-workspace-trust'] : [],
      });
      browser = await launchChromium();
      const context = await browser.newContext({ viewport: { width, height } });
      if (options.language !== undefined) {
        // The workbench's own script writes it too, and must not.
        const value = JSON.stringify(options.language);
        await context.addInitScript(
          `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${value}, set: () => {} });`,
        );
      }
      const page = await context.newPage();
      const workbench = new Workbench(page, browser, server, scratch);
      await workbench.openWindow(open);
      return workbench;
    } catch (error) {
      await browser?.close();
      await server?.stop();
      rmSync(scratch, { recursive: true, force: true });
      throw error;
    }
  }

  /** Opens a folder, a workspace or nothing in the window, in place of what it had. */
  async openWindow(open: string | undefined): Promise<void> {
    const opened =
      open === undefined ? { ew: 'true' } : { [open.endsWith('.code-workspace') ? 'workspace' : 'folder']: open };
    await this.page.goto(this.server.address(opened), { timeout: 60_000 });
    await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
    // Drawn once the remote extension host has answered; before it, commands of extensions are not there.
    await this.page.locator('.statusbar-item[id="status.host"]').waitFor();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Shows a view container by its title in the activity bar. */
  async openView(title: string): Promise<void> {
    const item = this.page.locator(`.activitybar li.action-item:has(a.action-label[aria-label^="${title}"])`);
    await until(this.page.locator('.sidebar .composite.title', { hasText: new RegExp(title, 'i') }), async () => {
      // A click on what is shown would hide it.
      if ((await item.getAttribute('aria-selected')) !== 'true') await item.click();
    });
  }

  /** The pane of one view in the side bar, by its title. */
  view(title: string): Locator {
    return this.page.locator('.sidebar .pane', { has: this.page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** Folds a view, so that those above it have its place; unfolded, it has as much as before. */
  async foldView(title: string): Promise<void> {
    const header = this.view(title).locator('.pane-header');
    await until(this.view(title).locator('.pane-header[aria-expanded="false"]'), async () => {
      if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
    });
  }

  /** The accessible names of the rows drawn now in a view, or in all views. Lists draw only what is in sight. */
  async rows(view?: string): Promise<string[]> {
    const scope = view === undefined ? this.page.locator('.sidebar') : this.view(view);
    const labels = await scope
      .locator('.pane-body .monaco-list-row')
      .evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? row.textContent ?? ''));
    return labels.map(label => label.trim());
  }

  /** The first row whose accessible name contains the text. */
  row(text: string): Locator {
    return this.page.locator(`.pane-body .monaco-list-row[aria-label*=${JSON.stringify(text)}]`).first();
  }

  /** The row that contains the text, which is looked for along the views where it is out of sight. */
  async reveal(text: string): Promise<Locator> {
    const row = this.row(text);
    for (let round = 0; round < 4; round++) {
      if (await appears(row, 3_000)) return row;
      for (const list of await this.page.locator('.sidebar .pane-body .monaco-list:visible').all()) {
        await list.hover();
        await this.page.mouse.wheel(0, -100_000);
        for (let down = 0; down < 40 && !(await appears(row, 250)); down++) await this.page.mouse.wheel(0, 200);
      }
    }
    await row.waitFor();
    return row;
  }

  /** Rests the mouse on something and resolves with the whole text of the hover that holds the text expected. */
  async hover(target: Locator, expected: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: expected }).last();
    // The hover of where the mouse was before may come late and stay; leaving and coming again ends it.
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.page.mouse.move(0, 0, { steps: 5 });
      await target.hover();
      if (await appears(hover, 3_000)) return (await hover.allInnerTexts()).join('\n').trim();
    }
    throw new Error(`No hover says "${expected}".`);
  }

  /** Opens a file of the folder by its path and waits for its editor. */
  async openFile(file: string): Promise<void> {
    await this.quick.open('Search files by name', 'Control+P');
    await this.quick.pick(file, path.basename(file));
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by the title the palette shows, with its category: `Single Points: Refresh`. */
  async runCommand(title: string): Promise<void> {
    await this.openPalette();
    await this.quick.pick(`>${title}`, title);
  }

  async openPalette(): Promise<void> {
    await this.quick.open('Type the name of a command to run', 'F1');
  }

  /** A status bar item by a part of its id, which holds the extension's and its own. */
  statusItem(id: string): Locator {
    return this.page.locator(`.statusbar-item[id*="${id}"]`);
  }

  /** The document inside the webview in front. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  }

  async waitForText(text: string | RegExp, timeout = 30_000): Promise<void> {
    await this.page.getByText(text).first().waitFor({ timeout });
  }

  /** Chooses a theme as a person does. */
  async useTheme(theme: keyof typeof themes): Promise<void> {
    const { name, kind } = themes[theme];
    await this.quick.open('Color Theme', 'Control+K', 'Control+T');
    await this.quick.pick(name, name);
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Reloads the window as soon as the workbench has stored a text; what comes late is lost with the old page. */
  async reloadWithStored(text: string): Promise<void> {
    const end = Date.now() + 30_000;
    while (!(await this.page.evaluate<string>(storedNow)).includes(text)) {
      if (Date.now() > end) throw new Error(`The workbench does not store ${text}.`);
      await this.page.waitForTimeout(100);
    }
    await this.page.reload();
  }

  /** Takes a picture into `out/screenshots/`. */
  async screenshot(name: string): Promise<string> {
    const file = pictureFile(name);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** Takes a picture of a page on disk, as a browser shows it from one of its sections on. */
  async pictureOf(file: string, name: string, section: string): Promise<void> {
    const page = await this.page.context().newPage();
    await page.goto(`${pathToFileURL(file).href}#${section}`);
    await page.screenshot({ path: pictureFile(name) });
    await page.close();
  }
}

/** All that the workbench has stored in the browser, without escapes. It begins to store when its window is left. */
const storedNow = `(async () => {
  for (const focused of [true, false]) {
    Object.defineProperty(document, 'hasFocus', { value: () => focused, configurable: true });
    window.dispatchEvent(new Event(focused ? 'focus' : 'blur'));
  }
  const answer = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  const values = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      values.push(...(await answer(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return values.map(String).join('\\n').replaceAll('\\\\', '');
})()`;

function pictureFile(name: string): string {
  const folder = path.join(root, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.png`);
}

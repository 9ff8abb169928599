// Drives the workbench by keys alone, as somebody does who has no mouse. Before each key what it is
// meant for has the focus, in the workbench or in a webview; those that open a list of the workbench go from everywhere.
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';

/** Milliseconds that a key may take to move the focus, on the slowest machine. */
const patience = 30_000;

/** What a screen reader would be at: the active row of a list, or the element itself; a mark tells namesakes apart. */
const describeFocus = `(() => {
  const active = document.activeElement;
  const row = document.getElementById(active?.getAttribute('aria-activedescendant') ?? '');
  const at = row ?? active;
  const own = at?.matches('a, button, summary') ? at.textContent : at?.getAttribute('role') ?? '';
  const name = at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? own;
  const around = row === null ? '' : active?.getAttribute('aria-label') ?? '';
  const mark = row?.id ?? (at === null ? '' : (at.dataset.keyboardMark ??= String(Math.random())));
  return { name: (around + ' ▸ ' + name).replaceAll(/\\s+/g, ' ').slice(0, 300), mark };
})()`;

interface Focus {
  readonly name: string;
  readonly mark: string;
}

interface Walk {
  /** What has the focus before. */
  readonly from: string | RegExp;
  readonly to: string | RegExp;
}

/** The keyboard of a page. Names are parts of what is read out. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** What has the focus; of a row also what list it is in. */
  async focused(): Promise<string> {
    return (await this.#focus()).name;
  }

  /** Waits until something with the name has the focus. */
  async focusIs(name: string | RegExp): Promise<string> {
    const found = await this.#until(focus => isCalled(focus, name));
    if (found === null) throw new Error(`Nothing called "${name}" has the focus, but "${await this.focused()}".`);
    return found.name;
  }

  /** Presses a key where something with the name has the focus. */
  async press(key: string, on: string | RegExp): Promise<void> {
    await this.focusIs(on);
    await this.page.keyboard.press(key);
  }

  /** Presses a key until something with a name has the focus; each time that has to move the focus. */
  async walk(key: string, { from, to: name }: Walk): Promise<string> {
    await this.focusIs(from);
    const passed = new Map<string, string>();
    for (;;) {
      const here = await this.#focus();
      if (isCalled(here, name)) return here.name;
      const isRound = passed.has(here.mark);
      passed.set(here.mark, here.name);
      if (isRound) break;
      await this.page.keyboard.press(key);
      if ((await this.#until(({ mark }) => mark !== here.mark)) === null) break;
    }
    throw new Error(`${key} does not lead to "${name}", but along:\n${[...passed.values()].join('\n')}`);
  }

  async type(text: string, into: string | RegExp): Promise<void> {
    await this.focusIs(into);
    await this.page.keyboard.type(text);
  }

  /** Chooses an entry of the context menu of what has the focus. */
  async choose(entry: string, on: string | RegExp): Promise<void> {
    await this.press('Shift+F10', on);
    await this.walk('ArrowDown', { from: '▸ menu', to: entry });
    await this.press('Enter', entry);
  }

  /** Chooses a quick fix for where the cursor is. */
  async fix(title: string | RegExp, on: string | RegExp): Promise<void> {
    await this.press('Control+.', on);
    await this.walk('ArrowDown', { from: 'Action Widget', to: title });
    await this.press('Enter', title);
  }

  /** Chooses an entry of the list that asks so, which may be about to open. */
  async answer(question: string, entry: string): Promise<void> {
    await this.walk('ArrowDown', { from: question, to: `▸ ${entry}` });
    await this.press('Enter', `▸ ${entry}`);
  }

  /** Runs a command by the title the palette shows, with its category. */
  async run(title: string): Promise<void> {
    await this.#openList('F1', 'Type the name of a command to run');
    await this.page.keyboard.type(title);
    await this.press('Enter', `▸ ${title}`);
  }

  /** Opens a file of the folder by its path, and comes to its editor. */
  async open(file: string): Promise<void> {
    const name = path.basename(file);
    await this.#openList('Control+P', 'Search files by name');
    await this.page.keyboard.type(file);
    await this.press('Enter', `▸ ${name}`);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.focusIs(name);
  }

  /** Presses a key until the list that it opens has the focus: a window that draws itself anew lets keys fall. */
  async #openList(key: string, name: string): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      await this.page.keyboard.press(key);
      if ((await this.#until(focus => isCalled(focus, name), patience / 3)) !== null) return;
    }
    await this.focusIs(name);
  }

  async #until(holds: (focus: Focus) => boolean, limit = patience): Promise<Focus | null> {
    const end = Date.now() + limit;
    do {
      const focus = await this.#focus();
      if (holds(focus)) return focus;
      await this.page.waitForTimeout(25);
    } while (Date.now() < end);
    return null;
  }

  async #focus(): Promise<Focus> {
    const end = Date.now() + patience;
    for (;;) {
      try {
        return (await (await this.#frame()).evaluate(describeFocus)) as Focus;
      } catch (error) {
        // The frame went away meanwhile.
        if (Date.now() > end) throw error;
        await this.page.waitForTimeout(25);
      }
    }
  }

  /** The innermost frame that has the focus. */
  async #frame(): Promise<Frame> {
    let frame = this.page.mainFrame();
    for (;;) {
      const active = await frame.evaluateHandle('document.activeElement');
      const inner = await active.asElement()?.contentFrame();
      await active.dispose();
      if (inner == null) return frame;
      frame = inner;
    }
  }
}

function isCalled({ name }: Focus, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? name.includes(expected) : expected.test(name);
}

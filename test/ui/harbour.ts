// The sample repository for the tests of this folder, and what they read from the workbench again and again.
import type { FrameLocator, Locator } from 'playwright-core';
import type { BuiltRepository } from '../support/builtRepository';
import { buildSampleRepository } from '../support/sampleRepository';
import { appears, until } from './support/until';
import type { Workbench } from './support/workbench';

/** A fresh sample in a temporary folder. */
export function buildHarbour(): Promise<BuiltRepository> {
  return buildSampleRepository({ until: Math.floor(Date.now() / 1_000) });
}

/** Opens a row of the view and waits for one below it. */
export async function expandRow(workbench: Workbench, row: string, below: string): Promise<void> {
  // A row that is drawn anew just then, because the analysis came to its end, does not take the click.
  await until(workbench.row(below), async () => {
    const found = await workbench.reveal(row);
    if ((await found.getAttribute('aria-expanded')) !== 'true') await found.locator('.monaco-tl-twistie').click();
  });
}

/** The note behind the first line of the editor in front, where it stands on the screen; null while there is none. */
export async function inlineNote(
  workbench: Workbench,
): Promise<{ readonly text: string; readonly x: number; readonly y: number } | null> {
  // Drawn as content of a pseudo-element, which no locator finds by its text.
  const notes = (await workbench.page.evaluate(`
    [...document.querySelectorAll('.view-lines [class*="TextEditorDecorationType"]')].map(element => {
      const { right, top, height } = element.getBoundingClientRect();
      return { text: getComputedStyle(element, '::after').content, x: right - 40, y: top + height / 2 };
    })
  `)) as { text: string; x: number; y: number }[];
  const note = notes.find(({ text }) => /known by/i.test(text));
  return note === undefined ? null : { ...note, text: note.text.replace(/^"|"$/g, '') };
}

export async function waitForNote(workbench: Workbench): Promise<{ text: string; x: number; y: number }> {
  for (let tries = 0; tries < 200; tries++) {
    const note = await inlineNote(workbench);
    if (note !== null) return note;
    await workbench.page.waitForTimeout(100);
  }
  throw new Error('No note stands behind the first line.');
}

/** Points at the note and resolves with the text of its hover. */
export async function hoverNote(workbench: Workbench): Promise<string> {
  const { mouse } = workbench.page;
  const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Suggest Backup' });
  // The note is drawn anew when the analysis comes to its end, which ends the hover of the old one.
  for (let attempt = 0; attempt < 5; attempt++) {
    const { x, y } = await waitForNote(workbench);
    await mouse.move(x - 20, y);
    await mouse.move(x, y, { steps: 4 });
    if (await appears(hover, 5_000)) return hover.innerText();
    await mouse.move(0, 0, { steps: 5 });
  }
  throw new Error('The note has no hover.');
}

/** Chooses an entry of a row's context menu; the menu takes a click only from a mouse that came to rest. */
export async function chooseFromMenu(workbench: Workbench, row: string, entry: string): Promise<void> {
  const item = workbench.page.locator('.context-view .monaco-menu a.action-menu-item', { hasText: entry });
  await until(item, async () => (await workbench.reveal(row)).click({ button: 'right' }));
  await item.hover();
  await workbench.page.waitForTimeout(300);
  await item.click({ delay: 50 });
}

/** The box of a map whose name begins so. */
export function box(map: FrameLocator, name: string): Locator {
  return map.locator(`[role="treeitem"][aria-label^=${JSON.stringify(name)}]`).first();
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Locator } from 'playwright-core';

const source = readFileSync(path.join(process.cwd(), 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  resultTypes: ['violations'],
};

/** What axe finds in the document of an element against WCAG 2.1 A and AA: for each rule where, and why. */
export async function violationsAround(element: Locator): Promise<readonly string[]> {
  const frame = await (await element.elementHandle())?.ownerFrame();
  if (frame == null) throw new Error('The element is in no document.');
  if (!(await frame.evaluate(`'axe' in globalThis`))) await frame.evaluate(source);
  const { violations } = (await frame.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

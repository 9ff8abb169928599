// `npm run pictures`: takes what the UI tests photographed into media/screenshots, for the README. As WebP, a quarter of
// the size, drawn by the same Chromium, so that the package stays small.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './host/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = [
  'ownership-dark',
  'ownership-light',
  'ownership-high-contrast',
  'inline-hover-dark',
  'runbook-stub',
  'explorer-badges',
  'knowledge-map',
  'what-if',
  'runbook-findings',
  'checklist',
  'report',
];
const quality = 0.3;
/** Pixels: a README shows them no wider, and the package has a budget. */
const width = 860;

const browser = await launchChromium();
try {
  const page = await browser.newPage();
  mkdirSync(path.join(root, 'media', 'screenshots'), { recursive: true });
  for (const name of names) {
    const png = readFileSync(path.join(root, 'out', 'screenshots', `${name}.png`)).toString('base64');
    const webp = await page.evaluate(
      async ([source, level, wide]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = wide;
        canvas.height = Math.round((image.height * wide) / image.width);
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return canvas.toDataURL('image/webp', level).split(',')[1];
      },
      [png, quality, width],
    );
    writeFileSync(path.join(root, 'media', 'screenshots', `${name}.webp`), Buffer.from(webp, 'base64'));
    console.log(`media/screenshots/${name}.webp`);
  }
} finally {
  await browser.close();
}

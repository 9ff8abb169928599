// The browser the workbench is shown in during tests.
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of an installed Chromium or Chrome, or undefined. `CHROMIUM_PATH` names another one. */
export function findChromium() {
  return process.env['CHROMIUM_PATH'] ?? places.find(place => existsSync(place));
}

export async function launchChromium() {
  // Loaded late: the set-up asks for the browser's path before any package is installed.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

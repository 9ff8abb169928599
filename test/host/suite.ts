// The entry that VS Code calls inside the extension host: runs every `*.test.cjs` next to its bundle.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { version } from 'vscode';

/** What is the same in every version of VS Code, and takes long. What if is there by the map. */
const ofNoVersion = ['eventLoop.test.cjs', 'refresh.test.cjs', 'whatIf.test.cjs'];

/** Resolves when all tests passed; the result file is written either way. */
export function run(): Promise<void> {
  const root = process.env['SINGLE_POINTS_ROOT'];
  const output = process.env['SINGLE_POINTS_RESULT'];
  if (root === undefined || output === undefined) throw new Error('The suite is started by runHost.');

  const mocha = new Mocha({
    timeout: 60_000,
    forbidOnly: true,
    reporter: path.join(root, 'test', 'support', 'specAndJson.cjs'),
    reporterOptions: { output },
  });
  const isCurrent = process.env['SINGLE_POINTS_HOST'] === undefined;
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter(name => name.endsWith('.test.cjs')).sort()) {
    if (isCurrent || !ofNoVersion.includes(file)) mocha.addFile(path.join(__dirname, file));
  }
  console.log(`\n  VS Code ${version}`);
  return new Promise((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}

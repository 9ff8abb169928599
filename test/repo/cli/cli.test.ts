import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { type Outcome, runProgram, startProgram } from './commandLine';

const ann = { name: 'Ann Example', email: 'ann@example.com' };
const ben = { name: 'Ben Ito', email: 'ben@example.com' };
const hostile = { name: 'Eve \u001b[31mRed', email: 'eve@example.com' };

/** Two services: only Ann knows payments, Ann and Ben share the cart. */
function shop(): RepositoryBuilder {
  const builder = new RepositoryBuilder({ name: 'shop' });
  builder.commit({
    author: ann,
    date: '2024-01-01',
    message: 'Payments',
    files: {
      'compose.yaml': 'services:\n  payments:\n    build: ./services/payments\n  cart:\n    build: ./services/cart\n',
      'services/payments/Dockerfile': 'FROM node:22\nEXPOSE 8080\n',
      'services/payments/server.ts': 'listen(8080);\n',
      'services/payments/settle.ts': 'settle();\n',
    },
  });
  for (let month = 1; month <= 6; month++) {
    builder.commit({
      author: ann,
      date: `2024-0${month}-10`,
      files: { 'services/payments/settle.ts': `settle(${month});\n` },
    });
    builder.commit({
      author: month % 2 === 0 ? ann : ben,
      date: `2024-0${month}-20`,
      files: {
        'services/cart/Dockerfile': `FROM node:22\n# ${month}\n`,
        'services/cart/cart.ts': `cart(${month});\n`,
        'services/cart/sum.ts': `sum(${month});\n`,
      },
    });
  }
  return builder;
}

describe('the command line on a real repository', () => {
  let repository: BuiltRepository;

  before(async () => {
    repository = await shop().build({ checkout: true });
  });
  after(() => repository.dispose());

  const run = (args: readonly string[], cwd = repository.path): Promise<Outcome> =>
    runProgram(args, { cwd, home: repository.home });
  it('prints the commits behind a component, of one person too, and under pseudonyms', async () => {
    const printed = async (...args: string[]) => {
      const { code, out, err } = await run(['commits', '--no-cache', '--component', 'cart', ...args]);
      assert.deepEqual([code, err], [0, '']);
      return JSON.parse(out);
    };
    const scan = (await scanned())['components'] as { readonly name: string; readonly changes: number }[];
    const all = await printed();
    assert.equal(all.changes, scan.find(({ name }) => name === 'cart')?.changes);
    assert.equal(all.commits.length, all.changes);
    assert.deepEqual(
      [all.commits[0].date, all.commits[0].subject, all.commits[0].files.length],
      ['2024-06-20T00:00:00Z', 'change', 3],
    );
    const ofBen = await printed('--person', 'Ben');
    assert.deepEqual([ofBen.changes, ofBen.people[0].name], [3, 'Ben Ito']);
    const hidden = await printed('--person', 'Ben', '--pseudonymise');
    assert.equal(hidden.changes, 3);
    assert.doesNotMatch(JSON.stringify(hidden), /Ben|Ito|@example/);
  });

  it('makes a report that loads nothing, as HTML and Markdown, and under pseudonyms', async () => {
    const printed = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await run(['report', '--no-cache', ...args]);
      assert.deepEqual([code, err], [0, '']);
      return out;
    };
    const html = await printed();
    assert.match(html, /^<!doctype html>[\s\S]*payments: known by one person[\s\S]*<\/html>\n$/);
    assert.match(html, /Ann Example/);
    assert.doesNotMatch(html, /<script|https?:|@example/);
    const markdown = await printed('--format', 'markdown', '--pseudonymise');
    assert.match(markdown, /^# Single points in [\s\S]*### payments: known by one person[\s\S]*Person A/);
    assert.doesNotMatch(markdown, /Ann|Ben|@example/);
  });

  const scanned = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { code, out, err } = await run(['scan', '--no-cache', ...args]);
    assert.deepEqual([code, err], [0, '']);
    return JSON.parse(out);
  };

  it('scans the folder it is in, as JSON for a program, and says nothing else', async () => {
    const json = (await scanned()) as {
      repository: { root: string; head: string; commits: number };
      components: { name: string; state: string; owners: { person: number }[] }[];
      people: { name: string }[];
    };
    assert.equal(json.repository.root, repository.path);
    assert.equal(json.repository.head, await repository.git('rev-parse', 'HEAD'));
    assert.equal(json.repository.commits, 13);
    const payments = json.components.find(({ name }) => name === 'payments');
    assert.equal(payments?.state, 'sole');
    assert.equal(json.people[payments?.owners[0]?.person ?? -1]?.name, 'Ann Example');
  });

  it('finds the same from a sub-folder and in a bare repository', async () => {
    const whole = await scanned();
    assert.deepEqual(await scanned(path.join(repository.path, 'services', 'cart')), whole);
    const bare = await scanned((await repository.bareClone()).path);
    assert.deepEqual(bare['files'], whole['files']);
    assert.deepEqual(bare['truckFactors'], whole['truckFactors']);
  });

  it('prints a table and Markdown when asked', async () => {
    const table = await run(['scan', '--no-cache', '--format', 'table']);
    assert.deepEqual([table.code, table.err], [0, '']);
    assert.match(table.out, /^shop {2}main · 13 commits/);
    assert.match(table.out, /payments .*only Ann Example/);
    const markdown = await run(['scan', '--no-cache', '--format', 'markdown']);
    assert.match(markdown.out, /^# Single Points: shop/);
  });

  it('ends with 1 for what --fail-on names, and prints all the same', async () => {
    const failing = await run(['scan', '--no-cache', '--fail-on', 'sole']);
    assert.equal(failing.code, 1);
    assert.match(failing.err, /^single-points: --fail-on: \d+ components? known by one person\.\n$/);
    assert.equal(JSON.parse(failing.out).version, 1);
    assert.equal((await run(['scan', '--no-cache', '--fail-on', 'orphaned'])).code, 0);
  });

  it('tells the truck factor at HEAD and at an earlier revision', async () => {
    const first = (await repository.git('rev-list', '--max-parents=0', 'HEAD')).trim();
    const at = await run(['truck-factor', '--no-cache', '--at', first]);
    assert.equal(at.code, 0);
    const json = JSON.parse(at.out);
    assert.deepEqual([json.definition, json.value, json.files], ['combined', 1, 4]);
    assert.equal(json.people[0].name, 'Ann Example');
    const head = await run(['truck-factor', '--no-cache', '--definition', 'activity']);
    assert.equal(JSON.parse(head.out).definition, 'activity');
  });

  it('ends with 2 and a clear sentence where nothing can be analysed', async () => {
    const outside = path.join(repository.home, 'outside');
    mkdirSync(outside, { recursive: true });
    const notHere = await run(['scan', outside]);
    assert.deepEqual([notHere.code, notHere.out], [2, '']);
    assert.match(notHere.err, /^single-points: .*outside is not in a Git repository\. Name a folder that is/);
    const unborn = await new RepositoryBuilder().build();
    const empty = await run(['scan', unborn.path]);
    assert.deepEqual([empty.code, empty.out], [2, '']);
    assert.match(empty.err, /has no commit yet\. Make the first one\.\n$/);
    await unborn.dispose();
    const revision = await run(['truck-factor', '--at', 'no-such-branch']);
    assert.deepEqual([revision.code, revision.out], [2, '']);
    assert.match(revision.err, /no-such-branch.*Check the name, or fetch it\.\n$/);
  });

  it('keeps what it analysed in the cache folder only, and answers the same from there', async () => {
    const store = path.join(repository.home, 'cache', 'single-points');
    const before = everythingBelow(repository.gitFolder);
    const fresh = await run(['scan', '--no-cache']);
    assert.ok(!existsSync(store));
    const cold = await run(['scan']);
    assert.ok(everythingBelow(store).length > 0);
    const warm = await run(['scan']);
    assert.equal(cold.out, fresh.out);
    assert.equal(warm.out, fresh.out);
    assert.deepEqual(everythingBelow(repository.gitFolder), before);
    assert.equal(await repository.git('status', '--porcelain'), '');
  });

  it('drafts a runbook, writes it where nothing is, and anew only between its markers', async () => {
    const printed = await run(['stub', '--no-cache', '--component', 'payments']);
    assert.deepEqual([printed.code, printed.err], [0, '']);
    assert.match(printed.out, /^(---|#)/);
    assert.match(printed.out, /8080/);
    assert.match(printed.out, /services\/payments\/Dockerfile:2/);
    const out = path.join(repository.home, 'runbooks', 'payments.md');
    const write = ['stub', '--no-cache', '--component', 'payments', '--out', out];
    assert.equal((await run(write)).code, 0);
    assert.equal(readFileSync(out, 'utf8'), printed.out);
    const mended = `\uFEFF${printed.out.replace(/8080/g, '9090')}\nOurs.`;
    writeFileSync(out, mended);
    const again = await run(write);
    assert.deepEqual([again.code, /wrote anew First look/.test(again.err)], [0, true]);
    assert.equal(readFileSync(out, 'utf8'), `\uFEFF${printed.out}\nOurs.`);
    assert.match((await run(write)).err, /says what the repository says/);
    assert.match((await run([...write, '--type', 'playbook'])).err, /drafted with `--type service`/);
    const another = await run(['stub', '--no-cache', '--component', 'cart', '--out', out]);
    assert.deepEqual([another.code, /was drafted for something else/.test(another.err)], [2, true]);
    assert.equal(readFileSync(out, 'utf8'), `\uFEFF${printed.out}\nOurs.`);
    writeFileSync(out, '# Payments\n');
    const other = await run(write);
    assert.deepEqual([other.code, /was not drafted/.test(other.err)], [2, true]);
    assert.equal(readFileSync(out, 'utf8'), '# Payments\n');
  });

  it('never lets a name from git steer the terminal', async () => {
    const builder = new RepositoryBuilder({ name: 'hostile\u001b[2J' });
    builder.commit({
      author: hostile,
      date: '2024-01-01',
      files: { 'a\u001b]0;title\u0007/b\nc.ts': 'x\n', 'a\u001b]0;title\u0007/d.ts': 'y\n' },
    });
    const built = await builder.build({ checkout: process.platform !== 'win32' });
    for (const format of ['table', 'markdown', 'json']) {
      const { code, out, err } = await run(['scan', '--no-cache', '--format', format, built.path]);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /Eve/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
      assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
    await built.dispose();
  });

  it('is quiet when its reader goes away', async () => {
    const child = startProgram(['scan', '--no-cache'], { cwd: repository.path, home: repository.home });
    child.stdout?.destroy();
    let err = '';
    child.stderr?.on('data', chunk => {
      err += chunk;
    });
    const [code] = await once(child, 'close');
    assert.deepEqual([code, err], [0, '']);
  });

  it('ends with 130 on Ctrl-C', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const slow = path.join(repository.home, 'slow');
    const started = path.join(slow, 'started');
    const git = (process.env['PATH'] ?? '')
      .split(path.delimiter)
      .map(folder => path.join(folder, 'git'))
      .find(existsSync);
    mkdirSync(slow);
    // Git as it is, but for a history that takes its time.
    writeFileSync(
      path.join(slow, 'git'),
      `#!/bin/sh\ncase " $* " in *" log "*) : > '${started}'; exec /bin/sleep 20;; *) exec '${git}' "$@";; esac\n`,
      { mode: 0o755 },
    );
    const child = startProgram(['scan', '--no-cache'], {
      cwd: repository.path,
      home: repository.home,
      environment: { PATH: slow },
    });
    let err = '';
    child.stderr?.on('data', chunk => {
      err += chunk;
    });
    const closed = once(child, 'close');
    while (!existsSync(started)) {
      await wait(20);
    }
    child.kill('SIGINT');
    const [code, signal] = await closed;
    assert.deepEqual([code, signal, err], [130, null, 'single-points: cancelled.\n']);
  });
});

/** Every file below a folder, with its size and when it was written. */
function everythingBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}

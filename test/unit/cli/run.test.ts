import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Analysis, AuthoredLines, LineAnalysis } from '../../../src/analysis/client';
import type {
  AnalyseRequest,
  ChecklistRequest,
  CommitsRequest,
  ComponentStubRequest,
  LinesRequest,
  ProgressRequest,
  ReportRequest,
  StubRequest,
} from '../../../src/analysis/protocol';
import type { McpArguments } from '../../../src/cli/mcpArguments';
import { run } from '../../../src/cli/run';
import type { Finding, Snapshot } from '../../../src/core/model';
import { usualChoice } from '../../../src/core/spread/planChoice';
import { GitError } from '../../../src/git/errors';
import { exampleCodeowners } from '../report/exampleCodeowners';
import { exampleCommits } from '../report/exampleCommits';
import { exampleProgress } from '../report/exampleProgress';
import { examplePerson, exampleSnapshot } from '../report/exampleSnapshot';
import { plannedSnapshot } from '../spread/plannedSnapshot';
import { MemorySink } from './memorySink';

type AnyRequest =
  | AnalyseRequest
  | ChecklistRequest
  | CommitsRequest
  | LinesRequest
  | ProgressRequest
  | ReportRequest
  | StubRequest;

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly requests: readonly AnyRequest[];
  readonly served: readonly McpArguments[];
  readonly storeDirectory: string | null | undefined;
}

/** Ann and Ben wrote a file together, of which one line is unknown; and there is an empty one. */
function exampleLines(changes: Partial<AuthoredLines> = {}): AuthoredLines {
  return {
    ownership: {
      head: 'ff'.repeat(20),
      shaLength: 20,
      commits: new Uint8Array(40).fill(0xab, 20),
      files: [
        { path: 'docs/Ann Example.md', lines: 0, runs: new Int32Array() },
        { path: 'src/a.ts', lines: 9, runs: Int32Array.of(2, 0, 1, -1, 4, 1, 2, 0) },
      ],
    },
    people: [examplePerson(0, 'Ann Example'), examplePerson(1, 'Ben Ito')],
    authors: Int32Array.of(1, 0),
    folder: '',
    store: () => Promise.resolve(),
    ...changes,
  };
}

describe('the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'single-points-cli-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function runWith(
    args: readonly string[],
    options: {
      readonly snapshot?: Snapshot;
      readonly lines?: AuthoredLines;
      readonly failure?: Error;
      readonly terminal?: boolean;
      readonly abort?: boolean;
      /** The reader of stdout goes away. */
      readonly closed?: boolean;
    } = {},
  ): Promise<Outcome> {
    const stdout = new MemorySink(options.terminal);
    const stderr = new MemorySink(options.terminal);
    stdout.isClosed = options.closed === true;
    const requests: AnyRequest[] = [];
    const served: McpArguments[] = [];
    let storeDirectory: string | null | undefined;
    const controller = new AbortController();
    const analysis: Analysis & LineAnalysis = {
      analyse: async (request, { onProgress, onSnapshot }) => {
        requests.push(request);
        onProgress({ phase: 'history', done: 5, total: null });
        // A stored Snapshot comes first and must not be printed.
        onSnapshot(exampleSnapshot({ components: [] }), false);
        if (options.abort) {
          controller.abort();
        }
        if (options.failure) {
          throw options.failure;
        }
        onSnapshot(options.snapshot ?? exampleSnapshot(), true);
      },
      lines: async (request, { onProgress }) => {
        requests.push(request);
        onProgress({ phase: 'lines', done: 1, total: 4 });
        return options.lines ?? exampleLines();
      },
      stub: async request => {
        requests.push(request);
        return { path: 'docs/runbooks/payments.md', markdown: '# payments\n\nAsk Ann Example.\n', sections: [] };
      },
      checklist: async request => {
        requests.push(request);
        return { path: 'docs/ownership/payments.md', markdown: '# payments\n\nProposed: Ann Example.\n', sections: [] };
      },
      progress: async request => {
        requests.push(request);
        return exampleProgress;
      },
      report: async request => {
        requests.push(request);
        return request.format === 'html' ? '<!doctype html>\n' : '# Single points in shop\n';
      },
      codeowners: async () => exampleCodeowners(),
      commits: async request => {
        requests.push(request);
        return exampleCommits();
      },
    };
    const code = await run(
      args,
      {
        stdout,
        stderr,
        environment: { XDG_CACHE_HOME: '/cache', NO_COLOR: '1' },
        folder,
        platform: 'linux',
        home: '/home/ann',
        signal: controller.signal,
      },
      {
        createAnalysis: ({ storeDirectory: store, log }) => {
          storeDirectory = store;
          log('looked\u0007 for git');
          return analysis;
        },
        serveAssistants: async (args, { storeDirectory: store }) => {
          served.push(args);
          storeDirectory = store;
        },
        version: '1.2.3',
        rulePages: async () => new Map(),
        now: () => 0,
      },
    );
    return { code, out: stdout.text, err: stderr.text, requests, served, storeDirectory };
  }

  it('serves assistants about the repositories named, or those that the client has open', async () => {
    const { code, out, served, storeDirectory } = await runWith(['mcp', 'a', '/b', 'a', '--pseudonymise']);
    assert.deepEqual([code, out, storeDirectory], [0, '', '/cache/single-points']);
    assert.deepEqual(served, [
      {
        ...{ repositories: [path.join(folder, 'a'), path.resolve('/b')], store: null },
        ...{ cache: true, pseudonymise: true, verbose: false },
      },
    ]);
    assert.deepEqual((await runWith(['mcp'])).served[0]?.repositories, []);
    assert.equal((await runWith(['mcp', '--no-cache'])).storeDirectory, null);
    assert.equal((await runWith(['mcp', '--store', 'kept'])).storeDirectory, path.join(folder, 'kept'));
    assert.equal((await runWith(['mcp', '--format', 'json'])).code, 2);
  });

  it('helps', async () => {
    const general = await runWith(['--help']);
    assert.equal(general.code, 0);
    assert.match(general.out, /Usage: single-points <command> \[path\]/);
    assert.equal(general.err, '');
    const all = [
      'scan',
      'lines',
      'truck-factor',
      'what-if',
      'plan',
      'codeowners',
      'commits',
      'stub',
      'checklist',
      'progress',
      'report',
      'mcp',
    ];
    for (const command of all) {
      const { code, out, requests } = await runWith([command, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`Usage: single-points ${command}`));
      assert.equal(requests.length, 0);
    }
    assert.deepEqual(await runWith(['--version']).then(({ code, out }) => [code, out]), [0, '1.2.3\n']);
  });

  it('documents every option it takes, and fits 120 columns while it does', async () => {
    const { out } = await runWith(['scan', '--help']);
    for (const option of [
      '--format',
      '--no-cache',
      '--pseudonymise',
      '--verbose',
      '--component',
      '--all',
      '--fail-on',
    ]) {
      assert.ok(out.includes(`  ${option} `), option);
    }
    assert.ok(out.split('\n').every(line => line.length <= 120));
  });

  it('ends with 2 and one sentence when it is used wrongly', async () => {
    for (const [args, words] of [
      [['scna'], /no command "scna"/],
      [['check'], /"check" is not there yet/],
      [['--nope'], /no command "--nope"/],
      [['scan', '--nope'], /Unknown option '--nope'/],
      [['scan', 'not/there'], /no folder not\/there/],
      [['truck-factor', '--definition', 'all'], /no definition "all"/],
      [['commits'], /one of `--file PATH` and `--component ID`/],
      [['lines', '--format', 'table'], /The format of `lines` is: json/],
      [['lines', '--path', ''], /The glob "" of `--path` is empty/],
      [['lines', '--ignore-rev', '--x'], /--ignore-rev/],
      [['scan', '--format', 'sarif'], /no format "sarif" here/],
    ] as const) {
      const { code, out, err, requests } = await runWith(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, words);
      assert.match(err, /^single-points: [^\n]*\n$/);
      assert.equal(out, '');
      assert.equal(requests.length, 0);
    }
    const nothing = await runWith([]);
    assert.deepEqual([nothing.code, nothing.out], [2, '']);
    assert.match(nothing.err, /^Single Points finds/);
  });

  it('prints a table for a person and JSON for a program', async () => {
    assert.match((await runWith(['scan'], { terminal: true })).out, /What to do first/);
    const { out, err } = await runWith(['scan']);
    assert.equal(JSON.parse(out).components.length, 11);
    assert.equal(err, '');
    assert.match((await runWith(['scan', '--format', 'markdown'])).out, /^# Single Points: shop/);
  });

  it('says what would be without someone, as a table, as JSON and as Markdown', async () => {
    const args = ['what-if', '.', '--without', 'ann'];
    const { code, out, err } = await runWith([...args, '--format', 'json']);
    assert.deepEqual([code, err], [0, '']);
    const result = JSON.parse(out);
    assert.deepEqual(
      result.without.map(({ name }: { name: string }) => name),
      ['Ann Example'],
    );
    const payments = result.files.find(({ path: each }: { path: string }) => each === 'payments/src/settle.ts');
    assert.deepEqual([payments.before.state, payments.after.state], ['shared', 'sole']);
    assert.deepEqual(
      payments.after.owners.map(({ name }: { name: string }) => name),
      ['Ben Ito'],
    );
    const table = await runWith(args, { terminal: true });
    assert.match(table.out, /Without Ann Example: .* become/);
    const markdown = await runWith([...args, '--format', 'markdown']);
    assert.match(markdown.out, /^# Single Points: shop\n.*\*\*Without Ann Example: /s);
    assert.ok(!markdown.out.includes('@'), markdown.out);
  });

  it('says who may be meant where it cannot know', async () => {
    const unknown = await runWith(['what-if', '.', '--without', 'Carla Fernandes']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /Nobody in this history is called "Carla Fernandes"\. Close to it: Carla Fern/);
    const two = [examplePerson(0, 'Ben Ito'), examplePerson(1, 'Ben Oda')];
    const several = await runWith(['what-if', '.', '--without', 'ben'], { snapshot: exampleSnapshot({ people: two }) });
    assert.equal(several.code, 2);
    assert.match(several.err, /"ben" may be any of Ben Ito <ben\.ito@example\.com>, Ben Oda/);
    const secret = await runWith(['what-if', '.', '--without', 'Carla Fernandes', '--pseudonymise']);
    assert.ok(!secret.err.includes('Montenegro'), secret.err);
  });

  it('thinks nobody away where the repository does not allow it', async () => {
    const snapshot = exampleSnapshot({ policy: { whatIf: false, people: true } });
    const { code, out, err } = await runWith(['what-if', '.', '--without', 'ann'], { snapshot });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /do not allow it/);
  });

  it('finds people by name and prints pseudonyms', async () => {
    for (const format of ['json', 'markdown', 'table']) {
      const { code, out } = await runWith(['what-if', '.', '--without', 'ann', '--pseudonymise', '--format', format]);
      assert.equal(code, 0);
      assert.ok(out.includes('Person A') && !/ann|ben/i.test(out), out);
    }
  });

  it('plans who takes over what, as a table, as JSON and as Markdown', async () => {
    const snapshot = plannedSnapshot({
      payments: { known: { 1: 9, 2: 1 } },
      labels: { owners: [], known: { 2: 9 } },
    });
    const args = ['plan', '.', '--forbid', 'ben=payments', '--forbid', 'ben=labels'];
    const { code, out, err } = await runWith([...args, '--format', 'json'], { snapshot });
    assert.deepEqual([code, err], [0, '']);
    const plan = JSON.parse(out);
    assert.deepEqual([plan.planned, plan.ended, plan.proven, plan.maxPerPerson], [2, 1, true, 2]);
    const [step] = plan.steps;
    assert.deepEqual([step.component.id, step.person.name, step.choice], ['payments', 'Cleo Third', 2]);
    assert.deepEqual(
      [step.truckFactor, step.state],
      [
        { before: 1, after: 2 },
        { before: 'sole', after: 'shared' },
      ],
    );
    assert.deepEqual([plan.unsolved[0].component.id, plan.unsolved[0].code], ['labels', 'oneNear']);
    const table = await runWith(args, { snapshot, terminal: true });
    assert.match(table.out, /1 of 2 single points of medium or high risk end with 2 pairings/);
    assert.match(table.out, /payments +high risk +● one person +1 → 2 +Cleo Third/);
    const markdown = await runWith([...args, '--format', 'markdown'], { snapshot });
    assert.match(markdown.out, /^- \[ \] payments gets a second owner: Cleo Third$/m);
    assert.ok(!markdown.out.includes('@'), markdown.out);
  });

  it('plans under pseudonyms, with people and components named as they are called', async () => {
    const snapshot = plannedSnapshot({ payments: { known: { 1: 9, 2: 1 } } });
    for (const format of ['json', 'markdown', 'table']) {
      const pin = ['--pin', 'cleo=payments', '--pseudonymise', '--format', format];
      const { code, out } = await runWith(['plan', '.', ...pin], { snapshot });
      assert.equal(code, 0);
      assert.ok(out.includes('Person C') && !/\b(?:ann|ben|cleo)\b/i.test(out), out);
    }
  });

  it('says what CODEOWNERS lacks and could say, as a table, as JSON and as Markdown', async () => {
    const { code, out, err } = await runWith(['codeowners', '--format', 'json']);
    assert.deepEqual([code, err], [0, '']);
    const { path: place, flags, suggestions, text } = JSON.parse(out);
    assert.deepEqual([place, text], ['.github/CODEOWNERS', '/payments/ @ann @ben\n/labels/ @ben @ann\n']);
    assert.deepEqual(
      flags.map(({ line, code: each }: { line: number; code: string }) => [line, each]),
      [
        [1, 'onePerson'],
        [2, 'gone'],
      ],
    );
    assert.deepEqual([suggestions[0].component, suggestions[0].backup.planned], ['payments', true]);
    const table = await runWith(['codeowners'], { terminal: true });
    assert.match(table.out, /\.github\/CODEOWNERS:2 {2}@dov left/);
    const markdown = await runWith(['codeowners', '--format', 'markdown']);
    assert.match(markdown.out, /```diff\n--- a\/.*@@ -1,1 \+1,1 @@\n-\/payments\/ @ann\n\+\/payments\/ @ann @ben/s);
    assert.equal((await runWith(['codeowners', '--pseudonymise'])).code, 2);
  });

  it('shows progress to a person only, and takes it away', async () => {
    const { err } = await runWith(['scan'], { terminal: true });
    assert.equal(err, '\r\u001b[2KReading the history: 5 commits\r\u001b[2K');
  });

  it('prints the lines of each file as one line of JSON, by address, most lines first', async () => {
    const { code, out, err, requests } = await runWith(['lines']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      '{"path":"docs/Ann Example.md","lines":0,"people":[]}\n' +
        '{"path":"src/a.ts","lines":9,"people":[{"email":"ann.example@example.com","lines":4},' +
        '{"email":"ben.ito@example.com","lines":4}],"unknown":1}\n',
    );
    assert.deepEqual(requests, [{ path: folder, gitPath: null, ignore: [] }]);
  });

  it('prints the commit of every line with --commits, top to bottom', async () => {
    const { out } = await runWith(['lines', '--commits', '--path', '*.ts', '--path', 'src']);
    const [first, ...more] = out.trimEnd().split('\n');
    assert.deepEqual(more, []);
    assert.deepEqual(JSON.parse(first ?? '').runs, [
      [2, '00'.repeat(20)],
      [1, null],
      [4, 'ab'.repeat(20)],
      [2, '00'.repeat(20)],
    ]);
  });

  it('prints only the lines of the folder it was asked for', async () => {
    const { out } = await runWith(['lines'], { lines: exampleLines({ folder: 'docs/' }) });
    assert.equal(out, '{"path":"docs/Ann Example.md","lines":0,"people":[]}\n');
  });

  it('stops printing lines when nobody reads them any more', async () => {
    const files = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ path: `src/${index}.ts`, lines: 0, runs: new Int32Array() },
    }));
    const many = exampleLines({ ownership: { ...exampleLines().ownership, files } });
    const whole = await runWith(['lines'], { lines: many });
    const cut = await runWith(['lines'], { lines: many, closed: true });
    assert.equal(whole.out.split('\n').length, files.length + 1);
    assert.deepEqual([cut.code, cut.err], [0, '']);
    assert.ok(cut.out.length < whole.out.length / 2);
  });

  it('prints lines under pseudonyms, in paths too', async () => {
    const { out } = await runWith(['lines', '--pseudonymise']);
    assert.doesNotMatch(out, /ann|ben|ito/i);
    assert.match(out, /"docs\/Person A\.md".*\n.*"person-a@pseudonym\.invalid","lines":4/);
  });

  it('asks to step over revisions in the order they were named', async () => {
    const { requests } = await runWith([
      ...['lines', '--ignore-revs', '--no-ignore-revs-file', '--ignore-revs-file', 'a/list'],
      ...['--ignore-rev=HEAD~2', '--ignore-revs-file', ''],
    ]);
    assert.deepEqual((requests[0] as LinesRequest).ignore, [
      { kind: 'listOfRepository' },
      { kind: 'clear' },
      { kind: 'file', file: 'a/list', folder },
      { kind: 'revision', revision: 'HEAD~2' },
      { kind: 'clear' },
    ]);
  });

  it('asks for no lines where it prints none', async () => {
    const tierOf = async (...args: string[]) => ((await runWith(args)).requests[0] as AnalyseRequest).tier;
    assert.equal(await tierOf('scan'), 2);
    assert.equal(await tierOf('truck-factor', '--definition', 'lines'), 2);
    assert.equal(await tierOf('truck-factor'), 2);
    assert.equal(await tierOf('truck-factor', '--definition', 'doa'), 1);
    assert.equal(await tierOf('stub', '--component', 'payments'), 1);
  });

  it('says more with --verbose', async () => {
    assert.equal((await runWith(['scan', '--verbose'])).err, 'looked\ufffd for git\n');
  });

  it('stores in the cache folder, or nowhere with --no-cache', async () => {
    assert.equal((await runWith(['scan'])).storeDirectory, '/cache/single-points');
    assert.equal((await runWith(['scan', '--no-cache'])).storeDirectory, null);
  });

  it('ends with 1 when a single point is found that --fail-on names', async () => {
    const failing = async (list: string, snapshot?: Snapshot): Promise<unknown[]> => {
      const { code, err, out } = await runWith(['scan', '--fail-on', list], snapshot ? { snapshot } : {});
      assert.notEqual(out, '');
      return [code, err];
    };
    assert.deepEqual(await failing('sole'), [1, 'single-points: --fail-on: 3 components known by one person.\n']);
    assert.deepEqual(await failing('sole,orphaned,RB060'), [
      1,
      'single-points: --fail-on: 3 components known by one person, 2 components known by nobody active, 1 finding of RB060.\n',
    ]);
    const shared = exampleSnapshot().components.filter(
      ({ state, accepted }) => state === 'shared' || accepted !== null,
    );
    assert.deepEqual(await failing('sole,orphaned', exampleSnapshot({ components: shared })), [0, '']);
  });

  it('judges only the component that is named', async () => {
    const { code, out } = await runWith(['scan', '--component', 'Notifications', '--fail-on', 'sole']);
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).components.map(({ id }: { id: string }) => id),
      ['notifications'],
    );
  });

  it('prints findings of runbooks in every format', async () => {
    const printed = async (format: string): Promise<string> => (await runWith(['runbooks', '--format', format])).out;
    const json = JSON.parse(await printed('json'));
    assert.deepEqual(
      json.findings.map(({ rule, path, line }: Finding) => [rule, path, line]),
      [['RB060', 'docs/runbooks/roll-out.md', 1]],
    );
    assert.deepEqual(json.people, [{ id: 1, name: 'Ben Ito' }]);
    assert.match(await printed('table'), /^One finding; there are 2 runbooks\.\n\n1 information$/m);
    assert.match(
      await printed('markdown'),
      /\| `docs\/runbooks\/roll-out\.md:1` \| RB060 \| This runbook was written by one person\./,
    );
    assert.match(await printed('html'), /<h2><code>docs\/runbooks\/roll-out\.md<\/code><\/h2>/);
    assert.equal(JSON.parse(await printed('sarif')).runs[0].results[0].ruleId, 'RB060');
    assert.equal(((await runWith(['runbooks'])).requests[0] as AnalyseRequest).tier, 1);
  });

  it('ends with 1 on findings of runbooks that --fail-on names', async () => {
    const failing = async (list: string): Promise<unknown[]> => {
      const { code, err } = await runWith(['runbooks', '--fail-on', list]);
      return [code, err];
    };
    assert.deepEqual(await failing('warning'), [0, '']);
    assert.deepEqual(await failing('information'), [1, 'single-points: --fail-on: 1 finding.\n']);
    assert.deepEqual(await failing('RB060'), [1, 'single-points: --fail-on: 1 finding.\n']);
  });

  it('names components that are like one that is not there', async () => {
    const { code, err } = await runWith(['scan', '--component', 'cor']);
    assert.equal(code, 2);
    assert.match(err, /component "cor" is not there\. There is, for example: packages\/core\./);
  });

  it('prints the truck factor of a definition at a revision', async () => {
    const { code, out, requests } = await runWith(['truck-factor', '--definition', 'activity', '--at', 'v1']);
    assert.equal(code, 0);
    const json = JSON.parse(out);
    const fields = 'definition value people files abandonedShare exact atLeast excluded limits history';
    assert.deepEqual(Object.keys(json).join(' '), fields);
    assert.deepEqual([json.definition, json.value], ['activity', 1]);
    assert.equal((requests[0] as AnalyseRequest).revision, 'v1');
    const table = await runWith(['truck-factor'], { terminal: true });
    assert.match(table.out, /Truck factor {2}2 {2}by combined evidence {2}Ann Example, Carla/);
    assert.match(table.out, /Without these people 57 % of 1,450 files have no owner\./);
    assert.equal(Object.hasOwn(table.requests[0] ?? {}, 'revision'), false);
  });

  it('prints the truck factor of a folder or a component', async () => {
    const json = async (...args: string[]) =>
      JSON.parse((await runWith(['truck-factor', '--format', 'json', ...args], { snapshot: whole })).out);
    const whole = exampleSnapshot({ limits: [] });
    assert.deepEqual([(await json('--folder', './payments/')).files, (await json()).files], [2, 1450]);
    assert.equal((await json('--component', 'web', '--definition', 'activity')).files, 1);
    const { code, err } = await runWith(['truck-factor', '--folder', 'nowhere'], { snapshot: whole });
    assert.deepEqual([code, err], [2, 'single-points: No file that counts is in the folder "nowhere".\n']);
  });

  it('hides people in every format with --pseudonymise', async () => {
    for (const args of [
      ['scan', '--format', 'table'],
      ['scan', '--format', 'table', '--component', 'payments'],
      ['scan', '--format', 'json'],
      ['scan', '--format', 'markdown'],
      ['truck-factor', '--format', 'table'],
      ['truck-factor', '--format', 'json'],
      ['truck-factor', '--format', 'markdown'],
      ['commits', '--component', 'payments', '--format', 'table'],
      ['commits', '--component', 'payments', '--format', 'json', '--person', 'Ann Example'],
      ['commits', '--component', 'payments', '--format', 'markdown'],
      ['stub', '--component', 'payments'],
      ['stub', '--component', 'payments', '--format', 'json'],
    ]) {
      const { code, out } = await runWith([...args, '--pseudonymise']);
      assert.equal(code, 0);
      assert.match(out, /Person A/);
      assert.doesNotMatch(out, /Ann|Ito|Carla|@example/, args.join(' '));
    }
  });

  it('asks for the commits of a file or a component, of one person if they are wanted', async () => {
    const asked = async (...args: string[]) => (await runWith(['commits', ...args])).requests[1];
    const snapshot = exampleSnapshot();
    const [file] = snapshot.files;
    assert.deepEqual(await asked('--file', `./${file?.path}`), {
      ...{ path: folder, of: { file: file?.path }, person: null, most: 50 },
    });
    const { email } = snapshot.people[0] ?? { email: '' };
    assert.deepEqual(await asked('--component', 'payments', '--person', 'Ann Example', '--all'), {
      ...{ path: folder, of: { component: 'payments' }, person: email, most: Number.MAX_SAFE_INTEGER },
    });
  });

  it('says which file it may be, and keeps to the policy of the repository', async () => {
    const unknown = await runWith(['commits', '--file', 'nowhere.ts']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /No file that counts is called "nowhere\.ts"\. Name it from the root/);
    const snapshot = exampleSnapshot({ policy: { whatIf: true, people: false } });
    const refused = await runWith(['commits', '--component', 'payments', '--person', 'Ann Example'], { snapshot });
    assert.deepEqual([refused.code, refused.requests.length], [2, 1]);
    assert.match(refused.err, /policy: \{people: false\}/);
    assert.equal((await runWith(['commits', '--component', 'payments'], { snapshot })).code, 0);
  });

  it('drafts a stub of the type that is asked for, else of the one that is usual for the component', async () => {
    const printed = await runWith(['stub', '--component', 'payments']);
    assert.deepEqual([printed.code, printed.out], [0, '# payments\n\nAsk Ann Example.\n']);
    const types = async (...args: string[]): Promise<string | null> =>
      ((await runWith(['stub', ...args])).requests[1] as ComponentStubRequest).type;
    assert.equal(await types('--component', 'payments'), null);
    assert.equal(await types('--component', 'payments', '--type', 'procedure'), 'procedure');
    const ofAlert = await runWith(['stub', '--alert', 'DiskFull']);
    assert.deepEqual([ofAlert.code, ofAlert.requests[1]], [0, { path: folder, alert: 'DiskFull', file: null }]);
  });

  it('writes a stub where it is told, and never over a file unless forced', async () => {
    const args = ['stub', '--component', 'payments', '--out', 'new/payments.md'];
    const file = path.join(folder, 'new', 'payments.md');
    const first = await runWith(args);
    assert.deepEqual([first.code, first.out], [0, '']);
    assert.match(first.err, /^Wrote new\/payments\.md\./);
    writeFileSync(file, 'mine');
    const second = await runWith(args);
    assert.equal(second.code, 2);
    assert.match(second.err, /new\/payments\.md is there already/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal((await runWith([...args, '--force'])).code, 0);
    assert.match(readFileSync(file, 'utf8'), /^# payments/);
    const nowhere = await runWith(['stub', '--component', 'payments', '--out', 'new/payments.md/x.md']);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /cannot be written/);
  });

  (process.platform === 'linux' ? it : it.skip)('says at once that nothing can be made below /proc', async () => {
    for (const out of ['/proc/single-points/a.md', '/proc/self/single-points/b/a.md']) {
      const { code, err } = await runWith(['stub', '--component', 'payments', '--out', out]);
      assert.deepEqual([code, err.includes(`${out} cannot be written`)], [2, true], out);
    }
  });

  it('says of a plan and of CODEOWNERS that they cannot do without names, where pages must have none', async () => {
    const snapshot = exampleSnapshot({ policy: { whatIf: true, people: false } });
    for (const command of ['plan', 'codeowners'])
      for (const format of ['table', 'markdown']) {
        const said = /keep names off pages, and (?:a plan says who|CODEOWNERS cannot do without)/;
        const spoken = (text: string): string => text.replace(/\s+/g, ' ');
        assert.match(spoken((await runWith([command, '--format', format], { snapshot })).out), said);
        assert.doesNotMatch(spoken((await runWith([command, '--format', format])).out), said);
      }
  });

  it('prints a report as a page, writes it where it is told, in the kind of the file', async () => {
    const printed = await runWith(['report']);
    assert.deepEqual([printed.code, printed.out, printed.err], [0, '<!doctype html>\n', '']);
    assert.deepEqual(printed.requests[1], { path: folder, format: 'html', pseudonymise: false, plan: usualChoice });
    const scanned = await runWith(['scan', '--format', 'html', '--pseudonymise']);
    assert.equal(scanned.out, printed.out);
    assert.deepEqual(scanned.requests[1], { path: folder, format: 'html', pseudonymise: true, plan: usualChoice });
    const args = ['report', '--out', 'pages/report.md'];
    const written = await runWith(args);
    assert.deepEqual([written.code, written.out, written.err], [0, '', 'Wrote pages/report.md.\n']);
    assert.equal(readFileSync(path.join(folder, 'pages', 'report.md'), 'utf8'), '# Single points in shop\n');
    const again = await runWith(args);
    assert.equal(again.code, 2);
    assert.match(again.err, /pages\/report\.md is there already.*--force/);
    assert.equal((await runWith([...args, '--force', '--format', 'html'])).code, 0);
    assert.equal(readFileSync(path.join(folder, 'pages', 'report.md'), 'utf8'), '<!doctype html>\n');
  });

  it('says what to do when the repository cannot be analysed', async () => {
    for (const [reason, words] of [
      ['notARepository', /^single-points: This folder is not in a Git repository\./],
      ['unsafeDirectory', /safe\.directory/],
      ['gitNotFound', /Install Git/],
      ['noCommits', /no commit yet/],
      ['unknownRevision', /said so/],
    ] as const) {
      const { code, err, out } = await runWith(['scan'], { failure: new GitError(reason, 'Git said so.') });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, words);
    }
    const broken = new Error('a\nbug');
    const quiet = await runWith(['scan'], { failure: broken });
    assert.deepEqual([quiet.code, quiet.err], [2, 'single-points: a bug\n']);
    assert.match((await runWith(['scan', '--verbose'], { failure: broken })).err, /\n +at |\nat /);
  });

  it('ends with 130 when it is cancelled', async () => {
    const failure = new GitError('cancelled', 'The analysis was cancelled.');
    const { code, out, err } = await runWith(['scan'], { failure, abort: true });
    assert.deepEqual([code, out, err], [130, '', 'single-points: cancelled.\n']);
  });

  it('drafts a checklist for a component, for who leaves, and for a shift that ends, one at a time', async () => {
    const { code, out, requests } = await runWith(['checklist', '--component', 'payments']);
    assert.equal(code, 0);
    assert.match(out, /Proposed: Ann Example/);
    assert.deepEqual((requests[1] as ChecklistRequest).of, { component: 'payments' });
    const leaving = await runWith(['checklist', '--leaving', 'ann', '--pseudonymise']);
    assert.deepEqual((leaving.requests[1] as ChecklistRequest).of, { leaving: 'ann.example@example.com' });
    assert.match(leaving.out, /Proposed: Person A/);
    const handOver = await runWith(['checklist', '--hand-over', '--format', 'json']);
    assert.equal(JSON.parse(handOver.out).path, 'docs/ownership/payments.md');
    for (const args of [
      [],
      ['--hand-over', '--leaving', 'ann'],
      ['--hand-over', '--force'],
      ['--hand-over', '--format', 'table'],
    ]) {
      assert.equal((await runWith(['checklist', ...args])).code, 2);
    }
  });

  it('asks for no checklist of who leaves where the policy forbids to think people away', async () => {
    const snapshot = exampleSnapshot({ policy: { whatIf: false, people: true } });
    const { code, err } = await runWith(['checklist', '--leaving', 'ann'], { snapshot });
    assert.deepEqual([code, /policy/.test(err)], [2, true]);
  });

  it('prints progress as a table, JSON or Markdown, and under pseudonyms names nobody', async () => {
    const table = await runWith(['progress'], { terminal: true });
    assert.match(table.out, /! Ask Ann Example: Ticked, and git knows no change/);
    assert.match(table.out, /^claimed {2}Ask Ann Example/m);
    assert.match(table.out, /! Lead a shift: Was due on 2024-03-01\. Its evidence is elsewhere/);
    assert.match(table.out, /Single points among the components: 14 on 2024-03-31, 6 now/);
    const json = JSON.parse((await runWith(['progress', '--at', 'HEAD~1'])).out);
    assert.equal(json.checklists[0].steps[0].drift[0].code, 'noChange');
    assert.equal(json.beforeAfter.since, '2024-03-31');
    for (const format of ['table', 'json', 'markdown']) {
      const { out } = await runWith(['progress', '--pseudonymise', '--format', format]);
      assert.match(out, /Ask Person A/);
      assert.doesNotMatch(out, /Ann/);
    }
    assert.equal((await runWith(['progress', '--at', '-x'])).code, 2);
  });
});

import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ownLines } from '../../../src/analysis/lines/ownLines';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import type { Progress } from '../../../src/analysis/protocol';
import type { Snapshot } from '../../../src/core/model';
import { GitError } from '../../../src/git/errors';
import type { BuiltRepository } from '../../support/builtRepository';
import {
  analyse,
  ann,
  ben,
  cleo,
  componentOf,
  fileAt,
  limitCodes,
  ownersOf,
  Repositories,
  snapshotsOf,
  text,
} from './analyse';

const tiers = (snapshots: readonly Snapshot[]): number[] => snapshots.map(({ tier }) => tier);
const leftCleo = 'people:\n  - name: Cleo Third\n    left: true\n';

describe('the lines of a Snapshot', () => {
  const repositories = new Repositories();
  let repository: BuiltRepository;
  let snapshot: Snapshot;

  before(async () => {
    repository = await repositories.of([
      { author: cleo, files: { 'src/a': text('old'), 'vendor/lib.js': text('lib'), '.single-points.yml': leftCleo } },
      { author: ann, files: { 'src/a': `${text('new', 40)}${text('old')}`, 'src/empty': '', 'src/b.png': 'no\0text' } },
      { author: ben, files: { 'src/c': text('c', 30) } },
    ]);
    snapshot = await analyse(repository);
  });
  after(() => repositories.dispose());

  it('are counted for each file and each person, and added up for the component', () => {
    assert.equal(snapshot.tier, 2);
    const { lines, knowledge } = fileAt(snapshot, 'src/a');
    const by = Object.fromEntries(knowledge.map(each => [snapshot.people[each.person]?.name, each.lines]));
    assert.deepEqual([lines, by], [60, { 'Ann Example': 40, 'Cleo Third': 20 }]);
    assert.equal(fileAt(snapshot, 'src/empty').lines, 0);
    const component = componentOf(snapshot, 'src/a');
    const files = snapshot.files.filter(file => file.component === component.id);
    assert.equal(
      component.lines,
      files.reduce((sum, file) => sum + (file.lines ?? 0), 0),
    );
    assert.deepEqual(
      component.linesBy.map(({ person, lines: count }) => [snapshot.people[person]?.name, count]).slice(0, 2),
      [
        ['Ann Example', 40],
        ['Ben Bäcker', 30],
      ],
    );
  });

  it('of files that do not count are not counted', () => {
    assert.equal(
      snapshot.files.some(file => file.path.startsWith('vendor/')),
      false,
    );
    assert.equal(snapshot.excluded.vendored, 1);
  });

  it('show the block whose only author left, and the component says so', () => {
    const [block, ...more] = fileAt(snapshot, 'src/a').orphanedBlocks;
    assert.ok(block);
    assert.deepEqual([block.line, block.lines, snapshot.people[block.person]?.name], [41, 20, 'Cleo Third']);
    assert.deepEqual(more, []);
    const { values } =
      componentOf(snapshot, 'src/a').risk.reasons.find(({ code }) => code === 'linesOfPeopleWhoLeft') ?? {};
    assert.equal(values?.['lines'], 20);
  });

  it('give a truck factor of their own', () => {
    const { value, files } = snapshot.truckFactor.lines;
    assert.deepEqual([value, files], [2, 2]);
  });

  it('are those of git blame with ignored revisions stepped over', async () => {
    const built = await repositories.of([
      { author: ann, files: { a: text('a') } },
      { author: ben, files: { a: text('a').replaceAll('line', 'LINE') } },
    ]);
    assert.deepEqual(ownersOf(await analyse(built), 'a'), ['Ann Example', 'Ben Bäcker']);
    const reformatting = await built.git('rev-parse', 'HEAD');
    const ignoring = await repositories.of(
      [
        { author: ann, files: { a: text('a') } },
        { author: ben, files: { a: text('a').replaceAll('line', 'LINE') } },
        { author: cleo, files: { '.git-blame-ignore-revs': `${reformatting}\n` } },
      ],
      { checkout: true },
    );
    const { lines, knowledge } = fileAt(await analyse(ignoring), 'a');
    assert.deepEqual([lines, knowledge.map(each => each.lines)], [20, [20]]);
  });

  it('of commits where a shallow clone was cut are nobody’s', async () => {
    const shallow = await analyse(await repository.shallowClone(1));
    assert.equal(fileAt(shallow, 'src/a').lines, 60);
    assert.deepEqual([fileAt(shallow, 'src/a').state, fileAt(shallow, 'src/a').knowledge], ['unknown', []]);
    assert.equal(shallow.truckFactor.lines.value, null);
  });
});

describe('tier 2', () => {
  const repositories = new Repositories();
  let repository: BuiltRepository;
  let store: string;

  before(async () => {
    repository = await repositories.of([{ files: { a: text('a') } }, { author: ben, files: { b: text('b') } }]);
    store = path.join(repository.home, 'store');
  });
  beforeEach(() => rm(store, { recursive: true, force: true }));
  after(() => repositories.dispose());

  it('comes after tier 1 was taken and stored', async () => {
    const seen: string[] = [];
    let taken = false;
    const callbacks = {
      onSnapshot: async ({ tier }: Snapshot, final: boolean): Promise<void> => {
        seen.push(`tier ${tier}${final ? ', final' : ''}`);
        await new Promise(resolve => setTimeout(resolve, 30));
        taken = true;
      },
      onProgress: ({ phase }: Progress): void => {
        if (phase === 'lines') assert.ok(taken, 'tier 1 is still on its way');
        if (seen.at(-1) !== phase) seen.push(phase);
      },
    };
    await snapshotsOf(repository.path, { store, callbacks });
    assert.deepEqual(seen, [
      ...['store', 'history', 'files', 'ownership', 'tier 1', 'saving', 'lines', 'tier 2, final', 'saving'],
    ]);
  });

  it('shows nothing of less than what was stored of the same commit', async () => {
    assert.deepEqual(tiers(await snapshotsOf(repository.path, { store })), [1, 2]);
    assert.deepEqual(tiers(await snapshotsOf(repository.path, { store })), [2, 2]);
  });

  it('leaves out what the caller shows already, and what says less of that commit', async () => {
    const head = await repository.git('rev-parse', 'HEAD');
    await snapshotsOf(repository.path, { store });
    const tiersFor = async (shown: { head: string; tier: 1 | 2 }) =>
      tiers(await snapshotsOf(repository.path, { store, request: { shown } }));
    assert.deepEqual(await tiersFor({ head, tier: 2 }), [2]);
    assert.deepEqual(await tiersFor({ head, tier: 1 }), [1, 2]);
    assert.deepEqual(await tiersFor({ head: 'f'.repeat(40), tier: 2 }), [1, 2]);
  });

  it('is left out, or comes alone, where that is asked for', async () => {
    assert.deepEqual(tiers(await snapshotsOf(repository.path, { request: { tier: 1 } })), [1]);
    assert.deepEqual(tiers(await snapshotsOf(repository.path, { request: { tier: 2 } })), [2]);
    await snapshotsOf(repository.path, { store });
    await snapshotsOf(repository.path, { store, request: { tier: 1 } });
    assert.equal((await snapshotsOf(repository.path, { store }))[0]?.tier, 2, 'tier 2 stays stored');
  });

  it('that fails leaves tier 1 with a limit, and the log says why', async () => {
    const lines: string[] = [];
    const analysis = new LocalAnalysis({
      storeDirectory: store,
      log: line => lines.push(line),
      ownLines: () => Promise.reject(new Error('too many lines')),
    });
    const snapshots = await snapshotsOf(repository.path, { analysis });
    assert.deepEqual(tiers(snapshots), [1, 1]);
    const [first, last] = snapshots;
    assert.ok(first && last);
    assert.deepEqual(limitCodes(last), ['noLines', ...limitCodes(first)]);
    assert.deepEqual([fileAt(last, 'a').lines, last.truckFactor.lines.value], [null, null]);
    assert.match(lines.join(), /^Line ownership failed: .*too many lines/);
    assert.equal((await analyse(repository, { store })).tier, 2, 'the next analysis has lines');
  });

  it('that is cancelled ends as cancelled, and tier 1 was shown and stored', async () => {
    const controller = new AbortController();
    const shown: Snapshot[] = [];
    const callbacks = {
      signal: controller.signal,
      onSnapshot: (snapshot: Snapshot) => shown.push(snapshot),
      onProgress: ({ phase }: Progress): void => {
        if (phase === 'lines') controller.abort();
      },
    };
    await assert.rejects(
      snapshotsOf(repository.path, { store, callbacks }),
      (error: unknown) => error instanceof GitError && error.reason === 'cancelled',
    );
    assert.deepEqual(tiers(shown), [1]);
    assert.equal((await readdir(store)).length, 2);
    assert.deepEqual(tiers(await snapshotsOf(repository.path, { store })), [1, 1, 2]);
  });

  it('tells how far it is, from the beginning on', async () => {
    const steps: Progress[] = [];
    await snapshotsOf(repository.path, { callbacks: { onProgress: step => steps.push(step) } });
    const lines = steps.filter(({ phase }) => phase === 'lines');
    assert.ok(lines.length > 0);
    assert.ok(lines.every(({ done, total }) => total === null || done <= total));
  });

  it('drafts a stub from tier 1 while it runs', async () => {
    let finish = (): void => {};
    const waiting = new Promise<void>(resolve => {
      finish = resolve;
    });
    const analysis = new LocalAnalysis({
      storeDirectory: null,
      log: () => {},
      ownLines: async request => {
        await waiting;
        return ownLines(request);
      },
    });
    const whole = new Promise<Snapshot>((resolve, reject) => {
      const onSnapshot = (snapshot: Snapshot, final: boolean): void => {
        const component = snapshot.components[0]?.id ?? '';
        if (final) resolve(snapshot);
        else {
          assert.ok(analysis.hasAnalysed(repository.path));
          void analysis
            .stub({ path: repository.path, component, type: 'service', page: null }, new AbortController().signal)
            .then(draft => assert.ok(draft.markdown.length > 0))
            .then(finish, reject);
        }
      };
      snapshotsOf(repository.path, { analysis, callbacks: { onSnapshot } }).catch(reject);
    });
    assert.equal((await whole).tier, 2);
  });
});

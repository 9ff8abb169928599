import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { jsonText } from '../../../src/cli/jsonText';
import { ProgressLine } from '../../../src/cli/progressLine';
import { progressText } from '../../../src/cli/progressText';
import { storeFolder } from '../../../src/cli/storeFolder';
import { colorsFor, streamSink } from '../../../src/cli/terminal';
import { pad, truncateEnd, truncateMiddle, widthOf, wrap } from '../../../src/cli/width';
import { printable } from '../../../src/core/report/printable';
import { oddText } from '../report/oddSnapshot';
import { MemorySink } from './memorySink';

describe('the store of the command line', () => {
  it('is in the cache folder of the platform', () => {
    assert.equal(storeFolder('linux', {}, '/home/ann'), '/home/ann/.cache/single-points');
    assert.equal(storeFolder('linux', { XDG_CACHE_HOME: '/var/c' }, '/home/ann'), '/var/c/single-points');
    assert.equal(storeFolder('linux', { XDG_CACHE_HOME: 'relative' }, '/home/ann'), '/home/ann/.cache/single-points');
    assert.equal(storeFolder('darwin', {}, '/Users/ann'), '/Users/ann/Library/Caches/single-points');
    assert.equal(
      storeFolder('win32', { LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' }, 'C:\\Users\\ann'),
      'C:\\Users\\ann\\AppData\\Local\\single-points',
    );
    assert.equal(storeFolder('win32', {}, 'C:\\Users\\ann'), 'C:\\Users\\ann\\AppData\\Local\\single-points');
  });

  it('is nowhere without a home', () => {
    for (const platform of ['linux', 'darwin', 'win32']) {
      assert.equal(storeFolder(platform, {}, ''), null);
    }
  });
});

describe('colour', () => {
  const colored = (environment: Record<string, string>, isTerminal: boolean): boolean =>
    colorsFor(new MemorySink(isTerminal), environment).red('x') !== 'x';

  it('is for terminals, unless the environment says otherwise', () => {
    assert.ok(colored({}, true));
    assert.ok(!colored({}, false));
    assert.ok(!colored({ TERM: 'dumb' }, true));
    assert.ok(!colored({ NO_COLOR: '1' }, true));
    assert.ok(colored({ NO_COLOR: '' }, true));
    assert.ok(colored({ FORCE_COLOR: '1' }, false));
    assert.ok(!colored({ FORCE_COLOR: '0' }, true));
    assert.ok(!colored({ NO_COLOR: '1', FORCE_COLOR: '1' }, true));
  });
});

describe('text in columns', () => {
  it('counts what a terminal shows', () => {
    assert.equal(widthOf('山田'), 4);
    assert.equal(pad('山田', 6, 'right'), '  山田');
    assert.equal(truncateEnd('山田 太郎', 6), '山田 …');
    assert.equal(truncateMiddle('packages/core/source', 11), 'packa…ource');
  });

  it('never grows over its width', () => {
    fc.assert(
      fc.property(oddText, fc.integer({ min: 1, max: 60 }), (odd, width) => {
        const text = printable(odd);
        assert.ok(widthOf(truncateEnd(text, width)) <= width);
        assert.ok(widthOf(truncateMiddle(text, width)) <= width);
      }),
    );
  });

  it('is broken between words, further lines under the first', () => {
    assert.deepEqual(wrap('one two three', 9, '- '), ['- one two', '  three']);
    assert.deepEqual(wrap('', 9, '- '), ['- ']);
    assert.deepEqual(wrap('extraordinarily', 9, '- '), ['- ext…ily']);
  });
});

describe('JSON on a terminal', () => {
  it('is what JSON.stringify means, a line an element', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string(),
          fc.oneof(oddText, fc.integer(), fc.array(fc.record({ a: oddText, b: fc.integer() }))),
        ),
        value => {
          const text = [...jsonText(value)].join('');
          assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
          assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
        },
      ),
    );
    assert.equal([...jsonText({ a: [1, 2], b: {} })].join(''), '{\n"a": [\n1,\n2\n],\n"b": {}\n}\n');
  });

  it('comes in pieces', () => {
    assert.ok([...jsonText({ a: Array.from({ length: 100_000 }, (_, index) => index) })].length > 1);
  });
});

describe('a stream', () => {
  it('whose reader went away takes the rest quietly', async () => {
    const written: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done(written.length > 1 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : null);
      },
    });
    const sink = streamSink(stream);
    await sink.write('one');
    assert.equal(sink.isClosed, false);
    await sink.write('two');
    await sink.write('three');
    assert.deepEqual(written, ['one', 'two']);
    assert.equal(sink.isClosed, true);
  });
});

describe('the progress line', () => {
  const history = (done: number) => ({ phase: 'history', done, total: null }) as const;

  it('says how far the lines are as a share: they are followed in parts of no size one could name', () => {
    assert.equal(progressText({ phase: 'lines', done: 1, total: 4 }), 'Following every line: 25 %');
    assert.equal(progressText({ phase: 'lines', done: 0, total: null }), 'Following every line …');
  });

  it('says what is being done', () => {
    assert.equal(progressText(history(12_345)), 'Reading the history: 12,345 commits');
    assert.equal(progressText(history(0)), 'Reading the history …');
    assert.equal(progressText({ phase: 'files', done: 120, total: 400 }), 'Looking at files: 120 of 400 files');
    assert.equal(progressText({ phase: 'saving', done: 0, total: null }), 'Saving …');
  });

  it('is one line, rewritten now and then, and goes away', () => {
    const stderr = new MemorySink(true, 30);
    let now = 0;
    const line = new ProgressLine({ stderr, environment: {} }, () => now);
    line.show(history(1));
    line.show(history(2));
    now = 100;
    line.show(history(3_000_000));
    line.show({ phase: 'saving', done: 0, total: null });
    line.clear();
    line.clear();
    assert.deepEqual(
      stderr.text.split('\r\u001b[2K').slice(1),
      ['Reading the history: 1 commits', 'Reading the history: 3,000,0…', 'Saving …', ''].map(text =>
        text.length > 29 ? `${text.slice(0, 28)}…` : text,
      ),
    );
    assert.ok(!stderr.text.includes('\n'));
  });

  it('is not there where nobody looks', () => {
    for (const [isTerminal, environment] of [
      [false, {}],
      [true, { TERM: 'dumb' }],
    ] as const) {
      const stderr = new MemorySink(isTerminal);
      const line = new ProgressLine({ stderr, environment }, () => 0);
      line.show(history(1));
      line.clear();
      assert.equal(stderr.text, '');
    }
  });
});

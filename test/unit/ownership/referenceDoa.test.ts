import assert from 'node:assert/strict';
import { canonicalOrder } from '../../../src/core/history/order';
import { degreeOfAuthorship } from '../../../src/core/ownership/doa';
import {
  type ReferenceTruckFactor,
  referenceAuthors,
  referenceTruckFactor,
} from '../../../src/core/ownership/referenceDoa';
import { actorOf } from '../../../src/core/people/automation';
import { Mailmap } from '../../../src/core/people/mailmap';
import { ann, ben, bot, cleo, type Person, type WrittenCommit, writeHistory } from '../history/writtenHistory';

type Found = Omit<ReferenceTruckFactor, 'developers'> & { readonly developers: Record<string, number> };

function reference(commits: readonly WrittenCommit[], paths: readonly string[], mailmap = ''): Found {
  const history = writeHistory(commits);
  const nobody = { name: '', email: '' };
  const isHuman = (index: number): boolean => actorOf(history.signatures[index] ?? nobody) === 'human';
  const authors = referenceAuthors(history, canonicalOrder(history), paths, new Mailmap(mailmap), isHuman);
  const { developers, ...rest } = referenceTruckFactor(authors, paths);
  return {
    ...rest,
    developers: Object.fromEntries(
      developers.map(({ signature, share }) => [history.signatures[signature]?.name, share]),
    ),
  };
}

const by = (author: Person, ...changes: string[]): WrittenCommit => ({ author, changes });
const times = (count: number, commit: WrittenCommit): WrittenCommit[] => Array.from({ length: count }, () => commit);
const paths = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const added = (all: readonly string[]): string[] => all.map(path => `A ${path}`);

describe('the degree of authorship', () => {
  it('is the formula of Fritz et al.', () => {
    assert.equal(degreeOfAuthorship(true, 2, 0), 3.293 + 1.098 + 0.328);
    assert.ok(Math.abs(degreeOfAuthorship(false, 0, Math.E - 1) - (3.293 - 0.321)) < 1e-12);
  });
});

describe('the truck factor of the reference tool', () => {
  it('counts who authors the files, the heaviest first', () => {
    const commits = [by(ann, ...added(paths('a', 3))), by(ben, ...added(paths('b', 2)))];
    const { value, developers, files, abandonedShare } = reference(commits, [...paths('a', 3), ...paths('b', 2)]);
    assert.deepEqual([value, developers, files, abandonedShare], [1, { 'Ann Example': 0.6 }, 5, 0.6]);
  });

  it('goes on while exactly half of the files still have an author', () => {
    const commits = [by(ann, 'A a1', 'A a2'), by(ben, 'A b1', 'A b2')];
    const { value, abandonedShare } = reference(commits, ['a1', 'a2', 'b1', 'b2']);
    assert.deepEqual([value, abandonedShare], [2, 1]);
  });

  it('takes everyone who ever added the path for a creator', () => {
    const commits = [by(ann, 'A a'), by(ann, 'D a'), by(ben, 'A a')];
    assert.deepEqual(Object.keys(reference(commits, ['a']).developers).sort(), ['Ann Example', 'Ben Bäcker']);
  });

  it('needs no absolute degree of a creator, and does of everyone else', () => {
    const many = Array.from({ length: 60 }, (_, index): Person => [`P${index}`, `p${index}@x`]);
    const commits = [by(ann, 'A a'), ...many.flatMap(person => times(3, by(person, 'M a')))];
    assert.ok(degreeOfAuthorship(true, 0, 180) < 3.293);
    const { developers, value } = reference(commits, ['a']);
    assert.deepEqual([Object.keys(developers), value], [['Ann Example'], 1]);
  });

  it('takes a rename, changed or not, for a delivery', () => {
    const renamed = [by(ann, 'A a'), ...times(4, by(ben, 'M a'))];
    const without = reference([...renamed, by(cleo, 'M other')], ['a']).developers;
    const commits = [
      ...renamed,
      ...[1, 2, 3, 4].map(index => by(ben, `R100 ${index === 1 ? 'a' : `a${index - 1}`} a${index}`)),
    ];
    const found = reference(commits, ['a4']).developers;
    // Eight deliveries by Ben take Ann below three quarters of his degree; four do not.
    assert.deepEqual(Object.keys(without).sort(), ['Ann Example', 'Ben Bäcker']);
    assert.ok(degreeOfAuthorship(true, 0, 8) / degreeOfAuthorship(false, 8, 0) > 0.75);
    assert.deepEqual(Object.keys(found).sort(), ['Ann Example', 'Ben Bäcker']);
    const total = reference([by(ann, 'A a'), by(ben, 'R100 a b')], ['b']);
    assert.deepEqual(
      Object.keys(total.developers).sort(),
      ['Ann Example', 'Ben Bäcker'],
      'a rename alone made Ben an author',
    );
  });

  it('leaves out who authors less than a tenth of what the heaviest does', () => {
    const small = Array.from({ length: 8 }, (_, index): Person => [`P${index}`, `p${index}@x`]);
    const big = paths('a', 11);
    const others = small.flatMap(([name]) => [`${name}-1`]);
    // Ann alone is not enough: cleo's and ben's files outnumber hers.
    const commits = [
      by(ann, ...added(big)),
      by(ben, ...added(paths('b', 9))),
      ...small.map(person => by(person, `A ${person[0]}-1`)),
    ];
    const { developers, value } = reference(commits, [...big, ...paths('b', 9), ...others]);
    assert.deepEqual([Object.keys(developers), value], [['Ann Example', 'Ben Bäcker'], 2]);
    const single = by(cleo, ...added(paths('c', 21)));
    const pruned = reference(
      [single, ...Array.from({ length: 22 }, (_, index) => by([`Q${index}`, `q${index}@x`], `A q${index}`))],
      [...paths('c', 21), ...paths('q', 22)],
    );
    // One more than Cleo is needed for half, but who authors one file of 21 is less than a tenth.
    assert.deepEqual([Object.keys(pruned.developers), pruned.value], [['Cleo Third'], 1]);
    assert.ok(pruned.abandonedShare > 0.5);
  });

  it('does not count files without commits', () => {
    assert.equal(reference([by(ann, 'A a')], ['a', 'unseen', 'unseen too']).files, 1);
  });

  it('joins developers by address or by folded name, after the mailmap', () => {
    const same: Person[] = [
      ['Ann Example', 'a@1'],
      ['ANN EXAMPLE', 'b@2'],
      ['x', 'A@1'],
    ];
    const commits = same.map((person, index) => by(person, `A f${index}`));
    assert.equal(reference(commits, ['f0', 'f1', 'f2']).value, 1);
    const mapped = [by(['x', 'x@1'], 'A a'), by(['y', 'y@2'], 'A b')];
    assert.equal(reference(mapped, ['a', 'b']).value, 2);
    assert.equal(reference(mapped, ['a', 'b'], 'Z <z@3> <x@1>\nZ <z@3> <y@2>').value, 1);
  });

  it('ignores merges', () => {
    const merge: WrittenCommit = { author: cleo, parents: [0, 1], changes: ['A merged'] };
    assert.equal(reference([by(ann, 'A a'), by(ben, 'M a'), merge], ['a', 'merged']).files, 1);
  });

  it('says nothing where there is no file, or nobody to lose', () => {
    assert.deepEqual(reference([], []).value, null);
    const bots = reference([by(bot, 'A a')], ['a']);
    assert.deepEqual([bots.value, bots.files, bots.abandonedShare], [null, 1, 1]);
  });
});

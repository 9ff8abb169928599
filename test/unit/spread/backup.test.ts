import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Familiarity } from '../../../src/core/grounds';
import { type BackupInput, chooseBackups } from '../../../src/core/spread/backup';

const known = (person: number, touches: number, share = 0): Familiarity => ({ person, touches, lastTouched: 1, share });
const beside = (person: number, touches: number, component = 'next'): Familiarity & { component: string } => ({
  ...known(person, touches),
  component,
});
const choose = (changes: Partial<BackupInput>) => choices(changes)[0] ?? null;
const choices = (changes: Partial<BackupInput>) =>
  chooseBackups({
    ...{ owners: [{ person: 0, share: 1 }], familiar: [], nearby: [], load: new Map(), burden: new Map() },
    ...{ active: [true, true, true, true, false], commits: [90, 90, 90, 90, 90], asOf: 1 },
    ...changes,
  });

describe('a backup', () => {
  it('is who knows the component best besides its owner', () => {
    const found = choose({ familiar: [known(0, 90, 0.8), known(1, 3, 0.05), known(2, 9, 0.15)] });
    assert.deepEqual(found, {
      person: 2,
      reasons: [{ code: 'touchedHere', values: { person: 2, touches: 9, date: 1 } }],
    });
  });

  it('is never an owner, nor anyone who is not active, such as a bot', () => {
    assert.equal(choose({ familiar: [known(0, 90, 0.8), known(4, 50, 0.2)] }), null);
  });

  it('is who works beside it where nobody else worked in it', () => {
    const found = choose({ nearby: [beside(1, 40), beside(2, 4)] });
    assert.deepEqual([found?.person, found?.reasons[0]?.code], [1, 'touchedNearby']);
  });

  it('is rather who worked in it than who worked much beside it', () => {
    const neighbours = Array.from({ length: 30 }, (_, index) => beside(2, 500, `next${index}`));
    assert.equal(choose({ familiar: [known(1, 2, 0.02)], nearby: neighbours })?.person, 1);
  });

  it('is never who owns most already, though nobody else were as near', () => {
    const familiar = [known(1, 10, 0.2), known(2, 6, 0.1)];
    const burden = new Map([
      [1, 40],
      [2, 3],
      [3, 2],
    ]);
    assert.equal(choose({ familiar })?.person, 1);
    assert.deepEqual(
      choices({ familiar, burden }).map(({ person }) => person),
      [2],
    );
  });

  it('is rather who owns no more than usual where two are as near', () => {
    const familiar = [known(1, 6, 0.1), known(2, 6, 0.1)];
    const burden = new Map([
      [0, 40],
      [1, 30],
      [2, 3],
      [3, 2],
    ]);
    assert.equal(choose({ familiar })?.person, 1);
    assert.equal(choose({ familiar, burden })?.person, 2);
  });

  it('comes with a second and a third choice, the best first', () => {
    const familiar = [known(1, 9, 0.2), known(2, 6, 0.1), known(3, 2)];
    assert.deepEqual(
      choices({ familiar, nearby: [beside(3, 3)] }).map(({ person }) => person),
      [1, 2, 3],
    );
  });

  it('may have reviewed it only, after who changed it', () => {
    assert.deepEqual(
      choices({ familiar: [known(1, 0), known(2, 1)] }).map(({ person }) => person),
      [2, 1],
    );
    assert.deepEqual(choose({ familiar: [known(1, 0)] })?.reasons, [{ code: 'reviewedHere', values: { person: 1 } }]);
  });

  it('says what they carry elsewhere', () => {
    const found = choose({ familiar: [known(1, 10, 0.2)], load: new Map([[1, 4]]) });
    assert.deepEqual(found?.reasons.at(-1), { code: 'ownsElsewhere', values: { person: 1, components: 4 } });
  });

  it('is not who passed by once where someone settled is there', () => {
    const familiar = [known(1, 2, 0.06), known(2, 2, 0.04)];
    assert.equal(choose({ familiar, commits: [90, 1, 90, 0, 0] })?.person, 2);
  });

  it('is not who only passed by beside it, though nobody else were near', () => {
    assert.equal(choose({ nearby: [beside(1, 1)], commits: [90, 2, 0, 0, 0] }), null);
    assert.equal(choose({ familiar: [known(1, 1)], commits: [90, 2, 0, 0, 0] })?.person, 1);
  });

  it('is rather who worked in it lately than who did long ago', () => {
    const familiar = [
      { ...known(1, 9), lastTouched: 0 },
      { ...known(2, 6), lastTouched: 2e8 },
    ];
    assert.equal(choose({ familiar })?.person, 1);
    assert.equal(choose({ familiar, asOf: 2e8 })?.person, 2);
  });

  it('is nobody where nobody is near', () => {
    assert.equal(choose({}), null);
  });

  it('is never an owner and always active, and is the same whatever the order of people', () => {
    const entry = fc.record({
      person: fc.nat(4),
      touches: fc.nat(60),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const familiar = fc.uniqueArray(entry, { selector: ({ person }) => person, maxLength: 5 });
    const load = fc.array(fc.tuple(fc.nat(4), fc.nat(5))).map(pairs => new Map(pairs));
    fc.assert(
      fc.property(familiar, load, fc.uniqueArray(fc.nat(4), { maxLength: 3 }), (people, carried, owning) => {
        const owners = owning.map(person => ({ person, share: 1 }));
        const entries = people.map(({ person, touches, share }) => known(person, touches, share));
        const found = choose({ owners, familiar: entries, load: carried });
        assert.ok(found === null || (found.person !== 4 && !owning.includes(found.person)));
        const reversed = new Map([...carried].reverse());
        assert.deepEqual(choose({ owners, familiar: entries.reverse(), load: reversed }), found);
      }),
    );
  });
});

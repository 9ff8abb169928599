import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Person, Snapshot } from '../../../src/core/model';
import { whatIf } from '../../../src/core/ownership/whatIf';
import { withoutPeople } from '../../../src/core/ownership/withoutPeople';
import type { DeclaredPerson } from '../../../src/core/settings';
import { agent, ann, ben, cleo } from '../history/writtenHistory';
import { personAt, snapshotOf, type Written, type WrittenRepository, writtenRepositories } from './writtenSnapshot';

type Absence = Pick<DeclaredPerson, 'left' | 'away'>;

const leftForGood: Absence = { left: true, away: [] };
const awayNow: Absence = { left: false, away: [{ from: null, until: null }] };

/** The same analysed again, with those people listed as left, or as away. */
function analysedWithout(written: Written, { people }: Snapshot, ids: readonly number[], how: Absence): Snapshot {
  const listed = people.filter(({ id }) => ids.includes(id));
  return snapshotOf({
    ...written,
    settings: {
      ...written.settings,
      people: listed.map(({ email, aliases }) => ({
        ...{ name: null, emails: [email, ...aliases], present: false, bot: false, teams: [], ...how },
      })),
    },
  });
}

/** Without what a Snapshot does not hold. */
function comparable(snapshot: Snapshot): Snapshot {
  return { ...snapshot, files: snapshot.files.map(file => ({ ...file, orphanedBlocks: [] })) };
}

/** Without what is said differently of who left and of who is away: who left is in no team any more. */
function ofAnyAbsence(snapshot: Snapshot): unknown {
  const text = JSON.stringify({
    ...comparable(snapshot),
    people: snapshot.people.map(person =>
      person.state === 'away' || person.state === 'left' ? { ...person, left: true, state: 'left' } : person,
    ),
    components: snapshot.components.map(component => {
      const reasons = component.risk.reasons.filter(({ code }) => code !== 'soleInTeam');
      return { ...component, risk: { ...component.risk, reasons } };
    }),
  });
  return JSON.parse(text.replaceAll('"ownerAway"', '"ownerLeft"'));
}

/** The same repositories begun with an import, with changes that an agent helped with, and with teams. */
const teamRepositories: fc.Arbitrary<WrittenRepository> = fc
  .tuple(writtenRepositories, fc.uniqueArray(fc.nat(11), { minLength: 2, maxLength: 6 }))
  .map(([written, team]): WrittenRepository => {
    const [begin, ...others] = written.commits;
    const imported = (begin?.changes ?? []).map(change => change.replace('A ', ''));
    const elsewhere = Array.from({ length: 120 }, (_, index) => `old/${index}`);
    const start = { author: personAt(0), on: 0, changes: [...imported, ...elsewhere].map(path => `A ${path}`) };
    const later = others.map((commit, place) =>
      place % 3 === 0 ? { ...commit, trailers: [...(commit.trailers ?? []), ['coAuthor', agent] as const] } : commit,
    );
    return {
      ...written,
      commits: [start, ...later],
      texts: { ...written.texts, CODEOWNERS: '/api/ @shop/red @shop/blue\n/web/ @shop/red\n/jobs/ @shop/blue\n' },
      settings: {
        ...written.settings,
        teams: [
          { name: 'red', people: team.map(id => personAt(id)[0]) },
          { name: '@shop/blue', people: [0, 1, 2, 3].map(id => personAt(id)[1]) },
        ],
      },
    };
  });

const fewPeople = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 });

describe('a Snapshot without some people', () => {
  for (const tier of [1, 2] as const) {
    const check = (same: (written: Written, snapshot: Snapshot, ids: readonly number[]) => void): void => {
      fc.assert(
        fc.property(fc.oneof(writtenRepositories, teamRepositories), fewPeople, ({ lines, ...written }, some) => {
          const shown = tier === 2 ? { ...written, lines } : written;
          const snapshot = snapshotOf(shown);
          same(
            shown,
            snapshot,
            some.filter(id => snapshot.people[id]?.agent === false),
          );
        }),
        { numRuns: 40 },
      );
    };

    it(`is what an analysis says that has them as away, in tier ${tier}`, function () {
      this.timeout(20_000);
      check((written, snapshot, ids) => {
        assert.deepEqual(
          comparable(withoutPeople(snapshot, new Set(ids))),
          comparable(analysedWithout(written, snapshot, ids, awayNow)),
        );
      });
    });

    it(`is what an analysis says that has them as left, in other words, in tier ${tier}`, function () {
      this.timeout(20_000);
      check((written, snapshot, ids) => {
        assert.deepEqual(
          ofAnyAbsence(withoutPeople(snapshot, new Set(ids))),
          ofAnyAbsence(analysedWithout(written, snapshot, ids, leftForGood)),
        );
      });
    });
  }

  it('is certain of nothing where the history is cut off', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(writtenRepositories, fc.nat(11), ({ lines: _, ...written }, id) => {
        const shallow = { ...written, boundary: [0] };
        const snapshot = snapshotOf(shallow);
        const away = [id].filter(each => each < snapshot.people.length);
        assert.deepEqual(
          comparable(withoutPeople(snapshot, new Set(away))),
          comparable(analysedWithout(shallow, snapshot, away, awayNow)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('says nothing of a component of which few files are known since an import, as the analysis does', () => {
    const app = Array.from({ length: 10 }, (_, at) => `app/f${at}.ts`);
    const elsewhere = Array.from({ length: 120 }, (_, at) => `old/${at}`);
    const written: Written = {
      commits: [
        { author: cleo, on: 0, changes: [...app, ...elsewhere].map(path => `A ${path}`) },
        ...[ann, ben].map((author, on) => ({ author, on: on + 1, changes: app.slice(0, 4).map(path => `M ${path}`) })),
      ],
      tree: [...app, ...elsewhere],
    };
    const snapshot = snapshotOf(written);
    const away = snapshot.people.filter(({ name }) => name === ben[0]).map(({ id }) => id);
    const after = withoutPeople(snapshot, new Set(away));
    const known = after.components.find(({ id }) => id === 'app');
    assert.equal(known?.truckFactors.combined, null);
    assert.deepEqual(comparable(after), comparable(analysedWithout(written, snapshot, away, awayNow)));
  });

  it('leaves the Snapshot as it was', () => {
    const snapshot = snapshotOf(shop());
    const before = structuredClone(snapshot);
    withoutPeople(snapshot, new Set(snapshot.people.map(({ id }) => id)));
    assert.deepEqual(snapshot, before);
  });
});

/** Ann and Ben share `pay`, Ben alone has `web`, Cleo wrote a few lines beside; the runbook is by Ann. */
function shop(): Written {
  const paths = ['pay/a.ts', 'pay/b.ts', 'web/a.ts', 'web/b.ts', 'jobs/a.ts', 'jobs/b.ts'];
  const edit = (author: typeof ann, ...changed: string[]) => ({ author, changes: changed.map(path => `M ${path}`) });
  return {
    commits: [
      { author: ann, changes: ['A pay/a.ts', 'A pay/b.ts', 'A docs/runbooks/pay.md'] },
      { author: ben, changes: ['A web/a.ts', 'A web/b.ts'] },
      { author: cleo, changes: ['A jobs/a.ts', 'A jobs/b.ts'] },
      ...[1, 2, 3, 4].map(() => edit(ann, 'pay/a.ts', 'pay/b.ts')),
      ...[1, 2, 3, 4, 5].map(() => edit(ben, 'pay/a.ts', 'pay/b.ts', 'web/a.ts', 'web/b.ts')),
      edit(cleo, 'web/a.ts'),
      ...[1, 2, 3].map(() => edit(cleo, 'jobs/a.ts', 'jobs/b.ts')),
      edit(ann, 'docs/runbooks/pay.md'),
    ],
    tree: [...paths, 'docs/runbooks/pay.md'],
    texts: { 'docs/runbooks/pay.md': '# Restart pay\n\n1. Stop it.\n2. Start it.\n' },
    settings: {
      components: ['pay', 'web', 'jobs'].map((name, line) => ({
        ...{ name, paths: [`${name}/**`], criticality: 'normal' as const, line },
      })),
    },
  };
}

describe('what if someone is away', () => {
  const snapshot = snapshotOf(shop());
  const named = (name: string): number => snapshot.people.findIndex(person => person.name === name);
  const without = (...names: string[]) => whatIf(snapshot, names.map(named));
  const nameOf = (id: number | undefined): string | undefined => snapshot.people[id ?? -1]?.name;

  it('names the components that become known by one person or by nobody, before and after, with a backup', () => {
    const { components } = without('Ben Bäcker');
    assert.deepEqual(
      components.map(({ before, after }) => [after.id, before.state, after.state, nameOf(after.backup?.person)]),
      [
        ['pay', 'shared', 'sole', 'Cleo Third'],
        ['web', 'sole', 'orphaned', 'Cleo Third'],
      ],
    );
  });

  it('names the files that do', () => {
    assert.deepEqual(
      without('Ben Bäcker').files.map(({ before, after }) => [after.path, before.state, after.state]),
      [
        ['pay/a.ts', 'shared', 'sole'],
        ['pay/b.ts', 'shared', 'sole'],
        ['web/a.ts', 'sole', 'orphaned'],
        ['web/b.ts', 'sole', 'orphaned'],
      ],
    );
  });

  it('takes several people together', () => {
    const states = without('Ben Bäcker', 'Ann Example').components.map(({ after }) => [after.id, after.state]);
    assert.deepEqual(states, [
      ['pay', 'orphaned'],
      ['web', 'orphaned'],
      ['root files', 'orphaned'],
    ]);
  });

  it('says of which team one person alone would know a component', () => {
    const teams = [{ name: 'red', people: [ann[0], ben[0]] }];
    const written = { ...shop(), texts: { ...shop().texts, CODEOWNERS: '/pay/ @shop/red\n' } };
    const ofTeams = snapshotOf({ ...written, settings: { ...written.settings, teams } });
    const reasons = ({ components }: Snapshot) => components.find(({ id }) => id === 'pay')?.risk.reasons ?? [];
    assert.ok(reasons(ofTeams).some(({ code }) => code === 'oneTeam'));
    const { after } = whatIf(ofTeams, [named('Ben Bäcker')]);
    assert.deepEqual(
      reasons(after).filter(({ code }) => code === 'soleInTeam' || code === 'oneTeam'),
      [{ code: 'soleInTeam', values: { person: named('Ann Example'), team: 'shop/red' } }],
    );
  });

  it('never names someone away as a backup', () => {
    for (const { after } of without('Ben Bäcker', 'Cleo Third').components) {
      assert.ok(![named('Ben Bäcker'), named('Cleo Third')].includes(after.backup?.person ?? -1), after.id);
    }
  });

  it('names the runbooks that lose their last author', () => {
    assert.deepEqual(
      without('Ann Example').runbooks.map(({ path }) => path),
      ['docs/runbooks/pay.md'],
    );
    assert.deepEqual(without('Ben Bäcker').runbooks, []);
  });

  it('says the truck factor before and after, where there is one', () => {
    assert.deepEqual(
      without('Ben Bäcker').truckFactors.map(({ before, after }) => [before.definition, before.value, after.value]),
      [
        ['combined', 2, 1],
        ['activity', 2, 1],
      ],
    );
    const nobody = without('Ann Example', 'Ben Bäcker', 'Cleo Third').truckFactors[0]?.after;
    assert.deepEqual([nobody?.value, nobody?.files], [null, 0]);
  });

  it('changes nothing where the person is not active, or not there', () => {
    const quiet: Person[] = snapshot.people.map(person => ({ ...person, active: person.name !== 'Nobody' }));
    const nothing = whatIf({ ...snapshot, people: quiet }, [99, -1]);
    assert.deepEqual([nothing.people, nothing.components, nothing.files, nothing.runbooks], [[], [], [], []]);
  });
});

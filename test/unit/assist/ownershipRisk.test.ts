import assert from 'node:assert/strict';
import { ask, items, names, part, shop } from './assistedShop';

const tool = 'get_ownership_risk';

describe('get_ownership_risk', () => {
  it('names the single points of a repository, riskiest first, and its truck factor', () => {
    const answer = ask(tool);
    assert.deepEqual(
      items(answer, 'singlePoints').map(({ component, state }) => [component, state]),
      [
        ['pay', 'sole'],
        ['docs', 'sole'],
      ],
    );
    assert.match(answer.text, /"pay" is known by one person/);
    assert.match(answer.text, /Truck factor \d/);
    assert.match(answer.text, /Best backup: Ben Bäcker/);
  });

  it('tells of a component who owns it, who else knows some of it, and which runbooks it has', () => {
    const answer = ask(tool, { component: 'pay' });
    const { component, state } = part(answer, 'subject');
    assert.deepEqual([component, state], ['pay', 'sole']);
    assert.deepEqual(names(answer, 'people'), ['Ann Example', 'Ben Bäcker']);
    assert.equal(
      answer.content?.['alerts'],
      '4 alerts, 1 with a working runbook, 1 with one elsewhere, one person alone knows 1 of them',
    );
  });

  it('tells of a file by what its owner owns it, and what others did', () => {
    const answer = ask(tool, { path: 'pay/a.ts' });
    assert.deepEqual(
      items(answer, 'people').map(({ name, owner, changes }) => [name, owner, changes]),
      [
        ['Ann Example', true, 7],
        ['Ben Bäcker', false, 1],
      ],
    );
    assert.match(answer.text, /"pay\/a\.ts" is known by one person/);
  });

  it('tells of a folder inside a component who owns how much of it', () => {
    const answer = ask(tool, { path: 'pay/deep/' });
    assert.match(answer.text, /Of the 1 files in "pay\/deep" 1 are known by one person/);
    assert.deepEqual(
      items(answer, 'people').map(({ name, shareOfFiles }) => [name, shareOfFiles]),
      [['Ann Example', 1]],
    );
  });

  it("tells of a wider folder by component, and adds up nobody's work", () => {
    const wide = shop();
    const moved = {
      ...wide,
      files: wide.files.map(file => ({ ...file, path: `services/${file.path}` })),
    };
    const answer = ask(tool, { path: 'services' }, moved);
    assert.deepEqual(items(answer, 'people'), []);
    assert.deepEqual(
      items(answer, 'components').map(({ component }) => component),
      ['pay', 'docs', 'web'],
    );
  });

  it('takes a folder that is one component for that component', () => {
    assert.deepEqual(ask(tool, { path: 'pay' }).content, ask(tool, { component: 'pay' }).content);
  });

  it('understands paths from the root of the disk, as addresses, and of Windows', () => {
    const wanted = ask(tool, { path: 'pay/a.ts' });
    for (const path of [
      '/code/shop/pay/a.ts',
      'file:///code/shop/pay/a.ts',
      './pay/a.ts',
      'pay\\a.ts',
      'web/../pay/a.ts',
    ])
      assert.deepEqual(ask(tool, { path }), wanted, path);
  });

  it('refuses paths outside of the repository', () => {
    for (const path of [
      '/etc/passwd',
      '../other/a.ts',
      '/code/shop-two/a.ts',
      'file:///etc/passwd',
      'C:\\secret',
      '~/a',
    ]) {
      const answer = ask(tool, { path });
      assert.equal(answer.failed, true, path);
      assert.match(answer.text, /outside of the repository/, path);
    }
  });

  it('offers names near to one that is not there', () => {
    assert.match(ask(tool, { path: 'pay/aa.ts' }).text, /Did you mean "pay\/a\.ts"/);
    assert.match(ask(tool, { path: 'b.ts' }).text, /Did you mean "pay\/deep\/b\.ts"/);
    assert.match(ask(tool, { component: 'pays' }).text, /Did you mean "pay"/);
    assert.match(ask(tool, { component: 'zzz' }).text, /Some that there are: "pay"/);
  });

  it('says what to do where the history that would tell is cut off', () => {
    const answer = ask(tool, { component: 'pay' }, shop({ boundary: [0] }));
    assert.equal(answer.failed, true);
    assert.match(answer.text, /git fetch --unshallow/);
  });
});

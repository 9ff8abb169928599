import assert from 'node:assert/strict';
import { Story } from './story';

describe('the walk from the head to the versions that own lines', () => {
  it('follows a path through changes of its content to where it was added', async () => {
    const story = new Story();
    story.commit('root', [], ['A a']);
    story.commit('other', ['root'], ['A b', 'M a 1 1']);
    story.commit('change', ['other'], ['M a 1']);
    assert.deepEqual(await story.walk('change', { a: 2 }), ['change a 2 → a 1', 'root a 1']);
  });

  it('ends at the last commit that is here, and says so', async () => {
    const story = new Story();
    story.commit('change', ['beyond'], ['M a 1']);
    assert.deepEqual(await story.walk('change', { a: 2 }), ['change a 2 → a 1', 'a 1 is open']);
  });

  it('begins a file anew where it took the place of a link', async () => {
    const story = new Story();
    story.commit('root', [], ['A a']);
    story.commit('change', ['root'], ['T a']);
    assert.deepEqual(await story.walk('change', { a: 2 }), ['change a 2']);
  });

  it('asks where a new file comes from, with what was lost in the same commit', async () => {
    const story = new Story();
    story.commit('root', [], ['A old', 'A link']);
    story.commit('move', ['root'], ['A new', 'D old 1', 'D link -1', 'M x 5']);
    story.sources.set('move 0 new', 'old 1');
    assert.deepEqual(await story.walk('move', { new: 2 }), ['move new 2 → old 1', 'root old 1']);
    assert.deepEqual(story.asked, ['move 0 new 2 of old 1, link -1']);
  });

  it('lets two new files come from the same lost one', async () => {
    const story = new Story();
    story.commit('root', [], ['A old']);
    story.commit('move', ['root'], ['A one', 'A two', 'D old 1']);
    story.sources.set('move 0 one', 'old 1').set('move 0 two', 'old 1');
    assert.deepEqual(await story.walk('move', { one: 2, two: 3 }), [
      ...['move one 2 → old 1', 'move two 3 → old 1', 'root old 1'],
    ]);
  });

  it('leaves a file open whose source cannot be told', async () => {
    const story = new Story();
    story.commit('root', [], ['A old']);
    story.commit('move', ['root'], ['A new', 'D old 1']);
    story.sources.set('move 0 new', 'undecided');
    assert.deepEqual(await story.walk('move', { new: 2 }), ['new 2 is open']);
  });

  describe('at a merge', () => {
    /** `merge` of `one` and `two`, which both come from `root` with a file `a` of content 1. */
    const forked = (): Story => {
      const story = new Story();
      story.commit('root', [], ['A a']);
      story.commit('one', ['root'], ['M a 1']);
      story.commit('two', ['root'], ['M a 1']);
      return story;
    };

    it('goes to the first parent alone when that has the file as it is', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], []);
      assert.deepEqual(await story.walk('merge', { a: 2 }), ['one a 2 → a 1', 'root a 1']);
    });

    it('goes to the other parent alone when only that has it', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['M a 2']);
      assert.deepEqual(await story.walk('merge', { a: 3 }), ['two a 3 → a 1', 'root a 1']);
      assert.deepEqual(story.asked, []);
    });

    it('goes to both when it is like neither, and both ways meet again', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['M a 2'], ['a M 2 M 3']);
      assert.deepEqual(await story.walk('merge', { a: 4 }), [
        ...['merge a 4 → a 2, a 3', 'two a 3 → a 1', 'one a 2 → a 1', 'nobody a 1 → a 1', 'root a 1'],
      ]);
    });

    it('asks no parent for what an earlier one has as well', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['M a 2'], ['a M 2 M 2']);
      assert.deepEqual(await story.walk('merge', { a: 4 }), ['merge a 4 → a 2', 'one a 2 → a 1', 'root a 1']);
    });

    it('of many asks those between which of them has the file, the last never', async () => {
      const story = forked();
      story.commit('three', ['root'], ['M a 1']);
      story.commit('four', ['root'], ['M a 1']);
      story.commit('merge', ['one', 'two', 'three', 'four'], ['M a 2']);
      story.against.set('merge two', ['M a 7']).set('merge three', []);
      assert.deepEqual(await story.walk('merge', { a: 4 }), ['three a 4 → a 1', 'root a 1']);
      assert.deepEqual(story.asked, ['merge against two', 'merge against three']);
      story.against.set('merge three', ['M a 8']);
      assert.deepEqual(await story.walk('merge', { a: 4 }), ['four a 4 → a 1', 'root a 1']);
      assert.ok(!story.asked.includes('merge against four'));
    });

    it('looks for a rename only in parents that lack the path', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['M a 2'], ['a M 2 A -1']);
      story.against.set('merge two', ['D old 9', 'A a']);
      story.sources.set('merge 1 a', 'old 9');
      assert.deepEqual(await story.walk('merge', { a: 4 }), [
        ...['merge a 4 → a 2, old 9', 'one a 2 → a 1', 'root a 1', 'root old 9'],
      ]);
      assert.deepEqual(story.asked, ['merge against two', 'merge 1 a 4 of old 9']);
    });

    it('goes whole to a parent where the very content has another name', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['M a 2'], ['a M 2 A -1']);
      story.commit('two', ['root'], ['A old']);
      story.against.set('merge two', ['D old 4']);
      story.sources.set('merge 1 a', 'old 4');
      assert.deepEqual(await story.walk('merge', { a: 4 }), ['nobody a 4 → old 4', 'two old 4']);
    });

    it('begins a file anew when no parent has it, nor anything like it', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['A new'], ['new A -1 A -1']);
      story.against.set('merge two', []);
      assert.deepEqual(await story.walk('merge', { new: 4 }), ['merge new 4']);
    });

    it('takes a link of a parent for nothing, and never seeks a rename there', async () => {
      const story = forked();
      story.commit('merge', ['one', 'two'], ['T a'], ['a T -1 M 3']);
      assert.deepEqual(await story.walk('merge', { a: 4 }), ['merge a 4 → a 3', 'two a 3 → a 1', 'root a 1']);
      assert.deepEqual(story.asked, []);
    });

    it('of whose parents one has the file through the other says that once', async () => {
      const story = new Story();
      story.commit('root', [], ['A a']);
      story.commit('side', ['root'], ['A b']);
      story.commit('merge', ['root', 'side'], ['A b']);
      assert.deepEqual(await story.walk('merge', { a: 1, b: 2 }), ['side b 2', 'root a 1']);
    });
  });

  it('joins two ways to the same version', async () => {
    const story = new Story();
    story.commit('root', [], ['A old']);
    story.commit('one', ['root'], ['A a', 'D old 1']);
    story.commit('two', ['root'], ['M old 1']);
    story.commit('merge', ['one', 'two'], ['A old'], ['old A -1 M 3']);
    story.against.set('merge two', ['A a']);
    story.sources.set('one 0 a', 'old 1');
    const found = await story.walk('merge', { a: 2, old: 4 });
    assert.deepEqual(found, [
      ...['merge old 4 → old 3', 'two old 3 → old 1', 'one a 2 → old 1', 'nobody old 1 → old 1', 'root old 1'],
    ]);
  });

  describe('with lines that are known already', () => {
    it('stops where a path is as it was there', async () => {
      const story = new Story();
      story.commit('new', ['known'], ['M a 1']);
      story.commit('known', ['beyond'], ['M a 3']);
      assert.deepEqual(await story.walk('new', { a: 2, b: 5 }, { at: 'known', files: { a: 1, b: 5 } }), [
        ...['new a 2 → a 1', 'nobody a 1 → a 1', 'nobody b 5 → b 5'],
      ]);
    });

    it('says when something else is sought beyond', async () => {
      const story = new Story();
      story.commit('new', ['known'], ['A a', 'D old 9']);
      story.sources.set('new 0 a', 'old 9');
      story.commit('known', ['beyond'], ['M b 3']);
      assert.deepEqual(await story.walk('new', { a: 2 }, { at: 'known', files: { b: 1 } }), [
        ...['new a 2 → old 9', 'old 9 is open'],
      ]);
    });
  });
});

import assert from 'node:assert/strict';
import type { FileOwnership, OrphanedBlock, State } from '../../../src/core/model';
import { plainTranslate } from '../../../src/core/report/translate';
import { backupOf, blockText, type DocumentShape, shownBlocks } from '../../../src/extension/orphanedBlocks';
import type { SnapshotIndex } from '../../../src/extension/snapshotIndex';
import { exampleComponent, exampleFile, exampleSnapshot } from '../report/exampleSnapshot';
import { analysedRepository } from './analysedRepository';

const block: OrphanedBlock = { person: 3, line: 10, lines: 1200, lastChanged: 1_600_000_000 };
const component = exampleComponent('payments');
const clean: DocumentShape = { isDirty: false, lineCount: 2001, endsWithLineFeed: true };

function fileIn(state: State, changes: Partial<FileOwnership> = {}): FileOwnership {
  const owners = state === 'orphaned' ? [] : state === 'sole' ? [1] : [1, 0];
  return {
    ...exampleFile('payments/a.ts', 'payments', state, owners),
    lines: 2000,
    orphanedBlocks: [block],
    ...changes,
  };
}

async function indexOf(file: FileOwnership, changes = {}): Promise<SnapshotIndex> {
  const snapshot = exampleSnapshot({ components: [{ ...component, ...changes }], files: [file] });
  const { index } = await analysedRepository(snapshot);
  assert.ok(index);
  return index;
}

describe('A block whose only author left', () => {
  it('is shown in a file that somebody active knows', async () => {
    for (const state of ['sole', 'shared'] as const) {
      assert.deepEqual(shownBlocks(fileIn(state), await indexOf(fileIn(state)), clean), [block]);
    }
  });

  it('is not shown where the first line says already that nobody active knows the file, or nothing is known', async () => {
    for (const state of ['orphaned', 'unknown'] as const) {
      assert.deepEqual(shownBlocks(fileIn(state), await indexOf(fileIn(state)), clean), []);
    }
  });

  it('is hidden while the document is edited, and while it has other lines than were analysed', async () => {
    const file = fileIn('shared');
    const index = await indexOf(file);
    const shown = (shape: Partial<DocumentShape>): number => shownBlocks(file, index, { ...clean, ...shape }).length;
    assert.equal(shown({ isDirty: true }), 0);
    assert.equal(shown({ lineCount: 2002 }), 0);
    assert.equal(shown({ lineCount: 2000, endsWithLineFeed: false }), 1);
    assert.equal(shown({ lineCount: 2001, endsWithLineFeed: false }), 0);
    assert.deepEqual(shownBlocks(fileIn('shared', { lines: null }), index, clean), []);
  });

  it('is not shown while the risk of the file, or of its component, is accepted', async () => {
    const accepted = { until: '2999-12-31', why: '' };
    const file = fileIn('shared', { accepted });
    assert.deepEqual(shownBlocks(file, await indexOf(file), clean), []);
    assert.deepEqual(shownBlocks(fileIn('shared'), await indexOf(fileIn('shared'), { accepted }), clean), []);
  });

  it('is put about the code, with the person who wrote it', async () => {
    const { people } = (await indexOf(fileIn('shared'))).snapshot;
    assert.equal(blockText(block, people, plainTranslate), 'Known by nobody active: 1,200 lines by Dov Left');
  });

  it('is best taken over by who knows most of the file, else by the backup of the component', async () => {
    const index = await indexOf(fileIn('shared'));
    assert.equal(backupOf(fileIn('shared'), index), 1);
    assert.equal(backupOf(fileIn('orphaned'), index), component.backup?.person);
    assert.equal(backupOf(fileIn('orphaned'), await indexOf(fileIn('orphaned'), { backup: null })), null);
  });
});

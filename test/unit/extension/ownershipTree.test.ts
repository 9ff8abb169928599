import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/model';
import type { RepositoryState } from '../../../src/extension/repositoryState';
import { search } from '../../../src/extension/tree/filter';
import type { Grouping, OwnershipNode } from '../../../src/extension/tree/node';
import { OwnershipTree } from '../../../src/extension/tree/ownershipTree';
import { exampleComponent, exampleFile, exampleSnapshot } from '../report/exampleSnapshot';
import { analysedRepository } from './analysedRepository';

describe('The rows of the Ownership view', () => {
  it('are the components, riskiest first', async () => {
    const { tree, roots } = await treeOf(exampleSnapshot());
    assert.deepEqual(labels(roots).slice(0, 3), ['payments', 'labels', 'deploy/kubernetes']);
    assert.deepEqual(labels(tree.children(first(roots))), ['why', 'people', 'files']);
  });

  it('say below a component why, who, what for and where', async () => {
    const { tree, roots } = await treeOf(exampleSnapshot());
    const [why, people, files] = tree.children(first(roots));
    assert.equal(rows(tree, why).length, 3);
    assert.deepEqual(
      rows(tree, people).map(row => row.kind === 'person' && [row.person, row.role]),
      [
        [0, 'owner'],
        [1, 'backup'],
      ],
    );
    const [owner, backup] = rows(tree, people);
    assert.ok(owner?.kind === 'person' && owner.shares?.authored === 37);
    assert.ok(backup?.kind === 'person' && backup.shares === null);
    assert.deepEqual(labels(rows(tree, files)), ['payments/src/server.ts', 'payments/src/settle.ts']);
  });

  it('say who else could become an owner after the backup, and why', async () => {
    const reasons = [{ code: 'touchedNearby', values: { person: 2, path: 'web' } }] as const;
    const component = exampleComponent('a', { alternatives: [{ person: 2, reasons }], knowledge: [] });
    const { tree, roots } = await treeOf(exampleSnapshot({ components: [component] }));
    const people = rows(tree, tree.children(first(roots))[1]);
    assert.deepEqual(
      people.map(row => row.kind === 'person' && [row.person, row.role, row.reasons.length]),
      [
        [0, 'owner', 0],
        [1, 'backup', 2],
        [2, 'alternative', 1],
      ],
    );
  });

  it('show single points before the other files of a component', async () => {
    const files = [
      exampleFile('payments/a.ts', 'payments', 'shared', [0, 1]),
      exampleFile('payments/b.ts', 'payments', 'sole', [0]),
      exampleFile('payments/c.ts', 'payments', 'orphaned', []),
    ];
    const { tree, roots } = await treeOf(exampleSnapshot({ files }));
    const group = tree.children(first(roots)).at(-1);
    assert.deepEqual(labels(rows(tree, group)), ['payments/b.ts', 'payments/c.ts', 'payments/a.ts']);
  });

  it('have ids that are unique and the same after every analysis, in every grouping', async () => {
    for (const grouping of ['component', 'folder', 'person', 'runbook'] as const) {
      const ids = everything(await treeOf(exampleSnapshot(), grouping)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, grouping);
      assert.deepEqual(
        everything(await treeOf(exampleSnapshot(), grouping)).map(({ id }) => id),
        ids,
      );
    }
  });

  it('know the row above them', async () => {
    for (const grouping of ['component', 'folder', 'person', 'runbook'] as const) {
      const { tree, roots } = await treeOf(exampleSnapshot(), grouping);
      const check = (row: OwnershipNode, parent: OwnershipNode | null): void => {
        assert.equal(row.parent?.id ?? null, parent?.id ?? null, row.id);
        for (const child of tree.children(row)) check(child, row);
      };
      for (const root of roots) check(root, null);
    }
  });

  it('follow folders, with chains of single folders in one row', async () => {
    const { tree, roots } = await treeOf(exampleSnapshot(), 'folder');
    assert.deepEqual(labels(roots), ['deploy/kubernetes', 'labels', 'payments/src', 'web']);
    assert.deepEqual(labels(tree.children(first(roots))), ['deploy/kubernetes/ingress.yaml']);
  });

  it('list people by name, not by how much they know', async () => {
    const { roots } = await treeOf(exampleSnapshot(), 'person');
    assert.deepEqual(
      labels(roots).toSorted((left, right) => left.localeCompare(right)),
      labels(roots),
    );
    assert.ok(labels(roots).includes('Dov Left'), 'who knew an orphaned component best is missing');
    assert.ok(!labels(roots).includes('renovate[bot]'));
  });

  it('list nobody where the repository does not allow it', async () => {
    const { roots } = await treeOf(exampleSnapshot({ policy: { whatIf: true, people: false } }), 'person');
    assert.deepEqual(roots, []);
  });

  it('list runbooks, and before them the components without one', async () => {
    const { tree, roots } = await treeOf(exampleSnapshot(), 'runbook');
    assert.deepEqual(labels(roots), ['withoutRunbook', 'Operate it', 'Roll out']);
    const without = labels(tree.children(first(roots)));
    assert.ok(without.includes('payments'));
    assert.ok(!without.includes('packages/core'), 'it has a runbook');
    assert.ok(!without.includes('docs'), 'documentation needs none');
  });

  it('lead to names that may be of one person at the end, unless only a part is shown', async () => {
    const suggestion = {
      person: 0,
      alias: 1,
      score: 0.9,
      reasons: [],
      mailmap: ['Ann Example <ann@example.com> <a@example.com>'],
    };
    const snapshot = exampleSnapshot({ aliasSuggestions: [suggestion] });
    for (const grouping of ['component', 'person'] as const) {
      const { tree, roots } = await treeOf(snapshot, grouping);
      const last = roots.at(-1);
      assert.ok(last?.kind === 'aliases' && last.count === 1, grouping);
      assert.deepEqual(tree.children(last), []);
      assert.ok((await treeOf(snapshot, grouping, 'pay')).roots.every(({ kind }) => kind !== 'aliases'));
    }
    const without = exampleSnapshot({ aliasSuggestions: [] });
    assert.ok((await treeOf(without)).roots.every(({ kind }) => kind !== 'aliases'));
  });

  it('have a level for repositories only when there are several', async () => {
    const tree = new OwnershipTree();
    const one = await analysedRepository(exampleSnapshot());
    const other = await analysedRepository(null, { root: '/code/other', activity: { kind: 'waiting' } });
    assert.equal(tree.roots([one])[0]?.kind, 'component');
    assert.deepEqual(labels(tree.roots([one, other])), ['/code/shop', '/code/other']);
    assert.deepEqual(tree.roots([other]), []);
    assert.deepEqual(tree.roots([]), []);
  });

  it('come in pages where a list is long', async () => {
    const files = Array.from({ length: 450 }, (_, at) =>
      exampleFile(`payments/${1_000 + at}.ts`, 'payments', 'sole', [0]),
    );
    const { tree, roots } = await treeOf(exampleSnapshot({ files }));
    const group = tree.children(first(roots)).at(-1);
    const shown = rows(tree, group);
    assert.equal(shown.length, 201);
    const more = shown.at(-1);
    assert.ok(more?.kind === 'more' && more.hidden === 250);
    tree.showMore(more.list);
    assert.equal(rows(tree, group).length, 401);
  });

  it('can be revealed for a file far down in a long list', async () => {
    const files = Array.from({ length: 450 }, (_, at) =>
      exampleFile(`payments/${1_000 + at}.ts`, 'payments', 'sole', [0]),
    );
    const { tree, roots, repository } = await treeOf(exampleSnapshot({ files }));
    const row = tree.fileNode(repository, 'payments/1449.ts', true);
    const group = tree.children(first(roots)).at(-1);
    assert.ok(rows(tree, group).some(({ id }) => id === row?.id));
  });

  it('can be revealed for a component far down in a long list, and for a file of it', async () => {
    const components = Array.from({ length: 450 }, (_, at) => exampleComponent(`s${1_000 + at}`));
    const files = [exampleFile('s1449/a.ts', 's1449', 'sole', [0])];
    const { tree, roots, repository } = await treeOf(exampleSnapshot({ components, files }));
    assert.equal(roots.length, 201);
    const row = tree.componentNode(repository, 's1449', true);
    assert.ok(row && tree.roots([repository]).some(({ id }) => id === row.id));

    const other = await treeOf(exampleSnapshot({ components, files }));
    const file = other.tree.fileNode(other.repository, 's1449/a.ts', true);
    assert.equal(file?.kind, 'file');
    assert.ok(other.tree.roots([other.repository]).some(({ id }) => id === file?.parent?.parent?.id));
  });
});

describe('The filter of the Ownership view', () => {
  it('keeps components by their name with all of their files', async () => {
    assert.deepEqual(await filtered('PAYM'), {
      components: ['payments'],
      files: ['payments/src/server.ts', 'payments/src/settle.ts'],
    });
  });

  it('keeps only the files that match of other components', async () => {
    assert.deepEqual(await filtered('settle'), { components: ['payments'], files: ['payments/src/settle.ts'] });
  });

  it('finds what a person knows', async () => {
    assert.deepEqual((await filtered('dov left')).components, ['labels']);
  });

  it('leaves nothing where nothing matches', async () => {
    assert.deepEqual(await filtered('no such thing'), { components: [], files: [] });
  });

  it('keeps the folders on the way to a file', async () => {
    const { roots } = await treeOf(exampleSnapshot(), 'folder', 'server');
    assert.deepEqual(labels(roots), ['payments/src']);
  });
});

interface Drawn {
  readonly tree: OwnershipTree;
  readonly roots: readonly OwnershipNode[];
  readonly repository: RepositoryState;
}

async function treeOf(snapshot: Snapshot, grouping: Grouping = 'component', filter = ''): Promise<Drawn> {
  const repository = await analysedRepository(snapshot);
  const tree = new OwnershipTree();
  tree.grouping = grouping;
  if (filter !== '' && repository.index !== null) {
    const matches = await search(repository.index, filter, new AbortController().signal);
    if (matches !== null) tree.matches = new Map([[repository.folder.key, matches]]);
  }
  return { tree, roots: tree.roots([repository]), repository };
}

async function filtered(text: string): Promise<{ components: string[]; files: string[] }> {
  const { tree, roots } = await treeOf(exampleSnapshot(), 'component', text);
  const [component] = roots;
  const group = component && tree.children(component).find(row => row.kind === 'group' && row.group === 'files');
  return { components: labels(roots), files: labels(rows(tree, group)) };
}

function everything({ tree, roots }: Drawn): OwnershipNode[] {
  const below = (row: OwnershipNode): OwnershipNode[] => [row, ...tree.children(row).flatMap(below)];
  return roots.flatMap(below);
}

function rows(tree: OwnershipTree, row: OwnershipNode | undefined): readonly OwnershipNode[] {
  return row === undefined ? [] : tree.children(row);
}

function first(nodes: readonly OwnershipNode[]): OwnershipNode {
  assert.ok(nodes[0]);
  return nodes[0];
}

function labels(nodes: readonly OwnershipNode[]): string[] {
  return nodes.map(node => {
    switch (node.kind) {
      case 'repository':
        return node.repository.folder.uri.fsPath;
      case 'component':
      case 'folder':
        return node.label;
      case 'group':
        return node.group;
      case 'file':
        return node.file.path;
      case 'runbook':
        return node.runbook.title;
      case 'person':
        return node.index.snapshot.people[node.person]?.name ?? '';
      default:
        return node.kind;
    }
  });
}

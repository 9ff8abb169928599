import type { Runbook } from '../../core/model';
import type { FindingNode, OwnershipNode, PersonNode, RunbookNode } from './node';

/** `idOfList` is the id of the row above, or of the repository on the first level. */
export function runbookNode(
  runbook: Runbook,
  parent: OwnershipNode | null,
  idOfList: string,
  { repository, index }: Pick<RunbookNode, 'repository' | 'index'>,
): RunbookNode {
  return { kind: 'runbook', id: `${idOfList}|${runbook.path}`, parent, repository, index, runbook };
}

/** Who wrote a runbook. */
export function authorRows(node: RunbookNode): readonly PersonNode[] {
  const { repository, index, runbook } = node;
  return runbook.authors.map(({ person, share }) => ({
    kind: 'person',
    id: `${node.id}|author|${index.snapshot.people[person]?.email ?? person}`,
    parent: node,
    repository,
    index,
    person,
    role: 'author',
    ...{ share, shares: null },
    reasons: [],
  }));
}

/** What was found on a runbook, in the order of the page. */
export function findingRows(node: RunbookNode): readonly FindingNode[] {
  const { repository, index, runbook } = node;
  return runbook.findings.map((finding, position) => ({
    kind: 'finding',
    id: `${node.id}|${finding.rule}|${position}`,
    parent: node,
    repository,
    index,
    finding,
  }));
}

// A shop that assistants ask about: written down, analysed by all of the core.
import { answerTool, toldToAssistants } from '../../../src/core/assist/answerTool';
import type { ToolAnswer, ToolContent, ToolName } from '../../../src/core/assist/tool';
import type { Snapshot } from '../../../src/core/model';
import { ann, ben, cleo, type Person } from '../history/writtenHistory';
import { snapshotOf, type Written } from '../ownership/writtenSnapshot';

const rules = `groups:
- name: pay
  rules:
  - alert: PayDown
    expr: up == 0
    labels: {severity: page}
  - alert: PaySlow
    expr: latency > 1
    annotations:
      runbook_url: https://github.com/acme/shop/blob/main/docs/runbooks/PaySlow.md
  - alert: PayFull
    expr: free < 1
    labels: {severity: warning}
    annotations:
      runbook_url: docs/runbooks/gone.md
  - alert: PayQueue
    expr: queue > 9
    annotations:
      runbook_url: https://wiki.example.org/queue
`;
const page = `# PaySlow

## Impact

Customers wait.

## Diagnosis

1. Look at the graphs of the queue.

## Mitigation

1. Restart one worker, then check that the queue shrinks.
`;

const edits = (author: Person, ...paths: string[]) => ({ author, changes: paths.map(path => `M ${path}`) });

const tree = ['pay/a.ts', 'pay/deep/b.ts', 'pay/alerts.yaml', 'web/d.ts', 'web/e.ts', 'docs/runbooks/PaySlow.md'];

/** Ann owns pay and docs, where Ben helped once; web is of Ben and Cleo. */
export function shop(changes: Partial<Written> = {}): Snapshot {
  return snapshotOf({
    commits: [
      { author: ann, changes: tree.filter(path => !path.startsWith('web/')).map(path => `A ${path}`) },
      { author: ben, changes: ['A web/d.ts', 'A web/e.ts'] },
      ...[1, 2, 3, 4, 5, 6].map(() => edits(ann, 'pay/a.ts', 'pay/deep/b.ts', 'pay/alerts.yaml')),
      ...[1, 2, 3, 4, 5, 6].map(() => edits(ben, 'web/d.ts', 'web/e.ts')),
      ...[1, 2, 3, 4, 5, 6].map(() => edits(cleo, 'web/d.ts', 'web/e.ts')),
      edits(ben, 'pay/a.ts'),
    ],
    tree,
    texts: { 'pay/alerts.yaml': rules, 'docs/runbooks/PaySlow.md': page },
    ...changes,
    settings: {
      components: ['pay', 'web', 'docs'].map((name, line) => ({
        ...{ name, paths: [`${name}/**`], criticality: 'normal' as const, line },
      })),
      ...changes.settings,
    },
  });
}

/** What a tool answers about it, from where it is on disk. */
export function ask(tool: ToolName, input: unknown = {}, snapshot = shop(), pseudonyms = false): ToolAnswer {
  const places = [{ folder: snapshot.repository.root, inside: '' }];
  return answerTool(toldToAssistants(snapshot, pseudonyms), { tool, input }, places);
}

/** An object of the content; empty where there is none. */
export function part(answer: ToolAnswer, name: string): ToolContent {
  return (answer.content?.[name] ?? {}) as ToolContent;
}

/** A list of the content. */
export function items(answer: ToolAnswer, list: string): readonly ToolContent[] {
  return (part(answer, list)['items'] ?? []) as readonly ToolContent[];
}

export function names(answer: ToolAnswer, list: string): readonly unknown[] {
  return items(answer, list).map(({ name }) => name);
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/runbooks/document';

const opened = (text: string): number | null => readDocument(text).unclosedFence?.line ?? null;

const page = (open: string, close: string): string =>
  `# Restart

Do this:

${open}
kubectl rollout restart deploy/shop
${close}
## How to check

The dashboard should be green again.

## Roll back

1. Undo it.
`;

describe('A fence that is never closed', () => {
  it('is told by where it opens, when it hides headings of the page', () => {
    assert.equal(opened(page('```sh', '')), 5);
    assert.equal(opened(page('~~~', '')), 5);
    // Fewer marks than it was opened with, others, or words behind them close nothing.
    assert.equal(opened(page('````', '```\n')), 5);
    assert.equal(opened(page('```sh', '~~~\n')), 5);
    assert.equal(opened(page('```', '``` done\n')), 5);
    // Of two, the second closes nothing that the first opened, and hides the rest.
    assert.equal(opened(page('```sh', '```\n\n```')), 9);
    assert.deepEqual(readDocument(page('```sh', '')).unclosedFence, { line: 5, column: 1, endLine: 5, endColumn: 6 });
  });

  it('is none where it is closed, by more marks too, or with the list item that it is in', () => {
    assert.equal(opened(page('```sh', '```\n')), null);
    assert.equal(opened(page('```sh', '`````  \n')), null);
    assert.equal(opened(page('- ```sh', '')), null);
    assert.equal(opened(page('<Tabs>\n```sh\n\n', '```\n</Tabs>\n')), null);
    assert.equal(opened(`${page('```sh', '')}\`\`\`\n`), null);
  });

  it('is nothing to speak of where code ends the page', () => {
    const script =
      '## Build Stage\nFROM node:20 AS build\nRUN npm ci --omit dev\n\n## Serve Stage\nFROM nginx:1.27 AS serve\n';
    const values =
      '## Global parameters\n## Please note that they are read first\nreplicas: 2\n\n## Images\n- name: shop\n';
    const shell =
      '# Stop\nsystemctl stop shop\n\n## Now start\nsystemctl start shop\n\n## And look\njournalctl -u shop\n';
    for (const code of [script, values, shell, 'ls\n', '', '## One heading\n\nIs not enough to tell.\n']) {
      assert.equal(opened(`# Page\n\n\`\`\`\n\n${code}`), null, code);
    }
    assert.equal(opened(page('```markdown', '')), null);
  });

  it('is told of headings in other alphabets, and numbered ones', () => {
    const rest = '## 2. Prüfen\n\n- Läuft es wieder?\n\n## 回滚\n\n执行以下命令以恢复到上一个版本。\n';
    assert.equal(opened(`# X\n\n\`\`\`sh\nls\n\n${rest}`), 3);
  });

  it('never throws, and is only told at a line that is there', () => {
    const line = fc.constantFrom(
      '```',
      '```sh',
      '~~~',
      '- ```',
      '> ~~~',
      '## Look here',
      'All is well here.',
      '',
      'ls',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const at = opened(lines.join('\n'));
        assert.ok(at === null || /^(?:```|~~~)/.test(lines[at - 1] ?? ''));
      }),
      { numRuns: 200 },
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pageRules } from '../../../../src/core/runbooks/lint/rules';

describe('Rules for pages', () => {
  it('stand in the order of their ids, each once', () => {
    const ids = pageRules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    assert.equal(new Set(pageRules.map(({ name }) => name)).size, ids.length);
  });

  it('each have a page that says what is found, how to fix it and how to silence it', () => {
    for (const id of ['RB000', ...pageRules.map(rule => rule.id)]) {
      const text = readFileSync(`media/rules/${id}.md`, 'utf8');
      assert.ok(text.startsWith(`# ${id}: `), id);
      for (const heading of ['## What is found', '## How to fix it', '## How to silence it']) {
        assert.ok(text.includes(`\n${heading}\n`), `${id} ${heading}`);
      }
    }
  });
});

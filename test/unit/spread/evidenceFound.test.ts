import assert from 'node:assert/strict';
import type { NamedEvidence } from '../../../src/core/checklist';
import { evidenceFound } from '../../../src/core/spread/evidenceFound';

const page = 'docs/ownership/payments.md';
const places = {
  hasCommit: (id: string) => id === 'abc1234',
  hasPath: (path: string) => path === 'docs/drills/a.md',
  remotes: ['git.example.org/shop/pay'],
};
const found = (evidence: Partial<NamedEvidence>, cut = false) =>
  evidenceFound(
    { commits: [], links: [], ...evidence },
    page,
    cut ? { ...places, hasCommit: id => places.hasCommit(id) || null } : places,
  );

describe('The evidence of a step', () => {
  it('is a commit of this history, or a page of this repository', () => {
    assert.equal(found({ commits: ['abc1234'] }), 'found');
    assert.equal(found({ commits: ['abc1235'] }), 'missing');
    assert.equal(found({ links: ['../drills/a.md#notes'] }), 'found');
    assert.equal(found({ links: ['docs/drills/a.md'] }), 'found');
    assert.equal(found({ links: ['../drills/b.md'] }), 'missing');
    assert.equal(found({}), 'none');
  });

  it('is not the checklist itself', () => {
    assert.equal(
      evidenceFound({ commits: [], links: ['payments.md'] }, page, { ...places, hasPath: path => path === page }),
      'missing',
    );
  });

  it('is looked for where a link leads to this project, and nowhere else', () => {
    assert.equal(found({ links: ['https://git.example.org/shop/pay/-/commit/abc1234'] }), 'found');
    assert.equal(found({ links: ['https://git.example.org/shop/pay/commit/ffffff0'] }), 'missing');
    assert.equal(found({ links: ['https://git.example.org/shop/pay/-/blob/main/docs/drills/a.md'] }), 'found');
    assert.equal(found({ links: ['https://git.example.org/other/pay/commit/abc1234'] }), 'elsewhere');
    assert.equal(found({ links: ['https://example.com/ticket/7'] }), 'elsewhere');
  });

  it('that is missing outweighs the rest', () => {
    assert.equal(found({ commits: ['abc1234', 'fff0000'] }), 'missing');
    assert.equal(found({ commits: ['abc1234'], links: ['https://example.com'] }), 'found');
  });

  it('is not missing where the history is cut off', () => {
    assert.equal(found({ commits: ['abc1235'] }, true), 'elsewhere');
  });
});

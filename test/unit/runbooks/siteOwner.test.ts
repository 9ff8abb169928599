import assert from 'node:assert/strict';
import { siteOwner } from '../../../src/core/runbooks/siteOwner';

describe('The owner of a site', () => {
  const texts = new Map([
    ['docs/site/config/tech-docs.yml', 'host: x\ndefault_owner_slack: "#payments-help" # all of it\n'],
  ]);

  it('is that of pages below it, as a channel', () => {
    assert.equal(siteOwner('docs/site/source/a.html.md.erb', texts), '#payments-help');
    assert.equal(siteOwner('docs/other/a.md', texts), null);
    const named = new Map([['config/tech-docs.yml', 'default_owner_slack: payments\n']]);
    assert.equal(siteOwner('source/a.md', named), '#payments');
  });
});

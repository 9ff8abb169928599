import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Mailmap } from '../../../src/core/people/mailmap';
import { isolatedEnvironment } from '../../support/isolatedGit';

describe('a mailmap', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'single-points-mailmap-'));
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, { cwd: folder, input, env: isolatedEnvironment(folder), encoding: 'utf8' });

  before(() => git(['init', '--quiet', '--template=']));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  it('maps as `git check-mailmap` does', () => {
    const name = fc.constantFrom('Ann', 'ANN', 'ann b', 'Ben  Bäcker', 'C # d', 'é', 'É');
    const email = fc.constantFrom('a@x', 'A@X', 'b@y', 'é@z', 'É@z', ' a@x', '');
    const spaces = fc.constantFrom('', ' ', '\t ', '  ');
    const half = fc
      .tuple(spaces, fc.oneof(name, fc.constant('')), spaces, email)
      .map(([before, who, after, address]) => {
        return `${before}${who}${after}<${address}>`;
      });
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.tuple(half, half, fc.constantFrom('', ' # why', ' ', '\r')).map(parts => parts.join('')),
      },
      { weight: 4, arbitrary: half },
      { weight: 1, arbitrary: fc.constantFrom('# Ann <a@x>', '', 'Ann', 'Ann <a@x', '<> <a@x>', 'a@x> <b@y>') },
    );
    const contacts = ['Ann', 'ann', 'ANN B', 'Ben  Bäcker', 'é', 'nobody'].flatMap(who =>
      ['a@x', 'A@x', 'B@y', 'é@z', 'É@z', 'c@w'].map(address => ({ name: who, email: address })),
    );
    const asked = contacts.map(contact => `${contact.name} <${contact.email}>\n`).join('');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), lines => {
        const text = lines.map(each => `${each}\n`).join('');
        writeFileSync(path.join(folder, '.mailmap'), text);
        const mailmap = new Mailmap(text);
        const mapped = contacts
          .map(contact => mailmap.map(contact))
          .map(contact => `${contact.name} <${contact.email}>\n`);
        assert.equal(mapped.join(''), git(['check-mailmap', '--stdin'], asked));
      }),
      { numRuns: 150 },
    );
  });
});

import assert from 'node:assert/strict';
import { section } from '../../../src/core/scaffold/stubSections';
import { withWritten } from '../../../src/core/scaffold/writtenPages';
import { exampleFact } from './exampleMaterial';

const asked = ['- [ ] Service owner: which data would be lost?', '- [ ] Engineer on call: where are its logs?'];
const sections = [
  section('data', 'Backup and restore', { said: ['- Stores in: `carts`'], asked }),
  section('configuration', 'Configuration', { said: [], asked: [] }),
];
const page = (title: string): { readonly path: string; readonly title: string } => ({
  path: `docs/runbooks/${title.toLowerCase().replaceAll(' ', '-')}.md`,
  title,
});

describe('Runbooks that are written already', () => {
  const [data, configuration] = withWritten(
    sections,
    {
      runbooks: [page('Restore the carts')],
      general: [page('Restoring a database'), page('Replacing secrets')],
      facts: [exampleFact('page', 'Cart: Back-ups', '', 7), exampleFact('page', 'Recovery', '', 1, { wide: true })],
    },
    'docs/runbooks/cart.md',
  );

  it('are linked in the section that they answer, the own ones first', () => {
    assert.deepEqual(data?.said, [
      '- Written already: [Restore the carts](restore-the-carts.md)',
      '- Written already: [Cart: Back-ups](../../compose.yaml) (`compose.yaml:7`)',
      '- Written already, for the whole repository: [Restoring a database](restoring-a-database.md)',
      '- Written already, for the whole repository: [Recovery](../../compose.yaml) (`compose.yaml:1`)',
      '- Stores in: `carts`',
    ]);
    assert.deepEqual(configuration?.said, [
      '- Written already, for the whole repository: [Replacing secrets](replacing-secrets.md)',
    ]);
  });

  it('are asked about in place of what they answer', () => {
    assert.deepEqual(data?.asked, [
      '- [ ] Service owner: does what is written hold for it, and when was it last tried?',
      '- [ ] Engineer on call: where are its logs?',
    ]);
  });

  it('leave a section alone that no title answers, and never name the page itself', () => {
    const none = withWritten(
      sections,
      { runbooks: [page('Restore'), page('Keys')], general: [], facts: [] },
      'docs/runbooks/restore.md',
    );
    assert.deepEqual(none, sections);
  });
});

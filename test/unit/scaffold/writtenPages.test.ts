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

describe('Runbooks that answer more than one question', () => {
  const lines = (id: string, titles: readonly string[], ...further: readonly string[]): readonly string[] | null => {
    const all = [id, ...further].map(each => section(each, each, { said: [], asked: [] }));
    const pages = titles.map(page);
    return withWritten(all, { runbooks: [], general: pages, facts: [] }, 'docs/runbooks/cart.md')[0]?.said ?? null;
  };

  it('say how it is restarted where they deploy it anew or run it on a server', () => {
    assert.equal(lines('restart', ['Redeploying', 'Running in a server environment', 'Releasing'])?.length, 2);
    assert.equal(lines('deploy', ['Redeploying', 'Running in a local environment'])?.length, 1);
  });

  it('say how it is undone where they restore and nothing else is said of data', () => {
    assert.equal(lines('roll-back', ['Restoring'])?.length, 1);
    assert.equal(lines('roll-back', ['Restoring'], 'data')?.length, 0);
  });

  it('are linked once, as its own', () => {
    const all = [section('data', 'Data', { said: [], asked: [] })];
    const [found] = withWritten(all, { runbooks: [page('Restore')], general: [page('Restore')], facts: [] }, 'a.md');
    assert.equal(found?.said?.length, 1);
  });
});

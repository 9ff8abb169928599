// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose and shells write variables that way
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readDocument } from '../../../src/core/runbooks/document';
import { sectionOfHeading } from '../../../src/core/runbooks/sections';
import { actionOf } from '../../../src/core/scaffold/actions';
import { code, prose } from '../../../src/core/scaffold/markdown';
import { markedPage } from '../../../src/core/scaffold/markers';
import { shellWord } from '../../../src/core/scaffold/shell';
import { writeStub } from '../../../src/core/scaffold/stub';
import { type StubMaterial, stubTypes } from '../../../src/core/scaffold/stubMaterial';
import { emptyMaterial as empty, exampleFact as fact, fullMaterial as full } from './exampleMaterial';

const serviceHeadings = [
  'What it is',
  'First look',
  'Start, stop, restart',
  'Roll back',
  'Owner, backup and escalation',
  'Dependencies',
  'Deploy',
  'Backup and restore',
  'Configuration',
  'Scheduled work',
  'Past incidents and repairs',
  'Open questions',
];

const headings = (markdown: string): string[] =>
  readDocument(markdown)
    .headings.filter(heading => heading.depth === 2)
    .map(heading => heading.text);

describe('A runbook stub', () => {
  const { markdown } = writeStub(full);

  it('has the sections someone needs at night, under names the rules know', () => {
    assert.deepEqual(headings(markdown), serviceHeadings);
    assert.deepEqual(
      ['What it is', 'First look', 'Deploy', 'Roll back', 'Dependencies', 'Owner, backup and escalation'].map(
        sectionOfHeading,
      ),
      ['overview', 'monitoring', 'deployment', 'rollback', 'architecture', 'owner'],
    );
  });

  it('uses the commands of this repository, each with its source', () => {
    for (const line of [
      '- Restart, under compose: `docker compose restart cart` (`compose.yaml:5`)',
      '- Logs, under compose: `docker compose logs --tail 200 cart` (`compose.yaml:5`)',
      '- State: `kubectl --namespace shop get deployment/cart` (`k8s/cart.yaml:4`)',
      '- Kubernetes, to the revision before: `kubectl --namespace shop rollout undo deployment/cart` (`k8s/cart.yaml:4`)',
      '- Helm, to the release before: `helm rollback cart` (`.github/workflows/a.yml:20`)',
      '- Deploy, whole repository: `make deploy` (`Makefile:9`)',
      '- Port: `${CART_PORT}`, set in `.env:2` (`compose.yaml:8`)',
      '- Needed by: `web` (`compose.yaml:11`)',
      '- 2025-06-15 Revert "x" (`abcdef0123`)',
      '- See also [Keys](keys.md)',
    ])
      assert.ok(markdown.split('\n').includes(line), line);
  });

  it('warns of a command that removes something', () => {
    assert.match(markdown, /`make stop`: \*\*it removes .*read it first\*\* \(`Makefile:7`\)/);
  });

  it('leaves the day of review to a human, and names owner and backup as proposals', () => {
    const { frontMatter } = readDocument(markdown);
    assert.equal(frontMatter.lastReviewedOn, null);
    assert.equal(frontMatter.owner?.value, 'Ann');
    assert.equal(frontMatter.backup?.value, 'Bo');
    assert.equal(frontMatter.component?.value, 'src/cart');
  });

  it('always asks for roll-back, escalation and backup', () => {
    for (const type of ['service', 'procedure', 'playbook'] as const) {
      const text = writeStub({ ...full, type }).markdown;
      assert.match(text, /- \[ \] Backup: rehearse the roll-back/);
      assert.match(text, /- \[ \] Team lead: .*who is called next/);
      assert.match(text, /- \[ \] Team lead: .*backup/);
    }
  });

  it('asks where nothing is known, and invents nothing', () => {
    const bare = writeStub(empty).markdown;
    assert.deepEqual(headings(bare), serviceHeadings);
    assert.doesNotMatch(bare, /kubectl|docker|helm|make /);
    for (const section of bare.split('\n## ').slice(1)) {
      assert.match(section, /- \[ \] /, section);
    }
  });

  it('is no evidence about itself, and asks what it does until something says so', () => {
    const asking = /what does it do, and who notices/;
    const page = (path: string): StubMaterial => ({
      ...empty,
      page: 'docs/runbooks/cart.md',
      facts: [fact('page', 'Cart', 'Cart', 1, { path })],
    });
    const own = writeStub(page('docs/runbooks/cart.md')).markdown;
    assert.doesNotMatch(own, /See also/);
    assert.match(own, asking);
    const other = writeStub(page('docs/cart.md')).markdown;
    assert.match(other, /- See also \[Cart\]\(\.\.\/cart\.md\) \(`docs\/cart\.md:1`\)/);
    assert.match(other, asking);
    assert.doesNotMatch(
      writeStub({ ...empty, facts: [fact('description', 'cart', 'Keeps carts.', 1)] }).markdown,
      asking,
    );
  });

  it('never takes the runbook of something else for a guide', () => {
    const runbook = 'docs/runbooks/restoring.md';
    const guided = { ...empty, facts: [fact('page', 'Restoring', 'Restoring', 1, { path: runbook, wide: true })] };
    assert.match(writeStub(guided).markdown, /Written already, for the whole repository: \[Restoring\]/);
    assert.doesNotMatch(writeStub({ ...guided, known: new Set([runbook]) }).markdown, /Written already/);
  });

  it('does not derive `up` from one of several compose files', () => {
    const overlaid = {
      ...full,
      facts: [
        ...full.facts,
        fact('composeService', 'cart', 'cart', 2, {
          path: 'compose.full.yaml',
          command: 'docker compose -f compose.yaml -f compose.full.yaml cart',
        }),
      ],
    };
    const text = writeStub(overlaid).markdown;
    assert.doesNotMatch(text, /up --detach|compose\.full/);
    assert.match(text, /docker compose start cart/);
  });

  it('has the sections of a procedure when it is one', () => {
    const text = writeStub({ ...full, type: 'procedure' }).markdown;
    assert.deepEqual(headings(text), [
      'What it is',
      'When to use',
      'Before you start',
      'Steps',
      'Check that it worked',
      'Undo it',
      'Owner, backup and escalation',
      'Open questions',
    ]);
  });

  it('belongs where runbooks are, and never over one that exists', () => {
    const path = (paths: readonly string[], name = 'cart'): string =>
      writeStub({ ...empty, component: { ...empty.component, name }, paths }).path;
    assert.equal(path([]), 'docs/runbooks/cart.md');
    assert.equal(path(['ops/runbooks/a.md', 'ops/runbooks/b.md', 'docs/runbooks/a.md']), 'ops/runbooks/cart.md');
    assert.equal(path(['docs/runbooks/Cart.md']), 'docs/runbooks/cart-2.md');
    assert.equal(path([], '../../etc/passwd'), 'docs/runbooks/etc-passwd.md');
    assert.equal(path([], '***'), 'docs/runbooks/src.md');
  });

  it('is the same each time', () => assert.equal(writeStub(full).markdown, writeStub(full).markdown));

  it('keeps its structure whatever things are called', () => {
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '`',
        '``` x',
        '# h',
        '\n# h',
        '\n---\n',
        '"',
        '](x)',
        '<script>',
        '- [ ] a',
        '\\',
        '|',
        '*',
        '_a_',
        "'",
        '\n',
        '&lt;',
        ': x',
        '${a}',
      ),
      fc
        .array(
          fc.constantFrom(
            '`',
            '\n',
            '#',
            '*',
            '[',
            ']',
            '(',
            ')',
            '<',
            '>',
            '!',
            '|',
            '-',
            ' ',
            'a',
            '"',
            "'",
            '\\',
            '&',
            ';',
            ':',
          ),
        )
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, fc.constantFrom(...stubTypes), (name, value, path, type) => {
        const text = writeStub({
          ...full,
          type,
          component: { id: name, name, kind: 'service', paths: [`${path}/**`] },
          facts: full.facts.map(each => ({
            ...each,
            name: each.kind === 'target' ? each.name : name,
            value,
            path,
          })),
          owners: [{ name }],
          backup: { name, reasons: [value] },
          repairs: [{ sha: name, date: Number.NaN, subject: value }],
          runbooks: [{ path, title: value }],
        }).markdown;
        assert.deepEqual(headings(text), headings(writeStub({ ...full, type }).markdown));
        const document = readDocument(text);
        assert.equal(document.headings.filter(heading => heading.depth === 1).length, 1);
        const pictures = type === 'architecture' ? 1 : 0;
        assert.ok(document.code.length <= pictures);
        assert.deepEqual(markedPage(text).damaged, []);
        const marked = writeStub({ ...full, type }).sections.filter(({ said }) => said !== null);
        assert.equal(markedPage(text).passages.length, marked.length);
        const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
        assert.deepEqual(parseDocument(front).errors, []);
      }),
      { numRuns: 100 },
    );
  }).timeout(30_000);
});

describe('Names in Markdown and in a shell', () => {
  it('stay what they are', () => {
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(code('`a`'), '`` `a` ``');
    assert.equal(prose('*a* [b](c) <d> & `e`'), '\\*a\\* \\[b\\](c) \\<d\\> \\& \\`e\\`');
    assert.equal(prose('snake_case'), 'snake_case');
    assert.equal(prose('1. a'), '1\\. a');
  });

  it('are quoted where a shell would read them', () => {
    assert.equal(shellWord('cart'), 'cart');
    assert.equal(shellWord('a b; rm -rf'), "'a b; rm -rf'");
    assert.equal(shellWord("it's"), "'it'\\''s'");
    assert.equal(shellWord('a\nb'), null);
    assert.equal(shellWord(''), null);
  });

  it('say what a script is for', () => {
    assert.equal(actionOf('deploy:prod'), 'deploy');
    assert.equal(actionOf('db-roll-back'), 'rollback');
    assert.equal(actionOf('docker-up'), 'start');
    assert.equal(actionOf('release-build'), 'build');
    assert.equal(actionOf('db-migrate'), 'migrate');
    assert.equal(actionOf('db-migrate-down'), 'rollback');
    assert.equal(actionOf('db-migrate-create'), null);
    assert.equal(actionOf('check-build'), null);
    assert.equal(actionOf('scripts/restore.sh'), 'restore');
    for (const name of [
      'run-telemetry-tests',
      'test',
      'start:dev',
      'lint',
      'upload',
      'set_image_tag',
      'bin/list-backups',
    ])
      assert.equal(actionOf(name), null, name);
  });
});

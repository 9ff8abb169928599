import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unknownCommand } from '../../../../src/core/runbooks/lint/rules/unknownCommand';
import { applied, lintText, messages, repositoryView } from './lintText';

const files = {
  Makefile: 'include common.mk\n\ndeploy: build\n\t./deploy\n\nlogs-%:\n\techo\n',
  'common.mk': 'build:\n\tgo build\n',
  'web/package.json': '{ "scripts": { "build": "x", "db:migrate": "y" } }',
  'package.json': '{ "scripts": { "start": "x" } }',
  justfile: 'set shell := ["sh"]\n\n@restart name="x":\n  echo\n\nalias r := restart\n',
  'Taskfile.yml': 'tasks:\n  up:\n    aliases: [start]\n',
  'infra/Makefile': 'plan:\n\techo\n',
};

function found(text: string, change: Readonly<Record<string, string>> = {}) {
  const texts = new Map(Object.entries({ ...files, ...change }));
  const paths = new Set([...texts.keys(), 'scripts/drain.sh', 'scripts/lib/log.sh', 'docs/runbooks/page.md']);
  return lintText(unknownCommand, text, { repository: repositoryView({ paths, texts }) });
}

const block = (...lines: readonly string[]): string => `\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n`;
const said = (...lines: readonly string[]): readonly string[] => messages(found(block(...lines)));

describe('RB041, a command that is not there', () => {
  it('is said of targets, scripts, recipes and tasks, beside one that is there', () => {
    assert.deepEqual(said('make deploy', 'make rollout ENV=prod', 'sudo make -j 4 build && make publish'), [
      '3: No Makefile here has a target rollout.',
      '4: No Makefile here has a target publish.',
    ]);
    assert.deepEqual(said('npm run build', 'yarn run seed', '  pnpm run db:migrate -- --all'), [
      '3: No package.json here has a script seed.',
    ]);
    assert.deepEqual(said('just restart web', 'just r', 'just stop'), ['4: No justfile here has a recipe stop.']);
    assert.deepEqual(said('task up', 'task start', 'task down'), ['4: No Taskfile here has a task down.']);
    assert.deepEqual(said('./scripts/drain.sh a', 'bash scripts/undrain.sh b'), [
      '3: There is no file scripts/undrain.sh here.',
    ]);
  });

  it('is marked where the name stands, and the nearest name is offered', () => {
    const text = `Run \`make delpoy\`.\n\n- then\n\n  ${block('$ make deploy', 'deployed', '$ make buidl').replaceAll('\n', '\n  ')}`;
    const problems = found(text);
    assert.deepEqual(
      problems.map(({ finding: { line, column, endColumn } }) => [line, column, endColumn]),
      [
        [1, 11, 17],
        [8, 10, 15],
      ],
    );
    assert.ok(problems[0] && applied(text, problems[0]).startsWith('Run `make deploy`.'));
  });

  it('is not said on pages about other code, where nothing they name is here', () => {
    assert.deepEqual(said('make everything', 'npm run lint', './scripts/other.sh'), []);
    assert.deepEqual(said('make deploy', 'cd ~/src/other', 'make everything'), []);
    assert.deepEqual(said('make deploy', 'ssh host', 'make everything'), []);
  });

  it('follows folders', () => {
    assert.deepEqual(said('cd infra', 'make plan', 'make apply'), ['4: No Makefile here has a target apply.']);
    assert.deepEqual(said('make -C infra deploy'), ['2: No Makefile here has a target deploy.']);
    assert.deepEqual(said('make plan', 'cd infra && make plan'), []);
  });

  it('knows patterns, variables, placeholders, files and flags', () => {
    assert.deepEqual(
      said(
        ...[
          'make deploy',
          'make logs-web',
          'make $TARGET',
          'make <target>',
          'make -f other.mk x',
          'make sure it works',
        ],
        ...['npm run build', 'npm run $X', 'npm install seed', 'npm run seed -w web', 'make deploy # then make coffee'],
        ...['./scripts/drain.sh', './scripts/<name>.sh', './bin/tool', 'cat <<EOF', 'make coffee', 'EOF'],
      ),
      [],
    );
  });

  it('says nothing where a file may define more than can be read', () => {
    for (const Makefile of [
      'include ../shared.mk\ndeploy:\n',
      'deploy:\n$(eval $(call x))\n',
      'deploy:\n$(ALL):\n\techo\n',
    ]) {
      assert.deepEqual(messages(found(block('make deploy', 'make other'), { Makefile })), [], Makefile);
    }
    assert.deepEqual(
      messages(found(block('task up', 'task x'), { 'Taskfile.yml': 'includes:\n  a: b\ntasks:\n  up: x\n' })),
      [],
    );
  });

  it('never throws, whatever a block holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), text => {
        found(`${block('make deploy', text)}\n\`make ${text}\`\n`);
      }),
      { numRuns: 60 },
    );
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells and workflows write variables that way
import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';
import { scriptCalled } from '../../../src/core/scaffold/facts/scriptCall';
import { scriptVariableFacts } from '../../../src/core/scaffold/facts/scriptVariables';
import { usualType } from '../../../src/core/scaffold/stubMaterial';

const ops = { id: 'ops', name: 'ops', paths: ['ops/**'] };

const collect = (files: Readonly<Record<string, string>>): readonly Fact[] =>
  collectFacts(ops, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });

const of = (facts: readonly Fact[], kind: Fact['kind']): readonly string[] =>
  facts.filter(fact => fact.kind === kind).map(({ name, value, line }) => `${name} | ${value} | ${line}`);

describe('A call of a script', () => {
  const paths = new Set(['ops/job.sh', 'ops/tasks/start.py', 'start.py']);
  const called = (line: string, ...folders: string[]): string | null =>
    scriptCalled(line, ['', ...folders], paths, path => path.startsWith('ops/'))?.script ?? null;

  for (const [line, script, folder = ''] of [
    ['./ops/job.sh --yes', 'ops/job.sh'],
    ['source ops/job.sh', 'ops/job.sh'],
    ['"$ROOT/ops/job.sh"', 'ops/job.sh'],
    ['../../ops/job.sh $1', 'ops/job.sh'],
    ['MODE=fast bash -x ops/job.sh', 'ops/job.sh'],
    ['if uv run python tasks/start.py; then', 'ops/tasks/start.py', 'ops'],
    ['uv run --directory ops/tasks python start.py', 'ops/tasks/start.py'],
    ['docker compose run --rm app shell /app/ops/job.sh', 'ops/job.sh'],
    ['shellcheck ops/job.sh', null],
    ['echo ops/job.sh', null],
    ['cat /job.sh', null],
    ['python start.py', null],
  ] as const)
    it(`is ${script === null ? 'none' : script} in: ${line}`, () => {
      assert.equal(called(line, folder), script);
    });

  it('of a line that only reads it in says so', () => {
    const isMember = (): boolean => true;
    assert.equal(scriptCalled('. ops/job.sh', [''], paths, isMember)?.isReadIn, true);
    assert.equal(scriptCalled('./ops/job.sh', [''], paths, isMember)?.isReadIn, false);
  });
});

describe('Facts of scripts', () => {
  const files = {
    'ops/bin/backup.sh': '#!/bin/sh\ncmd="backup $1"\nsource ops/bin/_lib.sh\n$cmd\n',
    'ops/bin/reset.sh': '#!/bin/sh\ncmd=reset\nsource ops/bin/_lib.sh\n$cmd\n',
    'ops/bin/_lib.sh': '#!/bin/sh\nfunction reset() {\n  docker compose down --volumes\n}\nbackup() {\n  cp a b\n}\n',
    'ops/bin/hash.py':
      '"""\nTells the hash of what\nis deployed.\n"""\nimport os\n\nif __name__ == "__main__":\n    main()\n',
    'ops/bin/library.py': 'def a():\n    pass\n',
  };

  it('remove what the functions remove that they call of a library, and no more', () => {
    const destructive = collect(files).filter(fact => fact.removes !== undefined);
    assert.deepEqual(
      destructive.map(({ name }) => name),
      ['ops/bin/reset.sh'],
    );
  });

  it('are those of Python, too, where they say that they run', () => {
    const [hash, ...others] = collect(files).filter(fact => fact.path.endsWith('.py'));
    assert.deepEqual(
      [hash?.value, hash?.line, hash?.command, others],
      ['Tells the hash of what is deployed.', 2, 'python3 ops/bin/hash.py', []],
    );
  });

  it('say where they have to be run from, and are none for another where only tests call them', () => {
    const inside =
      '#!/bin/sh\n# Starts the web.\n#\n# Note: This should be called from inside the app container.\nexec web\n';
    assert.equal(collect({ 'ops/bin/web.sh': inside })[0]?.inside, 'the app container');
    const hash = '#!/usr/bin/env python3\n"""Hashes ops.\n\nUsed by the integration test action to key a cache.\n"""\n';
    const told = (text: string): number => {
      const texts = new Map([['scripts/carts_hash.py', text]]);
      return collectFacts({ id: 'carts', name: 'carts', paths: ['carts/**'] }, { paths: [...texts.keys()], texts })
        .length;
    };
    assert.deepEqual([told(hash), told(hash.replace('Used by', 'Not for'))], [0, 1]);
    assert.equal(told('#!/bin/sh\n# Hashes ops, called in CI.\n'), 0);
    for (const said of [
      '# Called by the deploy workflow.',
      '# Used in the release pipeline.',
      '# Run by CI to deploy it.',
      'log "called by tests"',
    ])
      assert.equal(told(`#!/bin/sh\n${said}\n`), 1, said);
  });

  it('are what recipes run, with the recipe as it is typed', () => {
    const recipes = {
      ...files,
      Makefile: 'backup-all:\n\t@bash ops/bin/backup.sh all\n',
      justfile: '# Starts over\nagain tag:\n  ./ops/bin/reset.sh {{tag}}\n',
    };
    assert.deepEqual(of(collect(recipes), 'step').slice(0, 2), [
      'ops/bin/backup.sh | make backup-all | 2',
      'ops/bin/reset.sh | Recipe again | 3',
    ]);
  });

  it('are the variables that they ask for and do not set, by name', () => {
    const shell =
      '#!/bin/sh\nMODE="${MODE:-fast}"\nSIZE=3\n: "${API_TOKEN:?}"\n# ${NOT_THIS:-1}\necho ${SIZE:-4} ${HOME:-/}\n';
    assert.deepEqual(
      scriptVariableFacts('ops/a.sh', shell).map(({ kind, name, line }) => `${kind} ${name} ${line}`),
      ['environment MODE 2', 'secret API_TOKEN 4'],
    );
    const python = 'import os\na = os.environ["REGION"]\nb = os.getenv(\'TABLE\', "x")\nc = os.environ.get("REGION")\n';
    assert.deepEqual(
      scriptVariableFacts('ops/a.py', python).map(({ name, line }) => `${name} ${line}`),
      ['REGION 2', 'TABLE 3'],
    );
  });

  it('make a procedure the usual page of a folder of them', () => {
    const component = { ...ops, kind: 'folder' as const };
    assert.equal(usualType({ component, facts: collect(files) }), 'procedure');
    assert.equal(usualType({ component, facts: [] }), 'service');
    assert.equal(usualType({ component: { ...component, kind: 'operations' }, facts: [] }), 'procedure');
  });
});

describe('Facts of workflows that run scripts', () => {
  const workflow = `name: Nightly
on:
  pull_request:
    paths-ignore: ['ops/**']
jobs:
  clean:
    env:
      KEY: \${{ secrets.DEPLOY_KEY }}
    steps:
      - working-directory: ops
        run: uv run python bin/hash.py
        env:
          TOKEN: \${{ secrets.GITHUB_TOKEN }}
  other:
    steps:
      - run: echo \${{ secrets.OTHER }}
`;
  const files = { 'ops/bin/hash.py': '#!/usr/bin/env python3\n', '.github/workflows/a.yml': workflow };

  it('are found from the folder a step is in, with the secrets its job is given', () => {
    const facts = collect(files);
    assert.deepEqual(of(facts, 'step'), ['ops/bin/hash.py | Job clean of Nightly | 11']);
    assert.deepEqual(of(facts, 'secret'), ['secrets.DEPLOY_KEY | secrets.DEPLOY_KEY | 8']);
  });

  it('are none where a component is only what the workflow is not run for', () => {
    const ignoring = workflow.replace('working-directory: ops', 'name: x');
    const several = {
      ...files,
      '.github/workflows/a.yml': ignoring,
      '.github/workflows/b.yml': 'on: push\njobs: {}\n',
    };
    assert.deepEqual(of(collect(several), 'workflow'), []);
  });
});

describe('A script that carries the name of a component elsewhere', () => {
  const relay = { id: 'relay', name: 'relay', paths: ['relay/**'] };
  const files = {
    'install.sh': '#!/bin/sh\nsource install/ensure-relay-keys.sh\nsource install/other.sh\n',
    'install/ensure-relay-keys.sh': 'echo\n',
    'install/other.sh': 'echo\n',
    'relay/config.example.yml': 'a: 1\n',
  };
  const facts = collectFacts(relay, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });

  it('is told of with who reads it in, and makes no folder of scripts of it', () => {
    assert.deepEqual(of(facts, 'step'), ['install/ensure-relay-keys.sh | install.sh | 2']);
    assert.equal(usualType({ component: { ...relay, kind: 'service' }, facts }), 'service');
  });
});

describe('A script that goes to a folder at the root first', () => {
  const inside = (text: string): string | undefined => collect({ 'ops/bin/job.sh': `#!/bin/sh\n${text}\n` })[0]?.inside;

  it('is run where that folder is', () => {
    assert.equal(inside('cd /shop_app\nrake db:migrate'), 'the container or machine that has /shop_app');
    assert.equal(inside('# Run it inside the app container.\ncd /shop_app'), 'the app container');
    assert.equal(inside('cd /tmp/work\nmake'), undefined);
    assert.equal(inside('cd "$(dirname "$0")"\nmake'), undefined);
  });
});

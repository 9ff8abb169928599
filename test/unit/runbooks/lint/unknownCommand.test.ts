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

  describe('of compose', () => {
    const compose = { 'docker-compose.yml': '', 'docker-compose.prod.yml': '', 'infra/compose.dev.yaml': '' };
    const saidOfFiles = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
      messages(found(text, { ...compose, ...more }));

    it('is a file behind -f or --file, of several each', () => {
      assert.deepEqual(
        saidOfFiles(
          block(
            'docker compose -f docker-compose.yml -f docker-compose.stage.yml up -d',
            'docker-compose --file=infra/metrics.yml -p shop ps',
            'sudo docker compose -p x --file "docker-compose.old.yml" logs -f web.yml',
          ),
        ),
        [
          '2: There is no file docker-compose.stage.yml here.',
          '3: There is no file infra/metrics.yml here.',
          '4: There is no file docker-compose.old.yml here.',
        ],
      );
    });

    it('is looked for in the root, around the page, and where the block has gone', () => {
      const known = ['docker compose -f docker-compose.yml ps', 'docker compose -f compose.dev.yaml ps'];
      assert.deepEqual(saidOfFiles(block(...known, 'cd infra', 'docker compose -f compose.dev.yaml ps')), []);
      assert.deepEqual(saidOfFiles(block('docker compose -f x.yml ps'), { 'docs/runbooks/x.yml': '' }), []);
      assert.deepEqual(
        saidOfFiles(
          block('cd infra', 'docker compose -f ../docker-compose.yml -f docker-compose.prod.yml -f stage.yml ps'),
        ),
        ['3: There is no file stage.yml here.'],
      );
    });

    it('offers the nearest file, with which it is said alone, too', () => {
      const text = 'Run `docker compose --file=docker-compose.prod.yaml up`.\n';
      const [problem] = found(text, compose);
      assert.equal(problem && applied(text, problem), text.replace('yaml', 'yml'));
    });

    it('is not said of other code, other places, and what is still to be made', () => {
      const file = 'docker compose -f docker-compose.yml -f docker-compose.local.yml up';
      assert.equal(saidOfFiles(block(file)).length, 1);
      for (const text of [
        block('docker compose -f stack-elsewhere.yml up'),
        block('cd /opt/shop', file),
        block('ssh host', file),
        block(file.replace('local', '$ENVIRONMENT'), 'docker compose -f - up', 'docker compose -f /opt/x.yml up'),
        block('docker compose logs -f docker-compose.local.yml'),
        block('cp docker-compose.yml docker-compose.local.yml', file),
        `Create \`docker-compose.local.yml\`.\n\n${block(file)}`,
        `${block(file)}\n\`\`\`yaml\nservices:\n  web: {}\n\`\`\`\n`,
      ]) {
        assert.deepEqual(saidOfFiles(text), [], text);
      }
      assert.deepEqual(saidOfFiles(block(file), { 'docker-compose.local.yml.example': '' }), []);
      assert.deepEqual(saidOfFiles(block(file), { '.gitignore': 'docker-compose.local.yml\n' }), []);
    });

    it('is no sign that scripts of a page are those of this repository', () => {
      assert.deepEqual(saidOfFiles(block('docker compose -f docker-compose.yml up', './scripts/other.sh')), []);
    });
  });

  describe('of rake', () => {
    const rakefiles = {
      Rakefile: "require_relative 'config/application'\nRails.application.load_tasks\n",
      'lib/tasks/users.rake': `namespace :users do
  desc "Imports users"
  task :import, [:file] => :environment do |_, args|
    sql = <<SQL
select 1
SQL
  end

  task merge: :environment do
  end
end

task 'orders:refund' => :environment
`,
    };
    const saidOfTasks = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
      messages(found(text, { ...rakefiles, ...more }));

    it('is a task in a namespace of the repository', () => {
      assert.deepEqual(
        saidOfTasks(
          block(
            'bundle exec rake users:import[users.csv] orders:refund',
            'RAILS_ENV=production bin/rails users:purge',
            'rake "users:expire[<id>]" DRY_RUN=1',
            'bundle exec rake --trace orders:cancel',
          ),
        ),
        [
          '3: No Rakefile here has a task users:purge.',
          '4: No Rakefile here has a task users:expire.',
          '5: No Rakefile here has a task orders:cancel.',
        ],
      );
    });

    it('is marked without its arguments, and the nearest task is offered', () => {
      const text = 'Run `bundle exec rake "users:imprt[a.csv]"`.\n';
      const [problem] = found(text, rakefiles);
      assert.equal(problem && applied(text, problem), text.replace('imprt', 'import'));
    });

    it('is not said where a gem may have it', () => {
      assert.deepEqual(
        saidOfTasks(
          block(
            ...[
              'rake users:import',
              'rake spec',
              'rake lint_all',
              'rake db:migrat',
              'bin/rails log:clear',
              'rake assets:x',
            ],
            ...[
              'rake payments:settle',
              'rake data:migrate',
              'bin/rails generate users:thing',
              'bin/rails runner users:x',
            ],
            ...['rake -T users:', 'rake -f other.rake users:x', 'rake users:$TASK'],
          ),
          { 'lib/tasks/data.rake': 'namespace :data do\n  task :fill\nend\nnamespace :db do\n  task :x\nend\n' },
        ),
        [],
      );
    });

    it('is not said where a file may define more than can be read', () => {
      const text = block('rake users:import', 'rake users:purge');
      assert.equal(saidOfTasks(text).length, 1);
      for (const more of [
        'namespace :users do\n  %w[purge].each { |name| task(name) { } }\nend\n',
        'namespace :users do\n  task "#{verb}" => :environment\nend\n',
        'namespace :users do\n  X::RakeTask.new\nend\n',
        "require_relative '../more_tasks'\n",
        "load 'tasks/users.rb'\n",
        "Dir['tasks/*.rb'].each { |file| load file }\n",
        "Dir['tasks/*.rb'].each(&method(:load))\n",
        "require File.expand_path('tasks/users', __dir__)\n",
        "namespace :users do\r\n  job 'purge' do\r\n  end\r\nend\r\n",
        'each_model do |name|\n  namespace name do\n    task :purge\n  end\nend\n',
        'namespace :users do\n  logged :purge do\n  end\nend\n',
        // Blocks that are indented in another way than they are nested.
        'namespace :users do\ntask :a do\nend\ntask :purge do\nend\nend\n',
      ]) {
        assert.deepEqual(saidOfTasks(text, { 'lib/tasks/more.rake': more }), [], more);
      }
      const unread = new Map(Object.entries({ ...files, ...rakefiles }));
      const paths = new Set([...unread.keys(), 'lib/tasks/unread.rake']);
      assert.deepEqual(lintText(unknownCommand, text, { repository: repositoryView({ paths, texts: unread }) }), []);
    });

    it('is said where a file loads what has no tasks, or other .rake files', () => {
      for (const more of [
        "require_relative '../users/importer'\n",
        "Dir.glob('more/*.rake').each { |file| load file }\n",
        "load Rails.root.join('db/seeds/users.rb')\n",
        'task :count do\n  import = Import.new\n  import.run\n  task = import.task\n  namespace.size\nend\n',
      ]) {
        assert.equal(
          saidOfTasks(block('rake users:import', 'rake users:purge'), { 'lib/tasks/more.rake': more }).length,
          1,
          more,
        );
      }
    });

    it('needs a Rakefile, and a task that is here beside it', () => {
      assert.deepEqual(saidOfTasks(block('rake users:purge')), []);
      const { Rakefile: _, ...parts } = rakefiles;
      assert.deepEqual(messages(found(block('rake users:import', 'rake users:purge'), parts)), []);
    });
  });

  it('never throws, whatever a block holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), text => {
        found(`${block('make deploy', text, `rake ${text}`, `docker compose -f ${text}`)}\n\`make ${text}\`\n`);
      }),
      { numRuns: 60 },
    );
  });
});

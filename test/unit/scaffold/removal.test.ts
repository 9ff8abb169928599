// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write variables that way
import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import { commandLines } from '../../../src/core/scaffold/commandLines';
import type { Fact } from '../../../src/core/scaffold/fact';
import { type Removal, removalOf, warningIn } from '../../../src/core/scaffold/removal';

const collect = (id: string, files: Readonly<Record<string, string>>): readonly Fact[] =>
  collectFacts(
    { id, name: id, paths: [`${id}/**`] },
    { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) },
  );

const removes = (facts: readonly Fact[]): Readonly<Record<string, Removal | undefined>> =>
  Object.fromEntries(facts.filter(({ kind }) => kind === 'target').map(fact => [fact.name, fact.removes]));

describe('A command', () => {
  const cases: Readonly<Record<Removal | 'nothing', readonly string[]>> = {
    data: [
      'docker compose down -v',
      'docker compose up -d -V cart',
      '$dc down --rmi local',
      'docker volume rm carts',
      'docker image prune --force',
      'rm -rf templates',
      'sudo rm -rf /var/www/static',
      'rm -rf data',
      'rm -rf "${STATE}"',
      'terraform destroy',
      'kubectl --namespace x delete deployment/a',
      'helm uninstall cart',
      'aws s3 rm s3://carts --recursive',
      'aws ec2 delete-volume --volume-id v',
      'gcs-cli delete carts',
      'dropdb x',
      './manage db drop',
      'psql -c "DROP TABLE carts"',
      'TRUNCATE carts;',
      'rake db:reset',
      'redis-cli FLUSHALL',
      'client.delete_bucket(name)',
      'apt-get remove --purge x',
    ],
    elsewhere: [
      'git push origin main',
      'terraform -chdir=infra apply',
      'skaffold run --filename infra/skaffold.yaml',
      'kubectl apply -f ./release/manifests.yaml',
      '\t@$(KUBECTL) --context shop apply -k k8s',
      'kubectl create configmap a --dry-run=client -o yaml | kubectl apply -f -',
      'helm upgrade --install cart ./chart',
      'if ! sudo aws ecs update-service --service cart; then',
      'gcloud run deploy cart',
      'ansible-playbook cart.yml',
      'aws ec2 revoke-security-group-ingress --group-id a',
      'docker push shop/cart:2',
      'docker buildx build --push -t shop/cart .',
      'helm push cart.tgz oci://charts',
      'npm publish --access public',
      'ec2.revoke_security_group_ingress(GroupId=id)',
      'OUT=$(terraform apply -auto-approve)',
      'task=`aws ecs run-task --cluster shop`',
      'OUT="$(tofu -chdir=$(pwd)/infra apply)"',
      'OUT=$(terraform apply \\',
      'OUT := $(shell kubectl apply -f k8s)',
      'tf() { terraform apply; }',
      'function tf { terraform apply; }',
      'eval "terraform apply"',
      'eval terraform apply',
      'os.system("terraform apply")',
      "subprocess.run(['terraform', 'apply'])",
    ],
    containers: [
      'docker compose down',
      '$(DOCKER_COMPOSE_CMD) $(FILES) rm --force $(service)',
      'docker rm -f cart',
      'docker compose up --force-recreate && docker compose rm cart',
    ],
    replaced: ['docker compose up --force-recreate --detach', '$dc up --remove-orphans'],
    nothing: [
      'kubectl get pods',
      'kubectl diff -k k8s',
      'helm template cart',
      'kubectl apply --dry-run=server -f k8s',
      'ansible-playbook --check cart.yml',
      'kubectl rollout restart deployment/cart',
      'node drop-shadow.js',
      'docker compose run --rm app shell',
      'docker run --volumes-from a b',
      'docker compose stop cart',
      'git remote prune origin',
      'git prune',
      'npm publish --dry-run',
      'skaffold render && npm run x',
      'rm -rf $(BUILD)/css "$TMPDIR/a"',
      'read -p "Shall docker image prune be run?" answer',
      'git rm -r --cached a',
      'git push --dry-run',
      'rm -rf /tmp/cart build dist/* node_modules',
      'rm -f cart.pid',
      'echo "docker compose down -v would remove it"',
      '# rm -rf data',
      'terraform plan',
      'OUT=$(terraform output -raw id)',
      'if [ -z "$(kubectl get pods)" ]; then',
      'echo "terraform apply"',
      'info "helm upgrade is not needed here"',
      'grep -q "kubectl apply" "$file"',
      'raise RuntimeError("terraform apply failed")',
      'logger.info("terraform apply done")',
    ],
  };
  for (const [removal, commands] of Object.entries(cases))
    for (const command of commands)
      it(`is of the grade ${removal}: ${command}`, () => {
        assert.equal(removalOf(command) ?? 'nothing', removal);
      });

  it('that removes a folder of its own making removes nothing', () => {
    assert.equal(removalOf('work=$(mktemp -d)\ntrap \'rm -rf "$work"\' EXIT\n'), null);
    assert.equal(removalOf('CSS := static/build\nclean:\n\trm -rf $(CSS)\n'), null);
    assert.equal(removalOf('WORK=./carts_tmp\nrm -rf "${WORK}"\n'), null);
    assert.equal(removalOf('WORK=/srv/carts\nrm -rf "${WORK}"\n'), 'data');
  });
});

describe('What a script says of itself', () => {
  it('warns where it says that something is removed', () => {
    assert.equal(
      warningIn('Sets up the tables. Note: This deletes existing tables and all their data.'),
      'This deletes existing tables and all their data.',
    );
    assert.equal(warningIn('Of a list\nit removes carts:\n\n* old\n* new'), 'Of a list it removes carts.');
  });

  it('does not where nothing is, or nothing that counts', () => {
    for (const said of [
      "This doesn't delete any data.",
      'Removes trailing whitespace.',
      'Removes temporary files.',
      'Drops privileges, then starts.',
      'Prints what is deployed.',
    ])
      assert.equal(warningIn(said), '', said);
  });
});

describe('A recipe', () => {
  const script = '#!/bin/sh\n# Sets up the tables.\n#\n# Note: This deletes all carts.\n./manage create\n';
  const files = {
    'carts/bin/setup.sh': script,
    'carts/bin/wipe.sh': '#!/bin/sh\ndropdb carts\n',
    Makefile: 'all-carts:\n\t${MAKE} again-carts\nagain-carts: off-carts\n\ttrue\noff-carts:\n\tdocker compose down\n',
    justfile:
      'setup-carts:\n  docker compose run --rm app shell /app/carts/bin/wipe.sh\nfresh-carts: setup-carts _clear\n  true\n_clear:\n  true\n',
  };
  const facts = collect('carts', files);

  it('removes what the scripts and recipes remove that it runs', () => {
    const found = removes(facts);
    assert.deepEqual(
      ['all-carts', 'again-carts', 'off-carts', 'setup-carts', 'fresh-carts'].map(name => found[name]),
      ['containers', 'containers', 'containers', 'data', 'data'],
    );
  });

  it('that runs what a script is warned of is told with the warning, at the line of its help', () => {
    const setup = facts.find(({ name }) => name === 'carts/bin/setup.sh');
    assert.deepEqual(
      [setup?.value, setup?.line, setup?.removes],
      ['Sets up the tables. This deletes all carts.', 2, 'data'],
    );
  });
});

describe('A restart', () => {
  const compose = 'services:\n  db:\n    image: postgres:17\n';
  const make = 'restart:\n\tdocker compose rm --force $(service)\n\tdocker compose up -d $(service)\n';

  it('that puts a container in place of another keeps even a volume without a name', () => {
    const again = 'restart:\n\tdocker compose up --force-recreate -d $(service)\n';
    const lines = commandLines(
      'restart',
      collect('db', { 'compose.yaml': compose, Makefile: again, 'db/init.sql': '' }),
    );
    assert.match(lines[1] ?? '', /`make restart service=db`: \*\*it replaces containers or removes left-over ones/);
  });

  it('that removes the container of a store without a volume says that its data is lost, and comes last', () => {
    const lines = commandLines(
      'restart',
      collect('db', { 'compose.yaml': compose, Makefile: make, 'db/init.sql': '' }),
    );
    assert.match(lines[0] ?? '', /docker compose restart db/);
    assert.match(
      lines[1] ?? '',
      /`make restart service=db`: \*\*it removes the container, and the next one begins without its data/,
    );
  });
});

describe('A script that is named for moving data', () => {
  const compose = 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - carts:/var/lib/postgresql\n';
  const files = (text: string): Readonly<Record<string, string>> => ({
    'compose.yaml': compose,
    'scripts/backup.sh': `#!/bin/sh\n${text}\n`,
    'db/init.sql': '',
  });

  it('backs up a store where it runs a program of it', () => {
    assert.equal(commandLines('backup', collect('db', files('pg_dump carts > carts.sql'))).length, 1);
    assert.equal(commandLines('backup', collect('db', files('docker compose run web export all.json'))).length, 0);
  });

  it('migrates only where it runs a migration', () => {
    const migrate = (text: string): number =>
      commandLines('migrate', collect('db', { 'db/bin/carts_migrations.py': text })).length;
    const main = '\nif __name__ == "__main__":\n    main()\n';
    assert.equal(migrate(`"""Computes a hash of the migrations."""\nfiles = glob("db/migrations/*")${main}`), 0);
    assert.equal(migrate(`call_command("migrate")${main}`), 1);
  });

  it('replaces what is there where it restores', () => {
    const facts = collect('db', { 'db/bin/restore.sh': '#!/bin/sh\nweb import carts.json\n' });
    assert.equal(facts[0]?.removes, 'data');
    const key = collect('db', { 'db/bin/recover_key.py': 'import sys\n\nif __name__ == "__main__":\n    main()\n' });
    assert.equal(key[0]?.removes, undefined);
  });
});

describe('A command of a framework', () => {
  for (const [line, removes] of [
    ['./webapp/manage.py es_create --reset', 'data'],
    ['python manage.py flush --noinput', 'data'],
    ['php artisan cache --flush', 'data'],
    ['python bin/setup.py --drop all', 'data'],
    ['./manage.py collectstatic --clear', null],
    ['./manage.py es_create; git reset --hard', null],
    ['./manage.py list --reset-hint', null],
  ] as const)
    it(`${removes === null ? 'removes nothing' : 'removes data'}: ${line}`, () => {
      assert.equal(removalOf(line), removes);
    });
});

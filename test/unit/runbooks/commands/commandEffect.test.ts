import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandEffect, commandName } from '../../../../src/core/runbooks/commands/commandEffect';
import { commandsOfLine } from '../../../../src/core/runbooks/commands/shellWords';

const commands = (line: string): readonly (readonly string[])[] =>
  commandsOfLine(line).map(words => words.map(({ text }) => text));
const effects = (line: string): string => commands(line).map(commandEffect).join(' ');

describe('What a command does', () => {
  it('is a change where something is different afterwards', () => {
    for (const line of [
      'kubectl apply -f deploy.yaml',
      'kubectl -n shop scale deploy/web --replicas=0',
      'oc --context prod delete pvc data-0',
      'kubectl drain node-1 --ignore-daemonsets',
      'helm --namespace shop upgrade web ./chart',
      'terraform -chdir=prod apply',
      'AWS_PROFILE=prod aws --region eu-west-1 rds delete-db-instance --db-instance-identifier x',
      'aws s3 rm s3://shop/old --recursive',
      'gcloud compute instances delete web',
      'az webapp config appsettings set --name web',
      'sudo systemctl stop web',
      'sudo rm -rf /var/lib/web/cache',
      'docker volume rm data',
      'git push --force origin main',
      `psql -h db -c "UPDATE orders SET state = 'new'"`,
      `kubectl exec -it db-0 -- psql -c 'DROP TABLE old'`,
      `ssh web-1 'sudo systemctl stop web'`,
      'redis-cli -h cache FLUSHALL',
      'curl -X DELETE http://search:9200/old',
      'heroku config:set A=b',
      'ansible-playbook site.yml',
      'kubectl rollout undo deploy/web',
    ]) {
      assert.equal(effects(line), 'changes', line);
    }
  });

  it('is a restart where it comes back by itself', () => {
    for (const line of [
      'kubectl rollout restart deploy/web',
      'kubectl delete pod web-0',
      'kubectl delete pods -l app=web',
      'kubectl delete pod/web-0',
      'systemctl restart web',
      'service web restart',
      'docker compose down',
      'heroku ps:restart',
      'aws ec2 reboot-instances --instance-ids x',
    ]) {
      assert.equal(effects(line), 'restarts', line);
    }
  });

  it('is reading where nothing changes', () => {
    for (const line of [
      'kubectl get pods',
      'kubectl -n shop describe pod web',
      'kubectl apply --dry-run=server -f x',
      'terraform plan',
      'aws ec2 describe-instances',
      'systemctl status web',
      'curl https://example.org/health',
      `psql -c 'select 1'`,
      'ansible-playbook --check site.yml',
      'redis-cli info',
    ]) {
      assert.equal(effects(line), 'reads', line);
    }
    assert.equal(effects('kubectl get pods | grep web'), 'reads reads');
  });

  it('is not known of what only prepares, and of other tools', () => {
    for (const line of [
      'git push',
      'cd deploy',
      'make deploy',
      'rm notes.txt',
      'gcloud config set project x',
      'docker build .',
      '# kubectl delete x',
    ]) {
      assert.ok(!/changes|restarts/.test(effects(line)), line);
    }
    assert.equal(effects('aws ssm start-session --target x').includes('changes'), false);
    assert.equal(effects('kubectl run curl --rm -it --image curl'), 'unknown');
  });

  it('is told of any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), line => {
        for (const words of commands(line))
          assert.ok(commandName(words).length <= 60 && commandEffect(words) !== undefined);
      }),
    );
    effects(`${'"\\'.repeat(20_000)} && ${'sudo '.repeat(20_000)}`);
  });

  it('is named by its tool and verb, never by what may be secret', () => {
    assert.equal(
      commandName(commands('sudo kubectl -n shop create secret generic x --from-literal=a=b')[0] ?? []),
      'kubectl create',
    );
    assert.equal(commandName(['aws', 'iam', 'delete-user', 'Ann']), 'aws iam delete-user');
    assert.equal(commandName(['psql', 'postgres://ann:pw@db']), 'psql');
    assert.equal(commandName(["ALTER USER ann PASSWORD 'pw'"]), 'ALTER');
  });
});

import assert from 'node:assert/strict';
import { fenceLanguage } from '../../../../src/core/runbooks/lint/rules/fenceLanguage';
import { hardCoded } from '../../../../src/core/runbooks/lint/rules/hardCoded';
import { missingCheck } from '../../../../src/core/runbooks/lint/rules/missingCheck';
import { missingRollback } from '../../../../src/core/runbooks/lint/rules/missingRollback';
import { applied, lintText, messages, repositoryView } from './lintText';

const page = (command: string, rest = '', title = 'Scale the shop'): string =>
  `# ${title}\n\n\`\`\`sh\n${command}\n\`\`\`\n\n${rest}\n`;

describe('RB003, a change without a way back', () => {
  const found = (text: string): readonly string[] => messages(lintText(missingRollback, text));

  it('is found at the first command that changes something', () => {
    assert.deepEqual(found(page('kubectl get pods\nkubectl -n shop scale deploy/web --replicas=0')), [
      '5: "kubectl scale" changes something, and nothing here says how to undo it.',
    ]);
  });

  it('is none where a section, a sentence or a command leads back', () => {
    for (const rest of [
      '## Rollback\n\nScale up.',
      'To revert, scale up again.',
      '```sh\nkubectl rollout undo deploy/web\n```',
      '回滚',
    ]) {
      assert.deepEqual(found(page('kubectl apply -f x', rest)), [], rest);
    }
  });

  it('is none for reading, restarting, creating, and for what a page about deleting deletes', () => {
    for (const command of ['kubectl get pods', 'kubectl rollout restart deploy/web', 'kubectl create namespace x']) {
      assert.deepEqual(found(page(command)), [], command);
    }
    assert.deepEqual(found(page('kubectl delete ns x', '', 'Delete a namespace')), []);
  });
});

describe('RB004, a change without a look at the result', () => {
  const found = (text: string): readonly string[] => messages(lintText(missingCheck, text));

  it('is found at the last command that changes or restarts', () => {
    assert.deepEqual(found(page('kubectl get pods\nkubectl rollout restart deploy/web')), [
      '5: After "kubectl rollout" nothing here says how to check that it worked.',
    ]);
  });

  it('is none where a reading command, a sentence or a section follows', () => {
    assert.deepEqual(found(page('systemctl restart web\nsystemctl status web')), []);
    assert.deepEqual(found(page('systemctl restart web', 'The page should be back.\n\nYou will see the shop.')), []);
    assert.deepEqual(found(page('systemctl restart web', '## Überprüfung\n\nSeite laden.')), []);
    assert.deepEqual(found(page('kubectl get pods')), []);
  });
});

describe('RB007, commands in a block without a language', () => {
  it('is off, and its fix writes the language', () => {
    const text = 'a\n\n```\nkubectl get pods\n```\n\n1. b\n\n   ~~~\n   $ make test\n   done\n   ~~~\n';
    assert.deepEqual(lintText(fenceLanguage, text), []);
    const found = lintText(fenceLanguage, text, { severities: new Map([['RB007', 'hint']]) });
    assert.deepEqual(messages(found), [
      '3: This block of commands has no language.',
      '9: This block of commands has no language.',
    ]);
    const [first, second] = found;
    assert.ok(first && second && first.fixes[0]?.safe);
    assert.equal(applied(text, first), text.replace('```\nkubectl', '```sh\nkubectl'));
    assert.equal(applied(text, second), text.replace('~~~\n   $', '~~~console\n   $'));
  });

  it('is none for output, other languages and indented blocks', () => {
    const all = '```\nNAME READY\n```\n\n```yaml\na: b\n```\n\n    kubectl get pods\n';
    assert.deepEqual(lintText(fenceLanguage, all, { severities: new Map([['RB007', 'hint']]) }), []);
  });
});

describe('RB008, a name that holds only once', () => {
  const found = (text: string): readonly string[] =>
    messages(lintText(hardCoded, text)).map(each => each.replace(/^\d+: /, ''));

  it('is that of a pod or a machine in a command', () => {
    assert.deepEqual(found(page('kubectl exec -it web-5dcf84545-58b9k -- bash')), [
      'The pod "web-5dcf84545-58b9k" will have another name next time.',
    ]);
    assert.deepEqual(found(page('ssh root@10.12.7.31')), ['The machine "10.12.7.31" may be another one next time.']);
    assert.deepEqual(found(page('kubectl drain ip-10-1-2-3.ec2.internal')), [
      'The machine "ip-10-1-2-3.ec2.internal" may be another one next time.',
    ]);
    assert.equal(found(page('ssh 10.12.7.31\nssh 10.12.7.31')).length, 1);
  });

  it('is none in output, networks, documentation and for what is the same everywhere', () => {
    for (const line of [
      'ssh 192.0.2.7',
      'curl http://127.0.0.1:80',
      'dig @8.8.8.8 example.com',
      'curl http://169.254.169.254/x',
      'kubectl logs web-<hash>',
      'gcloud x --range 10.12.0.0/16',
      'export HOST=10.12.7.31',
      'web-5dcf84545-58b9k 1/1 Running',
      'kubectl logs my-application-xxxxxxxxxx-xxxxx',
    ]) {
      assert.deepEqual(found(page(line)), [], line);
    }
    assert.deepEqual(
      found(page('kubectl get pods\nkubectl exec -it web-5dcf84545-58b9k -- bash')),
      [],
      'listed before',
    );
    assert.deepEqual(found(`${page('ssh 10.12.7.31')}\nFor example 10.12.7.31.\n`), [], 'an example');
    assert.deepEqual(found('# a\n\n```console\n$ kubectl get pods\nkubectl web-5dcf84545-58b9k\n```\n'), []);
  });

  it('is that of a ticket which a step stands in', () => {
    assert.deepEqual(found('# a\n\n1. Follow the steps in OPS-1234.\n'), [
      'What to do stands in the ticket "OPS-1234" and not here.',
    ]);
    for (const step of [
      'Fixed in OPS-1234',
      'Follow RFC-1234',
      'Follow [OPS-1234](https://example.org/OPS-1234)',
      'See CVE-2024 first',
    ]) {
      assert.deepEqual(found(`# a\n\n1. ${step}\n`), [], step);
    }
  });

  it('is none where the repository has a page of that name', () => {
    const repository = repositoryView({ paths: new Set(['docs/runbooks/OPS-1234-scaling.md']) });
    const at = (step: string): number => lintText(hardCoded, `# a\n\n1. ${step}\n`, { repository }).length;
    assert.equal(at('Scale the broker (see OPS-1234)'), 0);
    assert.equal(at('Scale the broker (see OPS-123)'), 1);
  });
});

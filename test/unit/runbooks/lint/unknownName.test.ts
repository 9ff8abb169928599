import assert from 'node:assert/strict';
import { unknownName } from '../../../../src/core/runbooks/lint/rules/unknownName';
import { applied, lintText, messages, repositoryView } from './lintText';

const texts = new Map([
  ['compose.yaml', 'services:\n  payments:\n    image: x\n    ports: ["8080:80"]\n  worker:\n    image: y\n'],
  ['.env.example', 'PAYMENTS_TOKEN=\nNODE_1_ADDRESS=\n'],
]);

const block = (...lines: readonly string[]): string => `\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n`;
const found = (...lines: readonly string[]) =>
  lintText(unknownName, block(...lines), { repository: repositoryView({ paths: new Set(texts.keys()), texts }) });

describe('RB042, a name that the repository does not have', () => {
  it('is said of services that are almost the name of one, and mended', () => {
    const [problem] = found('docker compose -f compose.yaml restart -t 10 paymnts');
    assert.equal(problem?.finding.message, 'No compose file here has a service paymnts; there is one called payments.');
    const text = block('docker compose -f compose.yaml restart -t 10 paymnts');
    assert.ok(problem && applied(text, problem).includes('-t 10 payments\n'));
    assert.equal(found('docker-compose logs -f --tail=5 workr').length, 1);
  });

  it('is not said of services that are there, arguments, variables and names of other systems', () => {
    assert.deepEqual(
      messages(
        found(
          ...[
            'docker compose up -d payments worker',
            'docker compose exec payments workr',
            'docker compose up $SERVICE',
          ],
          ...['docker compose logs billing', 'docker restart paymnts', 'docker compose run --name paymnts payments'],
        ),
      ),
      [],
    );
  });

  it('is said of ports that compose does not publish, on a page that starts it', () => {
    const lines = ['docker compose up -d', 'curl http://localhost:8080/health', 'curl localhost:9090/ready'];
    assert.deepEqual(messages(found(...lines)), ['4: Nothing that this repository starts publishes port 9090.']);
    assert.deepEqual(found(...lines.slice(1)), []);
    assert.deepEqual(found(...lines, 'kubectl port-forward svc/payments 9090'), []);
  });

  it('is said of variables with one wrong letter', () => {
    assert.deepEqual(messages(found('export PAYMENT_TOKEN=x')), [
      '2: The variable PAYMENT_TOKEN is not in the example environment; there is one called PAYMENTS_TOKEN.',
    ]);
    assert.deepEqual(found('export PAYMENTS_TOKEN=x', 'export NODE_2_ADDRESS=y', 'export AWS_PROFILE=z'), []);
  });
});

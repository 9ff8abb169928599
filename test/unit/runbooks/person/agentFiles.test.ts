import assert from 'node:assert/strict';
import { agentsIn } from '../../../../src/core/runbooks/person/agentFiles';

describe('The agents of a repository', () => {
  it('are called like their files', () => {
    assert.deepEqual(
      agentsIn([
        '.github/agents/terraform.agent.md',
        '.claude/agents/ops/restore.md',
        'docs/harbour.agent.md',
        '.github/agents/terraform.md',
      ]),
      ['terraform', 'restore', 'harbour'],
    );
  });

  it('are not what else stands in folders of that name', () => {
    assert.deepEqual(agentsIn(['docs/agents/ann.md', '.github/agents/run.sh', '.github/workflows/deploy.md']), []);
  });
});

import assert from 'node:assert/strict';
import { pageCommands } from '../../../../src/core/runbooks/commands/pageCommands';
import { readDocument } from '../../../../src/core/runbooks/document';

const commands = (text: string): readonly string[] =>
  pageCommands(readDocument(text)).map(
    ({ words, effect, place }) => `${place.line}-${place.endLine} ${effect} ${words.join(' ')}`,
  );

describe('The commands of a page', () => {
  it('are the lines of its shell blocks, with where they stand', () => {
    assert.deepEqual(commands('# a\n\n```sh\n# look\nkubectl get pods\nkubectl delete job x && make\n```\n'), [
      '5-5 reads kubectl get pods',
      '6-6 changes kubectl delete job x',
      '6-6 unknown make',
    ]);
    assert.deepEqual(commands('1. a\n\n   ```bash\n   helm upgrade a \\\n     --wait\n   ```\n'), [
      '4-5 changes helm upgrade a --wait',
    ]);
    assert.deepEqual(commands('a\n\n    kubectl get pods\n'), ['3-3 reads kubectl get pods']);
  });

  it('are those behind a prompt where there are prompts: the rest is output', () => {
    const text = '```console\n$ kubectl get pods\nrm -rf /data\nann@web:~$ systemctl restart web\n```\n';
    assert.deepEqual(commands(text), ['2-2 reads kubectl get pods', '4-4 restarts systemctl restart web']);
  });

  it('are not what is fed to a command, and not other languages', () => {
    assert.deepEqual(commands('```sh\nkubectl apply -f - <<EOF\nkubectl delete x\nEOF\nls\n```\n'), [
      '2-2 changes kubectl apply -f - <<EOF',
      '5-5 reads ls',
    ]);
    assert.deepEqual(commands('```yaml\nkubectl delete x\n```\n\n```\nThe kubectl delete\n```\n'), []);
    assert.deepEqual(commands('```\nkubectl is what we use\n```\n'), []);
  });

  it('are statements in blocks of SQL', () => {
    assert.deepEqual(
      commands('```sql\nselect 1;\ndelete from orders;\n```\n').map(each => each.split(' ')[1]),
      ['reads', 'changes'],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageCommands } from '../../../../src/core/runbooks/commands/pageCommands';
import { pageEffects } from '../../../../src/core/runbooks/commands/pageEffects';
import { pageText, readDocument } from '../../../../src/core/runbooks/document';

const commands = (text: string): readonly string[] =>
  pageEffects(readDocument(text), text).map(
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

  it('begin with a prompt, a known tool or a script where a block has no language', () => {
    for (const block of [
      '$ deploy-all',
      'make deploy',
      './scripts/drain.sh',
      '# first\nsudo reboot',
      'deployer shop\nkubectl get pods',
    ]) {
      assert.ok(commands(`\`\`\`\n${block}\n\`\`\`\n`).length > 0, block);
    }
    assert.deepEqual(commands('```\nNAME READY\nweb 1/1\n```\n'), []);
    assert.deepEqual(commands('```\ndeploy:\n  kubectl delete x\n```\n'), []);
  });

  it('go on behind a text that is fed by word', () => {
    assert.equal(commands('```sh\ncat <<<word\nls\n```\n').length, 2);
  });
});

describe('The words of the commands of a page', () => {
  const written = (text: string): readonly string[] => {
    const lines = pageText(text).split('\n');
    return pageCommands(readDocument(text), pageText(text)).flatMap(({ words }) =>
      words.map(({ place: { line, column, endLine, endColumn } }) => {
        assert.ok(line >= 1 && endLine <= lines.length && column >= 1);
        assert.ok(line < endLine || column < endColumn);
        assert.ok(endColumn <= (lines[endLine - 1]?.length ?? 0) + 1);
        const last = lines[endLine - 1]?.slice(line === endLine ? column - 1 : 0, endColumn - 1);
        return line === endLine ? (last ?? '') : `${lines[line - 1]?.slice(column - 1)}\n${last}`;
      }),
    );
  };

  it('stand where they are written: in lists, quotes, behind prompts, on continued lines, in sentences', () => {
    assert.deepEqual(written('- a\n\n  > ```console\n  > $ make "x y" \\\n  >   z\n  > ```\n'), ['make', '"x y"', 'z']);
    assert.deepEqual(written('1. a\n\n\t```sh\n\tmake x\n\t```\n'), ['make', 'x']);
    assert.deepEqual(written('Run make, `make x` or `` make `y` ``.\r\n\r\n    make z\r\n'), [
      ...['make', 'x', 'make', '`y`'],
      ...['make', 'z'],
    ]);
  });

  it('stand on the page, whatever is on it', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '```sh\n',
        '```\n',
        '~~~console\n',
        '\n',
        '\n\n    ',
        '> ',
        '- ',
        '1. ',
        '\t',
        '`',
        '``',
        '$ ',
        '\\\n',
      ),
      fc.constantFrom('make x', 'kubectl delete ', "'a b'", '"', '<<EOF\n', 'EOF\n', '```sql\nselect 1\n'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        written(parts.join(''));
      }),
      { numRuns: 300 },
    );
  });
});

import { folderOf, nameOf, resolvePath } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { isNamed, type Subject } from '../subject';
import { attributeOf, hclBlocks } from './hcl';

/**
 * What a `terragrunt.hcl` says of what it applies: that it does, with the command that shows what would change, and which
 * folders have to be applied before. `folders`: where Terraform sets the component up; a folder that carries its name
 * applies it whatever it takes. `isSetUp`: the component is that Terraform; what anything else needs to run, it does not say.
 */
export function terragruntFacts(
  path: string,
  text: string,
  subject: Subject,
  folders: readonly string[],
  isSetUp: boolean,
): readonly Fact[] {
  const folder = folderOf(path);
  const blocks = hclBlocks(text);
  const source = blocks.flatMap(block => (block.type === 'terraform' ? (attributeOf(block, 'source') ?? []) : []))[0];
  if (source === undefined || folder === '') return [];
  const from = /^\.{1,2}\//.test(source.value) ? resolvePath(folder, source.value.replace('//', '/')) : null;
  if (!(from !== null && folders.includes(from)) && !isNamed(subject, nameOf(folder))) return [];
  const facts: Fact[] = [
    {
      kind: 'infrastructure',
      name: `terragrunt.${folder}`,
      value: shown(`${folder} applies ${from ?? source.value}`),
      path,
      line: source.line,
      ...(/^[\w./-]*$/.test(folder) ? { command: `(cd ${folder} && terragrunt plan)` } : {}),
    },
  ];
  for (const block of blocks) {
    const needed = isSetUp && block.type === 'dependency' ? attributeOf(block, 'config_path') : null;
    const first = needed === null ? null : resolvePath(folder, needed.value);
    if (needed !== null && first !== null && first !== '')
      facts.push({ kind: 'dependency', name: first, value: first, path, line: needed.line, how: 'applied before' });
  }
  return facts;
}

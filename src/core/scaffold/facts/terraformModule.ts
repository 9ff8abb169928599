import { folderOf } from '../../components/repositoryPath';
import { type HclBlock, hclBlocks } from './hcl';

/** A resource or a module of Terraform with all that is written in it. */
export interface ModuleBlock {
  readonly path: string;
  readonly block: HclBlock;
  /** As others refer to it: `aws_lambda_function.cart`, `module.cart`. */
  readonly address: string;
  /** Addresses of others that it refers to. */
  readonly uses: ReadonlySet<string>;
}

const known = new WeakMap<ReadonlyMap<string, string>, Map<string, readonly ModuleBlock[]>>();

/** The resources and modules of a folder, which to Terraform is one module, whatever files they stand in. `texts`: by path. */
export function moduleBlocks(folder: string, texts: ReadonlyMap<string, string>): readonly ModuleBlock[] {
  const modules = known.get(texts) ?? new Map<string, readonly ModuleBlock[]>();
  known.set(texts, modules);
  const found =
    modules.get(folder) ??
    [...texts].flatMap(([path, text]) =>
      path.endsWith('.tf') && folderOf(path) === folder ? blocksOf(path, text) : [],
    );
  modules.set(folder, found);
  return found;
}

function blocksOf(path: string, text: string): readonly ModuleBlock[] {
  const lines = text.split('\n');
  const blocks = hclBlocks(text);
  return blocks.flatMap((block, index): readonly ModuleBlock[] => {
    const address = addressOf(block);
    if (address === null) return [];
    const said = lines.slice(block.line - 1, (blocks[index + 1]?.line ?? lines.length + 1) - 1).join('\n');
    return [{ path, block, address, uses: new Set(referencesIn(said).filter(used => used !== address)) }];
  });
}

/** What others call a block; null for what they do not refer to as something that is set up. */
export function addressOf({ type, labels: [first = '', second = ''] }: HclBlock): string | null {
  if (type === 'module') return `module.${first}`;
  return type === 'resource' ? `${first}.${second}` : null;
}

const referencesIn = (text: string): readonly string[] =>
  Array.from(
    text
      .slice(0, 100_000)
      .split('\n')
      .map(line => line.replace(/^\s*(?:#|\/\/).*$/, ''))
      .join('\n')
      .matchAll(/(?<![\w.])((?:module|[a-z]+_\w+)\.[A-Za-z_][\w-]*)/g),
    ([, address = '']) => address,
  );

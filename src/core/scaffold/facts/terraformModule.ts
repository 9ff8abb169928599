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

/** The files of a folder, which to Terraform are one module. */
export interface TerraformModule {
  /** What stands at the top of each file, by path. */
  readonly files: ReadonlyMap<string, readonly HclBlock[]>;
  readonly blocks: readonly ModuleBlock[];
}

const known = new WeakMap<ReadonlyMap<string, string>, Map<string, TerraformModule>>();

/** The module that a folder is; read once. `texts`: by path. */
export function moduleOf(folder: string, texts: ReadonlyMap<string, string>): TerraformModule {
  const modules = known.get(texts) ?? new Map<string, TerraformModule>();
  known.set(texts, modules);
  const found = modules.get(folder) ?? readModule(folder, texts);
  modules.set(folder, found);
  return found;
}

function readModule(folder: string, texts: ReadonlyMap<string, string>): TerraformModule {
  const files = new Map<string, readonly HclBlock[]>();
  const blocks: ModuleBlock[] = [];
  for (const [path, text] of texts) {
    if (!path.endsWith('.tf') || folderOf(path) !== folder) continue;
    const found = hclBlocks(text);
    files.set(path, found);
    blocks.push(...blocksOf(path, text, found));
  }
  return { files, blocks };
}

function blocksOf(path: string, text: string, blocks: readonly HclBlock[]): readonly ModuleBlock[] {
  const lines = text.split('\n');
  return blocks.flatMap((block, index): readonly ModuleBlock[] => {
    const address = addressOf(block);
    if (address === null) return [];
    const said = lines.slice(block.line - 1, (blocks[index + 1]?.line ?? lines.length + 1) - 1).join('\n');
    return [{ path, block, address, uses: new Set(referencesIn(said).filter(used => used !== address)) }];
  });
}

/** What others call a block; null for what they do not refer to as something that is set up. */
function addressOf({ type, labels: [first = '', second = ''] }: HclBlock): string | null {
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

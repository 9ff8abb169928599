import type { TerraformModule } from './terraformModule';

const deepest = 3;
const longestName = 100;

/** A name, and the place that says it where that is another one than the one that refers to it. */
export interface StatedName {
  readonly name: string;
  readonly place: { readonly path: string; readonly line: number } | null;
}

/**
 * The name that a value of Terraform is or refers to in its module, as far as it is stated: `"${var.environment}-shop"` →
 * `<environment>-shop`. Null for what is given from outside as a whole.
 */
export function statedName(value: string | undefined, module: TerraformModule, depth = 0): StatedName | null {
  if (value === undefined || value.length > longestName || depth > deepest) return null;
  const address = /^(?:\$\{)?\s*(aws_\w+\.[\w-]+)(?:\[\w+\])?\.(?:id|name|arn|function_name)\s*\}?$/.exec(value)?.[1];
  if (address !== undefined) {
    const found = module.blocks.find(each => each.address === address);
    const said = found?.block.attributes.find(({ name }) => /^(?:function_)?name$/.test(name));
    const stated = statedName(said?.value, module, depth + 1);
    if (stated === null || found === undefined || said === undefined) return null;
    return { name: stated.name, place: stated.place ?? { path: found.path, line: said.line } };
  }
  const filled = value
    .replace(/\$\{\s*(?:var|local)\.(?:\w+\.)*(\w+)\s*\}/g, '<$1>')
    .replace(/\$\{\s*terraform\.workspace\s*\}/g, '<workspace>');
  const isStated = /[\w/]/.test(filled.replace(/<\w+>/g, '')) && /^[\w<>./-]+$/.test(filled);
  // Without quotes, a word with a full stop refers to something.
  return isStated && !/^(?:var|local|module|data)\./.test(filled) ? { name: filled, place: null } : null;
}

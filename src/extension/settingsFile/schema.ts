import { listItem } from './yamlPlace';

/** The part of JSON Schema that `media/single-points.schema.json` is written in. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What the schema says of the value at a path, see `YamlPlace`; undefined where it says nothing. */
export function schemaAt(root: Schema, path: readonly string[]): Schema | undefined {
  let at: Schema | undefined = root;
  for (const step of path) at = at && below(root, at, step);
  return at && resolved(root, at);
}

/** Whether values of that kind may be written. */
export function allows({ type, anyOf, properties }: Schema, kind: 'object' | 'array' | 'boolean'): boolean {
  if (kind === 'object' && properties !== undefined) return true;
  return (
    type === kind || (Array.isArray(type) && type.includes(kind)) || anyOf?.some(each => allows(each, kind)) === true
  );
}

/** What lies below a key, or in the items of a list; one item may stand for a list of one. */
function below(root: Schema, schema: Schema, step: string): Schema | undefined {
  const { properties, patternProperties = {}, items, anyOf = [] } = resolved(root, schema);
  const own =
    step === listItem
      ? items
      : ((Object.hasOwn(properties ?? {}, step) ? properties?.[step] : undefined) ??
        Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(step))?.[1]);
  return own ?? anyOf.map(each => below(root, each, step)).find(each => each !== undefined);
}

/** What a schema says beside its reference goes before what it refers to. */
function resolved(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : root.definitions?.[name];
  return target === undefined ? schema : { ...target, ...schema };
}

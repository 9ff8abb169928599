import { isNamed, isTelling, namesOf, plainName, type Subject } from '../subject';
import { attributeOf, type HclBlock } from './hcl';
import type { ModuleBlock, TerraformModule } from './terraformModule';

// What is run: of these `api_cron` is the api's where `api` is.
const run = /^(?:aws_(?:ecs_(?:task_definition|service)|lambda_function|batch_job_definition)|google_cloud_run_\w+)$/;

// What hands the tick of a clock on to what it starts.
const isTrigger = /^aws_cloudwatch_event_target\./;

/** The resources and modules of a module of Terraform that are a component's. */
export interface OwnBlocks {
  readonly size: number;
  /** Whether it carries the component's name, or that of what runs beside it with a word more. */
  has(block: HclBlock): boolean;
  /** Whether it refers to one of these, or what it triggers is one of these. */
  isBound(block: HclBlock): boolean;
}

const known = new WeakMap<TerraformModule, WeakMap<Subject, OwnBlocks>>();

/**
 * What is the component's in a module; looked for once, as every file of the module asks. `isSetUp`: the component is
 * Terraform itself, which no other call says otherwise of, so that what only begins with its name is something else's.
 */
export function ownBlocksOf(module: TerraformModule, subject: Subject, isSetUp: boolean): OwnBlocks {
  const bySubject = known.get(module) ?? new WeakMap<Subject, OwnBlocks>();
  known.set(module, bySubject);
  const found = bySubject.get(subject) ?? findOwnBlocks(module.blocks, subject, isSetUp);
  bySubject.set(subject, found);
  return found;
}

function findOwnBlocks(blocks: readonly ModuleBlock[], subject: Subject, isSetUp: boolean): OwnBlocks {
  const labelled = new Set(blocks.filter(({ block }) => isLabelled(block, subject, isSetUp)));
  const running = [...labelled].filter(({ block }) => block.type === 'resource' && run.test(block.labels[0] ?? ''));
  const prefixes = new Set(running.map(({ address }) => `${address}_`));
  const own = blocks.filter(
    each =>
      labelled.has(each) ||
      (each.block.type === 'resource' && (isLonger(each.address, prefixes) || isCalled(each.block, subject))),
  );
  const ownOnes = new Set(own.map(({ block }) => block));
  const addresses = new Set(own.map(({ address }) => address));
  const users = blocks.filter(({ uses }) => [...uses].some(used => addresses.has(used)));
  const triggered = new Set(users.filter(({ address }) => isTrigger.test(address)).flatMap(({ uses }) => [...uses]));
  const bound = new Set(
    [...users, ...blocks.filter(({ address }) => triggered.has(address))].map(({ block }) => block),
  );
  return { size: own.length, has: block => ownOnes.has(block), isBound: block => bound.has(block) };
}

/** Whether an address is one of some, each ending with `_`, with words more. */
function isLonger(address: string, prefixes: ReadonlySet<string>): boolean {
  if (prefixes.size === 0) return false;
  for (let at = address.indexOf('_'); at >= 0; at = address.indexOf('_', at + 1))
    if (prefixes.has(address.slice(0, at + 1))) return true;
  return false;
}

/** `cart` and `cart_cron` are the cart's; a word that is everywhere, as `api`, must be the whole label. */
function isLabelled(block: HclBlock, subject: Subject, isSetUp: boolean): boolean {
  const [type, label] = block.type === 'module' ? ['', block.labels[0]] : block.labels;
  const plain = plainName(label ?? '');
  const names = [...namesOf(subject)].flatMap(name => [name, name.replace(/^(?:service|svc)-|-(?:service|svc)$/g, '')]);
  // `api` of `aws_apigatewayv2_api` says what it is, not whose.
  if ((type ?? '').split('_').some(word => names.some(name => word.startsWith(name)))) return false;
  return isNamed(subject, plain) || (!isSetUp && names.some(name => isTelling(name) && plain.startsWith(`${name}-`)));
}

const isCalled = (block: HclBlock, subject: Subject): boolean => {
  const name = attributeOf(block, 'name')?.value ?? '';
  return /^[\w-]+$/.test(name) && isNamed(subject, name);
};

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
 * Terraform itself, so that what carries its name in another folder is that folder's.
 */
export function ownBlocksOf(module: TerraformModule, subject: Subject, isSetUp: boolean): OwnBlocks {
  const bySubject = known.get(module) ?? new WeakMap<Subject, OwnBlocks>();
  known.set(module, bySubject);
  const found = bySubject.get(subject) ?? findOwnBlocks(isSetUp ? [] : module.blocks, subject);
  bySubject.set(subject, found);
  return found;
}

function findOwnBlocks(all: readonly ModuleBlock[], subject: Subject): OwnBlocks {
  const blocks = all.filter(({ block }) => !isNeighbours(block, subject));
  const labelled = new Set(blocks.filter(({ block }) => isLabelled(block, subject)));
  const running = [...labelled].filter(({ block }) => block.type === 'resource' && run.test(block.labels[0] ?? ''));
  const prefixes = new Set(running.map(({ address }) => `${address}_`));
  const carrying = blocks.filter(
    each =>
      labelled.has(each) ||
      (each.block.type === 'resource' && (isLonger(each.address, prefixes) || isCalled(each.block, subject))),
  );
  const started = startedBy(blocks, new Set(carrying.map(({ address }) => address)));
  const own = carrying.filter(each => started.get(each.address) !== false);
  const ownOnes = new Set(own.map(({ block }) => block));
  const addresses = new Set(own.map(({ address }) => address));
  const users = blocks.filter(({ uses }) => [...uses].some(used => addresses.has(used)));
  const triggered = new Set(users.filter(({ address }) => isTrigger.test(address)).flatMap(({ uses }) => [...uses]));
  const bound = new Set(
    [...users, ...blocks.filter(({ address }) => triggered.has(address))].map(({ block }) => block),
  );
  return { size: own.length, has: block => ownOnes.has(block), isBound: block => bound.has(block) };
}

/** Rules of a clock and what hands their ticks on, by address: whether one of some is started, where it is known what is. */
function startedBy(blocks: readonly ModuleBlock[], own: ReadonlySet<string>): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const { address, uses } of blocks) {
    if (!isTrigger.test(address)) continue;
    const running = [...uses].filter(used => run.test(used.split('.')[0] ?? ''));
    if (running.length === 0) continue;
    const isOwn = running.some(used => own.has(used));
    for (const each of [address, ...[...uses].filter(used => used.startsWith('aws_cloudwatch_event_rule.'))])
      found.set(each, isOwn || found.get(each) === true);
  }
  return found;
}

/** Whether an address is one of some, each ending with `_`, with words more. */
function isLonger(address: string, prefixes: ReadonlySet<string>): boolean {
  if (prefixes.size === 0) return false;
  for (let at = address.indexOf('_'); at >= 0; at = address.indexOf('_', at + 1))
    if (prefixes.has(address.slice(0, at + 1))) return true;
  return false;
}

/** Whether it carries the name of a neighbour, which begins with the component's. */
function isNeighbours({ labels }: HclBlock, { longerNames = [] }: Subject): boolean {
  const plain = plainName(labels.at(-1) ?? '');
  return longerNames.some(name => plain === name || plain.startsWith(`${name}-`));
}

/** `cart` and `cart_cron` are the cart's; a word that is everywhere, as `api`, must be the whole label. */
function isLabelled(block: HclBlock, subject: Subject): boolean {
  const [type, label] = block.type === 'module' ? ['', block.labels[0]] : block.labels;
  const plain = plainName(label ?? '');
  const names = [...namesOf(subject)].flatMap(name => [name, name.replace(/^(?:service|svc)-|-(?:service|svc)$/g, '')]);
  // `api` of `aws_apigatewayv2_api` says what it is, not whose.
  if ((type ?? '').split('_').some(word => names.some(name => word.startsWith(name)))) return false;
  return isNamed(subject, plain) || names.some(name => isTelling(name) && plain.startsWith(`${name}-`));
}

const isCalled = (block: HclBlock, subject: Subject): boolean => {
  const name = attributeOf(block, 'name')?.value ?? '';
  return /^[\w-]+$/.test(name) && isNamed(subject, name);
};

import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Entity } from './entities';

/** Tells which names on a page are nobody a reader could need: an organisation, a machine, its subject, a figure. */
export function nobodiesOf(tree: Root, text: string): (entity: Entity) => boolean {
  const sites = sitesIn(text);
  const things = thingsIn(tree);
  const subject = subjectOf(tree);
  const hasCast = /\b(?:Alice|Bob)\b/.test(text);
  return ({ kind, text: name, person, weak }) => {
    if (kind !== 'name') return false;
    if (foldedWords(name).every((word, index) => word === subject[index])) return true;
    if (name.includes(' ')) return sites.has(name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
    return (person === null || weak) && (things.has(name.toLowerCase()) || (hasCast && cast.test(name)));
  };
}

/** Who appears in examples together with Alice and Bob. */
const cast = /^(?:Alice|Bob|Carol|Charlie|Dave|Eve|Frank|Grace|Heidi|Mallory|Trent|Victor|Peggy)$/;

/** What the hosts of a page's addresses are called: an organisation may bear the name of a person. */
function sitesIn(text: string): ReadonlySet<string> {
  const hosts = text.toLowerCase().matchAll(/(?:@|:\/\/)([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/g);
  return new Set([...hosts].flatMap(match => (match[1] ?? '').replaceAll('-', '').split('.')));
}

/** The words of code and of addresses within the site, where machines and products are named: `login_harbour.md`, `ssh harbour`. */
function thingsIn(tree: Root): ReadonlySet<string> {
  const things = new Set<string>();
  const walk = (node: Nodes): void => {
    const isCode = node.type === 'code' || node.type === 'inlineCode';
    const written = isCode ? node.value : 'url' in node ? node.url : '';
    if (!/@|:\/\//.test(written)) for (const word of written.toLowerCase().split(/[^\p{L}]+/u)) things.add(word);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return things;
}

/** The words of the first heading: what is said of a person whose name it begins with is about them. */
function subjectOf(tree: Root): readonly string[] {
  const heading = tree.children.find(({ type }) => type === 'heading');
  const words = heading === undefined ? [] : foldedWords(textOf(heading));
  return words.slice(0, 3).some(word => /['’]s$/.test(word)) ? [] : words;
}

const foldedWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'.-]+/u)
    .filter(word => word !== '');

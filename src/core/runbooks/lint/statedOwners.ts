import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { type Place, placeOf } from '../place';
import { isPlaceholder } from '../placeholder';
import type { SectionId } from '../sections';
import { isContent, outlineOf } from './pageSections';
import type { KnownPerson, PeopleLookup } from './peopleLookup';
import type { LintPage } from './rule';

/** Words that say who owns a page or is to be called for it, and where they stand. */
export interface OwnerStatement {
  readonly text: string;
  readonly place: Place;
}

const ownerSections: ReadonlySet<SectionId | null> = new Set<SectionId>(['owner', 'contacts', 'escalation']);
const mostStatements = 50;
const longestLine = 300;

/**
 * What a page says of its owner: keys of its front matter (owner, team, channel, backup), sections for owner, contacts and
 * escalation, and lines or rows like `Owner: payments`. In the order of the page.
 */
export function ownersOnPage(page: LintPage): readonly OwnerStatement[] {
  const { owner, team, ownerSlack, backup } = page.document.frontMatter;
  const stated: OwnerStatement[] = [];
  for (const value of [owner, team, ownerSlack, backup]) {
    if (value !== null) stated.push({ text: value.value, place: value.place });
  }
  for (const { id, body } of outlineOf(page).sections) {
    if (!ownerSections.has(id)) continue;
    for (const node of body.filter(isContent)) {
      if (node.type !== 'heading') stated.push({ text: textOf(node), place: placeOf(node) });
    }
  }
  if (page.document.tree !== null) stated.push(...labelled(page.document.tree, page));
  // A line of an owner section is found by its label, too.
  const byLine = new Map(stated.reverse().map(each => [`${each.place.line}:${each.place.column}`, each]));
  return [...byLine.values()]
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.place.line - b.place.line)
    .slice(0, mostStatements);
}

/** `**Owner:** payments`, `- Contact: #payments`, `| Team | payments |`. */
function labelled(tree: Nodes, page: LintPage): readonly OwnerStatement[] {
  const stated: OwnerStatement[] = [];
  visit(tree, node => {
    if (node.type !== 'paragraph' && node.type !== 'tableRow') return undefined;
    const lines =
      node.type === 'tableRow'
        ? [
            node.children
              .slice(0, 2)
              .map(cell => textOf(cell).trim())
              .join(': '),
          ]
        : textOf(node).slice(0, 5000).split('\n');
    for (const line of lines) {
      const [, label = '', text = ''] = /^([^:]{1,40}):+\s*(.+)$/.exec(line.slice(0, longestLine)) ?? [];
      if (label.trim().split(/\s+/).length <= 3 && ownerSections.has(page.sections(label))) {
        stated.push({ text, place: placeOf(node) });
      }
    }
    return SKIP;
  });
  return stated;
}

/** Whom statements mean. */
export interface ResolvedOwners {
  /** Those whose name, login or address is one person's only, each once; the others that look like a person by their word. */
  readonly people: readonly (KnownPerson | string)[];
  /** Something else answers: a team, a channel, a mailbox, a rota, words that are no person's. */
  readonly others: boolean;
  readonly placeholders: readonly OwnerStatement[];
}

/** Resolves what is said of owners to people and teams. What cannot be told is taken for a team: nobody is blamed by guess. */
export function resolveOwners(statements: readonly OwnerStatement[], people: PeopleLookup): ResolvedOwners {
  const found = new Map<string, KnownPerson | string>();
  const placeholders: OwnerStatement[] = [];
  let others = false;
  for (const statement of statements) {
    if (isOwnerPlaceholder(statement.text)) {
      placeholders.push(statement);
      continue;
    }
    for (const part of partsOf(statement.text)) {
      const person = personIn(part, people);
      if (person === null) others = true;
      else found.set(typeof person === 'string' ? person.toLowerCase() : String(person.id), person);
    }
  }
  return { people: [...found.values()], others, placeholders };
}

const stands =
  /^[\s"'@#<[{(]*(?:(?:your|my|the|some|example|team|org|organi[sz]ation|owner|owning|user|person|first)[-_ ]?(?:team|name|owner|group|squad|handle|user|channel|org|here)?[-_ ]?(?:name|here|handle)?|n\/?a|none|nobody|no ?one|unknown|unassigned|unowned|changeme|change-me|foo|team[-_ ]?[xyz])[\s"'>\]})]*$/i;
const ordinaryWord = /^[\s"'@#]*(?:team|org|organi[sz]ation|owner|user|person|the|first|some)[\s"']*$/i;

/** Whether an owner is one still to be filled in: `TODO`, `<team>`, `your-team`, `@org/team-name`, `unknown`. */
export function isOwnerPlaceholder(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 80) return false;
  if (isPlaceholder(plain)) return true;
  const [organisation, name] = /^@?([\w-]+)\/([\w-]+)$/.exec(plain)?.slice(1) ?? [];
  if (organisation !== undefined && /^(?:your-?)?(?:org|organi[sz]ation|my-?org|your-?org)$/i.test(organisation)) {
    return name !== undefined && /team|owner|group|name/i.test(name);
  }
  return stands.test(plain) && !/^#/.test(plain) && (!ordinaryWord.test(plain) || /[<[{]/.test(plain));
}

function partsOf(text: string): readonly string[] {
  return text
    .slice(0, 2000)
    .split(/[,;\n|•]|\s(?:and|und|et|y|e|и|or|&|\/)\s/u)
    .map(part =>
      part
        .replace(/^[^:]{1,30}:\s+/, '')
        .replace(/\([^)]*\)/g, ' ')
        .trim(),
    )
    .filter(part => part !== '')
    .slice(0, 50);
}

const catalogGroup = /^(?:group|team|component):/i;
const catalogUser = /^user:(?:[\w-]+\/)?/i;
const mailAddress = /^<?([^\s@<>]+)@[^\s@<>]+\.[a-z]{2,}>?$/i;
// A mailbox of two names, `ann.lee@`, is a person's; `payments@` and `sre.oncall@` are read by several.
const personalMailbox = /^[a-z]{2,}[._][a-z]{2,}$/i;
const collective =
  /team|squad|group|support|ops|oncall|on-call|sre|help|admin|infra|platform|service|alert|security|desk|eng\b|dev|list|info|contact|incident|maintain|approver|reviewer|owners|leads\b|committer|sig-/i;

/** One person, known or by the look of the handle; null for everything else. */
function personIn(part: string, people: PeopleLookup): KnownPerson | string | null {
  const word = part
    .replace(catalogUser, '@')
    .replace(/^mailto:/i, '')
    .replace(/[.!]+$/, '');
  if (catalogGroup.test(part) || /^#/.test(word) || people.isTeam(word)) return null;
  const [, mailbox] = mailAddress.exec(word) ?? [];
  const known = people.find(word.replace(/^<|>$/g, ''));
  const [only] = known;
  if (known.length === 1 && only !== undefined && (only.by !== 'namePart' || /^\S+$/.test(part))) return only;
  if (mailbox !== undefined) return personalMailbox.test(mailbox) && !collective.test(mailbox) ? word : null;
  return /^@[\w-]+$/.test(word) && !collective.test(word) ? word : null;
}

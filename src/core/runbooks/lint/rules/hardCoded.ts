import type { Link, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isKnownTool } from '../../commands/commandEffect';
import { pageEffects } from '../../commands/pageEffects';
import { placeOf } from '../../place';
import type { Problem } from '../problem';
import type { RepositoryView } from '../repositoryView';
import { operationalTypes, type PageRule } from '../rule';

// Kubernetes names the pods of a Deployment by two hashes without vowels (k8s.io/apimachinery, util/rand).
const pod =
  /^(?:pods?\/)?[a-z0-9](?:[-a-z0-9]{0,60}[a-z0-9])?-[bcdf-hj-np-tv-z2456789]{8,10}-[bcdf-hj-np-tv-z2456789]{5}$/;
const cloudHost = /(?:^|[@/])(ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?:\.[\w.-]+)?|i-0[0-9a-f]{16})(?=$|[:/,])/;
const address = /(?:^|[@/=])((?:\d{1,3}\.){3}\d{1,3})(?=$|[:/,])/;
const network = /(?:\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/;

/** Loopback, link-local, documentation (RFC 5737), and resolvers that everybody asks. */
const everywhere =
  /^(?:0\.|127\.|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|255\.|2(?:2[4-9]|3\d)\.|1\.[01]\.[01]\.1$|8\.8\.[48]\.[48]$|9\.9\.9\.9$|1\.2\.3\.4$|(?:10|192\.168|172\.16)(?:\.[0x]+)+$)/i;

const listing = /\b(?:get (?:pods?|po|nodes?|no|all)|ps|describe-instances|instances list|list-instances)\b/;

const isAddress = (text: string): boolean => text.split('.').every(part => Number(part) <= 255);

function hardCodedIn(word: string): { readonly what: 'pod' | 'host'; readonly name: string } | null {
  if (word.length > 200) return null;
  // A made-up hash is all letters or a word repeated; a real one has both.
  if (pod.test(word) && /\d/.test(word.split('-').slice(-2).join(''))) return { what: 'pod', name: word };
  const host = cloudHost.exec(word)?.[1];
  if (host !== undefined) return { what: 'host', name: host };
  const ip = network.test(word) ? undefined : address.exec(word)?.[1];
  return ip !== undefined && isAddress(ip) && !everywhere.test(ip) ? { what: 'host', name: ip } : null;
}

const ticket =
  /\b(?!(?:CVE|RFC|ISO|UTF|SHA|AES|RSA|HTTP|TLS|SSL|SEV|PEP|EPIC|KB|GHSA|US|EU|AP|CA|COVID|MD|IPV|P|S3|EC)-)([A-Z][A-Z0-9]{1,9}-\d{2,6})\b/;
const followTicket =
  /\b(?:follow|see|do|repeat|use|run|apply|copy|as (?:described |done |explained )?in|according to|described in|steps (?:in|from|of)|instructions (?:in|from|of))\b[^.]{0,40}$/i;

/**
 * RB008: a command names a pod, an address or a machine that will not be there next time, or a step is no more than a
 * ticket that one must be able to open. Output, examples of networks and documentation addresses are none of it.
 */
export const hardCoded: PageRule = {
  id: 'RB008',
  name: 'hard-coded-name',
  severity: 'information',
  types: operationalTypes,
  needs: 'page',
  check: ({ document, text }, repository) => {
    const problems: Problem[] = [];
    const named = new Set<string>();
    let listed = false;
    const commands = pageEffects(document, text);
    const inCommands = (name: string): number =>
      commands.filter(({ words }) => words.some(word => word.includes(name))).length;
    for (const { words, place } of commands) {
      // Output stands among commands, and a variable is set to what is to be replaced.
      const [tool = ''] = words;
      if (!isKnownTool(tool) || /^(?:export|cd|source)$/.test(tool)) continue;
      const found = words
        .slice(1)
        .map(hardCodedIn)
        .find(each => each !== null);
      listed ||= listing.test(words.slice(0, 8).join(' '));
      // What the reader has just listed, or sees again on the page, is an example.
      const isExample = found !== undefined && (listed || text.split(found.name).length - 1 > inCommands(found.name));
      if (found && !isExample && !named.has(found.name)) problems.push({ place, data: { ...found } });
      if (found) named.add(found.name);
    }
    if (document.tree !== null) {
      visit(document.tree, 'listItem', item => {
        const [first] = item.children;
        if (first?.type !== 'paragraph') return;
        const step = textOf(first).slice(0, 200);
        const found = ticket.exec(step);
        if (found?.[1] === undefined || step.split(/\s+/).length > 12 || hasLinkFor(first, found[1])) return;
        if (isPage(found[1], repository)) return;
        if (followTicket.test(step.slice(0, found.index))) {
          problems.push({ place: placeOf(first), data: { what: 'ticket', name: found[1] } });
        }
      });
    }
    return problems.sort((a, b) => a.place.line - b.place.line);
  },
  text: ({ what, name = '' }, translate) => {
    if (what === 'pod') return translate('The pod "{name}" will have another name next time.', { name });
    if (what === 'ticket') return translate('What to do stands in the ticket "{name}" and not here.', { name });
    return translate('The machine "{name}" may be another one next time.', { name });
  },
};

/** `SC-003` of `docs/SC-003-scaling.md` is a page. */
function isPage(key: string, repository: RepositoryView | null): boolean {
  const name = new RegExp(`(?:^|/)${key}(?![\\dA-Za-z])[^/]*$`, 'i');
  return repository !== null && [...repository.paths].some(path => name.test(path));
}

/** A ticket that is linked can be opened. */
function hasLinkFor(node: Nodes, key: string): boolean {
  let linked = false;
  visit(node, 'link', (link: Link) => {
    if (link.url.includes(key)) linked = true;
  });
  return linked;
}

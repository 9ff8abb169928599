import type { History } from '../history/history';
import { hostLogin } from './hostLogin';
import type { Identities } from './identities';
import type { Mailmap, Signature } from './mailmap';
import { compareNames, isFullName, wordsOf } from './nameForms';

/** What one person signs with, as far as it can tell them from others. */
export interface Profile {
  readonly person: number;
  /** As recorded, before the mailmap. */
  readonly signatures: readonly Signature[];
  /** Words of each full name. */
  readonly fullNames: readonly (readonly string[])[];
  /** Words of each name that is less. */
  readonly shortNames: readonly (readonly string[])[];
  /** What stands before the `@`, logins at the host, and names that are one word; without dots and dashes. */
  readonly handles: readonly string[];
  /** Words of each address that reads like a full name: `ann.smith@…`. */
  readonly spelledOut: readonly (readonly string[])[];
  readonly logins: readonly string[];
  /** Every address is one that a machine made up. */
  readonly machineOnly: boolean;
}

/** Before the `@`: these say what an address is for, or what a machine calls its user. */
const offices = new Set(
  (
    'admin administrator anon anonymous apache app bitbucket build code codespace commits contact debian dev devel ' +
    'developer developers docker ec2-user email fedora first firstname foss gitbug git github gitlab gitpod gmail hello ' +
    'hey hg hi home info jenkins junk kernel linux lists mail mailinglist me ml name no-reply nobody node none noreply ' +
    'null office open-source opensource oss patch patches personal pi postmaster private public python root ruby ' +
    'runner rust software spam support svn team test unknown user username users vagrant ubuntu web webmaster work www'
  ).split(' '),
);

const machineHost =
  /^(?:[^.]*|.*\.(?:local|localhost|localdomain|lan|home|internal|intra|invalid|fritz\.box|\(none\)|none|compute\.amazonaws\.com)|\d+\.\d+\.\d+\.\d+)$/;

const noName =
  /^(?:unknown|your name|first last|the author|no name|root|user|admin|ubuntu|vagrant|test|me|nobody|anonymous)$/;

/** Of every human, what is known of their names and addresses. */
export function profilesOf(history: History, { identities, ofSignature }: Identities, mailmap: Mailmap): Profile[] {
  const signatures = new Map<number, Signature[]>();
  history.signatures.forEach((signature, index) => {
    const person = ofSignature[index] ?? -1;
    if (identities[person]?.kind === 'human') {
      const known = signatures.get(person) ?? [];
      known.push(signature);
      signatures.set(person, known);
    }
  });
  return [...signatures]
    .sort(([a], [b]) => a - b)
    .map(([person, recorded]) => profileOf(person, recorded, identities[person]?.name ?? '', mailmap));
}

function profileOf(person: number, recorded: readonly Signature[], shown: string, mailmap: Mailmap): Profile {
  const mapped = recorded.flatMap(signature => [signature, mailmap.map(signature)]);
  const names = [...new Set([shown, ...mapped.map(({ name }) => name.trim())])].filter(
    name => name !== '' && !noName.test(name.toLowerCase()) && !name.includes('@'),
  );
  const addresses = [...new Set(mapped.map(({ email }) => email.trim().toLowerCase()))].filter(email => email !== '');
  const logins = addresses.flatMap(address => hostLogin(address) ?? []);
  const locals = addresses
    .filter(address => hostLogin(address) === null)
    .map(address => address.replace(/@[^@]*$/, '').replace(/\+.*$/, ''))
    .filter(local => !offices.has(local));
  const spelledOut = locals.map(wordsOf).filter(isFullName);
  const isOneWord = (name: string): boolean => /^[\w.-]+$/.test(name);
  /** `asmith-work` is a login where the address says `ann.smith`. */
  const isLogin = (name: string): boolean =>
    isOneWord(name) &&
    spelledOut.length > 0 &&
    spelledOut.every(words => compareNames(words, wordsOf(name)) === 'different');
  const isFull = (name: string): boolean => isFullName(wordsOf(name)) && !isLogin(name);
  return {
    person,
    signatures: recorded,
    fullNames: names.filter(isFull).map(wordsOf),
    shortNames: names
      .filter(name => !isFull(name))
      .map(wordsOf)
      .filter(({ length }) => length > 0),
    handles: [
      ...new Set([...logins, ...locals, ...names.filter(isOneWord).map(name => name.toLowerCase())].map(plainHandle)),
    ].filter(isTelling),
    spelledOut,
    logins: [...new Set(logins)].sort(),
    machineOnly:
      addresses.length > 0 && addresses.every(address => machineHost.test(address.slice(address.lastIndexOf('@') + 1))),
  };
}

function plainHandle(text: string): string {
  return text.replace(/[._-]+/g, '');
}

function isTelling(handle: string): boolean {
  return handle.length >= 3 && !offices.has(handle) && /[a-z]/.test(handle);
}

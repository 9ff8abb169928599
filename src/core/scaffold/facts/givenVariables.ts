import type { Fact } from '../fact';
import { isSecret, shown } from '../redact';
import { isAddressName } from './composeAddresses';

// What is set up beside it: `module.database.endpoint`, `"${aws_sqs_queue.jobs.url}"`.
const reference = /^(?:"\$\{\s*)?((?:module|aws_\w+)\.[A-Za-z_][\w-]*)(?:\[\w+\])?\.\w+(?:\s*\}")?$/;
const opening = /^\s*(?:variables|environment(?:_variables)?|env(?:ironment)?_vars?)\s*=\s*(?:\w+\(\s*)*\{\s*$/;

/**
 * What Terraform says of a variable that it gives to what runs, by name: a setting or a secret, and what else is set up there
 * that it has the address of. `value`: as written, for what kind of value it is.
 */
export function variableFacts(path: string, name: string, value: string, line: number): readonly Fact[] {
  // The last word of `var.x ? "random" : "hash"` tells what kind of value it is.
  const word = /"([^"]*)"$/.exec(value)?.[1] ?? null;
  const fact = (kind: Fact['kind'], called: string): Fact => ({ kind, name: called, value: shown(called), path, line });
  const needed = isAddressName(name) ? reference.exec(value)?.[1] : undefined;
  return [
    fact(isSecret(name, word) ? 'secret' : 'environment', name),
    ...(needed === undefined ? [] : [{ ...fact('dependency', needed), how: name }]),
  ];
}

/** The variables in the maps of a file of Terraform between two of its lines: `variables = { MODE = "fast" }`, one a line. */
export function givenVariables(path: string, lines: readonly string[], from: number, until: number): readonly Fact[] {
  const facts: Fact[] = [];
  let isOpen = false;
  for (const [index, raw] of lines.slice(from - 1, until - 1).entries()) {
    const line = raw.slice(0, 1000);
    if (opening.test(line)) isOpen = true;
    else if (/^\s*\}/.test(line)) isOpen = false;
    const [, name, value = ''] = (isOpen && /^\s*"?([A-Z][A-Z0-9_]*)"?\s*[=:]\s*(.+?),?\s*$/.exec(line)) || [];
    if (name !== undefined) facts.push(...variableFacts(path, name, value, from + index));
  }
  return facts;
}

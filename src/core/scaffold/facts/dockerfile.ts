import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';

const longestText = 128 * 1024;

/** `["node", "a.js"]` → `node a.js`; the shell form as it stands. */
function spoken(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[')) return trimmed;
  try {
    const parts: unknown = JSON.parse(trimmed);
    if (Array.isArray(parts) && parts.every(part => typeof part === 'string')) return parts.join(' ');
  } catch {
    // Not JSON after all: Docker then runs it in a shell.
  }
  return trimmed;
}

/**
 * What the last stage of a Dockerfile says: base image, ports, health check, command, names of variables.
 * Values of variables are never read. Malformed files give what can be read.
 */
export function dockerfileFacts(path: string, text: string): readonly Fact[] {
  if (text.length > longestText) return [];
  let instructions: readonly Instruction[];
  try {
    instructions = DockerfileParser.parse(text).getInstructions();
  } catch {
    return [];
  }
  const last = instructions.findLastIndex(instruction => instruction.getKeyword() === 'FROM');
  if (last < 0) return [];
  const facts: Fact[] = [];
  const add = (kind: FactKind, name: string, value: string, instruction: Instruction, line?: number): void => {
    facts.push({ kind, name, value: shown(value), path, line: line ?? instruction.getRange().start.line + 1 });
  };
  for (const instruction of instructions.slice(last)) {
    const body = instruction.getArgumentsContent() ?? '';
    switch (instruction.getKeyword()) {
      case 'FROM': {
        const image = instruction
          .getArguments()
          .find(argument => !argument.getValue().startsWith('--'))
          ?.getValue();
        if (image !== undefined) add('image', 'base image', image.replace(/@sha256:.*$/, ''), instruction);
        break;
      }
      case 'EXPOSE':
        for (const argument of instruction.getArguments()) {
          add('port', argument.getValue(), argument.getValue(), instruction, argument.getRange().start.line + 1);
        }
        break;
      case 'HEALTHCHECK': {
        const check = /\bCMD\s+([\s\S]*)$/i.exec(body)?.[1];
        if (check !== undefined) add('healthcheck', 'image', spoken(check.replace(/\\\r?\n/g, ' ')), instruction);
        break;
      }
      case 'CMD':
      case 'ENTRYPOINT':
        if (body !== '') add('command', instruction.getKeyword(), spoken(body.replace(/\\\r?\n/g, ' ')), instruction);
        break;
      case 'ENV':
      case 'ARG':
        for (const name of variableNames(instruction)) {
          add(isSecretName(name.name) ? 'secret' : 'environment', name.name, name.name, instruction, name.line);
        }
        break;
    }
  }
  return facts;
}

function variableNames(instruction: Instruction): readonly { readonly name: string; readonly line: number }[] {
  const first = instruction.getArguments()[0]?.getValue() ?? '';
  // The old form, `ENV NAME value`, has one name only.
  const given = instruction
    .getArguments()
    .slice(0, first.includes('=') || instruction.getKeyword() === 'ARG' ? 200 : 1);
  return given.flatMap(argument => {
    const name = (argument.getValue().split('=', 1)[0] ?? '').trim();
    return /^[A-Za-z_][\w.]*$/.test(name) ? [{ name, line: argument.getRange().start.line + 1 }] : [];
  });
}

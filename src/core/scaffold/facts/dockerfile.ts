import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { baseImage, type Fact, type FactKind } from '../fact';
import { isSecret, shown } from '../redact';
import { spokenWords } from '../shell';
import { isAddressName } from './composeAddresses';

const longestText = 128 * 1024;

/** `["node", "a.js"]` → `node a.js`; the shell form as it stands. */
function spoken(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[')) return trimmed;
  try {
    const parts: unknown = JSON.parse(trimmed);
    if (Array.isArray(parts) && parts.every(part => typeof part === 'string')) return spokenWords(parts);
  } catch {
    // Not JSON after all: Docker then runs it in a shell.
  }
  return trimmed;
}

/**
 * What the last stage of a Dockerfile says: base image, ports, health check, command, names of variables. Values of variables are
 * never told; those that name one of the `hosts`, services that run beside it, tell what it needs. Malformed files give what can
 * be read.
 */
export function dockerfileFacts(path: string, text: string, hosts: ReadonlySet<string> = new Set()): readonly Fact[] {
  if (text.length > longestText) return [];
  let instructions: readonly Instruction[];
  try {
    instructions = DockerfileParser.parse(text).getInstructions();
  } catch {
    return [];
  }
  const stages = stagesOf(instructions);
  const facts: Fact[] = [];
  const add = (kind: FactKind, name: string, value: string, instruction: Instruction, line?: number): void => {
    facts.push({ kind, name, value: shown(value), path, line: line ?? instruction.getRange().start.line + 1 });
  };
  for (const instruction of effective(stages)) {
    const body = instruction.getArgumentsContent() ?? '';
    switch (instruction.getKeyword()) {
      case 'FROM': {
        const image = imageOf(instruction);
        if (image !== null) add('image', baseImage, image.replace(/@sha256:.*$/, ''), instruction);
        break;
      }
      case 'COPY':
      case 'ADD': {
        const [to = '', ...from] = words(instruction).toReversed();
        if (/^\/docker-entrypoint-initdb\.d(?:\/|$)/.test(to) && from.length > 0)
          add('seed', from.toReversed().join(' '), from.toReversed().join(' '), instruction);
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
          const host = isAddressName(name.name)
            ? (/^(?:\w+:\/\/)?([a-z][\w.-]*)(?=[:/]|$)/.exec(name.value ?? '')?.[1] ?? '')
            : '';
          if (hosts.has(host))
            facts.push({ kind: 'dependency', name: host, value: host, path, line: name.line, how: name.name });
          add(isSecret(name.name, name.value) ? 'secret' : 'environment', name.name, name.name, instruction, name.line);
        }
        break;
    }
  }
  return facts;
}

type Stage = readonly [Instruction, ...Instruction[]];

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: [Instruction, ...Instruction[]][] = [];
  for (const instruction of instructions) {
    if (instruction.getKeyword() === 'FROM') stages.push([instruction]);
    else stages.at(-1)?.push(instruction);
  }
  return stages;
}

const words = (from: Instruction): readonly string[] =>
  from
    .getArguments()
    .map(argument => argument.getValue())
    .filter(word => !word.startsWith('--'));

const imageOf = (from: Instruction): string | null => words(from)[0] ?? null;

/** The last stage and those it is built from, itself first; of `FROM` only that of the outermost stage, of `CMD` the first. */
function effective(stages: readonly Stage[]): readonly Instruction[] {
  const chain: Stage[] = [];
  let index = stages.length - 1;
  for (let stage = stages[index]; stage !== undefined; stage = stages[index]) {
    chain.push(stage);
    const base = imageOf(stage[0])?.toLowerCase();
    index = stages.findLastIndex((earlier, at) => at < index && words(earlier[0])[2]?.toLowerCase() === base);
  }
  const set = new Set<string>();
  return chain.flatMap(([from, ...rest], at) => {
    const kept = rest.filter(instruction => !set.has(instruction.getKeyword() ?? ''));
    for (const keyword of ['CMD', 'ENTRYPOINT', 'HEALTHCHECK']) {
      if (rest.some(instruction => instruction.getKeyword() === keyword)) set.add(keyword);
    }
    return at === chain.length - 1 ? [from, ...kept] : kept;
  });
}

/** A variable of a Dockerfile; its value is looked at, never told. */
interface Variable {
  readonly name: string;
  readonly value: string | null;
  readonly line: number;
}

function variableNames(instruction: Instruction): readonly Variable[] {
  const first = instruction.getArguments()[0]?.getValue() ?? '';
  // The old form, `ENV NAME value`, has one name only.
  const given = instruction
    .getArguments()
    .slice(0, first.includes('=') || instruction.getKeyword() === 'ARG' ? 200 : 1);
  return given.flatMap(argument => {
    const [name = '', value = null] = argument.getValue().split('=', 2);
    return /^[A-Za-z_][\w.]*$/.test(name) ? [{ name, value, line: argument.getRange().start.line + 1 }] : [];
  });
}

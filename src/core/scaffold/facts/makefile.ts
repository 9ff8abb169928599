import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';

/** A rule of a Makefile that can be asked for by name. */
export interface MakeTarget {
  readonly name: string;
  readonly line: number;
  /** Text behind `##`, else the comment right above; '' when there is none. */
  readonly help: string;
  readonly phony: boolean;
  readonly prerequisites: readonly string[];
  readonly recipe: string;
}

const longestLine = 10_000;

function withoutComment(line: string): string {
  const at = line.search(/(?<!\\)#/);
  return at < 0 ? line : line.slice(0, at);
}

// The colon that ends the targets: not inside `$(…)`, and not of `:=`, `::=` or `:::=`.
function ruleColon(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '$' && /[({]/.test(line[at + 1] ?? '')) depth++;
    else if (depth > 0 && (character === ')' || character === '}')) depth--;
    else if (depth === 0 && character === '=') return -1;
    else if (depth === 0 && character === ':') return /^:{1,3}=/.test(line.slice(at)) ? -1 : at;
  }
  return -1;
}

/**
 * Explicit targets of a GNU Makefile, each once, in order. Variables, pattern rules, special targets (`.PHONY`) and
 * targets with variables or paths in their name are left out.
 */
export function makeTargets(text: string): readonly MakeTarget[] {
  const lines = text.split('\n').slice(0, 20_000);
  const phony = new Set<string>();
  const found = new Map<string, MakeTarget>();
  let comment = '';
  let open: string[] = [];
  let inDefine = false;
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    let line = (lines[index] ?? '').replace(/\r$/, '').slice(0, longestLine);
    if (line.startsWith('\t')) {
      for (const name of open) append(found, name, line);
      // What follows a backslash belongs to the recipe, however it is indented.
      while (/(?<!\\)\\\r?$/.test(lines[index] ?? '') && index + 1 < lines.length) {
        index++;
        for (const name of open) append(found, name, lines[index] ?? '');
      }
      continue;
    }
    while (/(?<!\\)\\$/.test(line) && index + 1 < lines.length && line.length < longestLine) {
      line = `${line.slice(0, -1)} ${(lines[++index] ?? '').trim()}`;
    }
    if (/^\s*(?:define|endef)\b/.test(line)) {
      inDefine = /^\s*define\b/.test(line);
      continue;
    }
    if (inDefine) continue;
    if (/^\s*#/.test(line)) {
      const said = line.replace(/^\s*#+\s?/, '').trim();
      comment = /[\p{L}\p{N}]/u.test(said) && comment === '' ? said : comment;
      continue;
    }
    // Conditionals may stand between a rule and the rest of its recipe.
    if (/^\s*(?:ifn?eq|ifn?def|else|endif)\b/.test(line)) continue;
    const bare = withoutComment(line);
    const colon = /^\s/.test(bare) ? -1 : ruleColon(bare);
    if (colon < 0) {
      if (bare.trim() !== '') open = [];
      comment = '';
      continue;
    }
    const prerequisites = (
      bare
        .slice(colon + 1)
        .replace(/^:/, '')
        .split(/[;|]/, 1)[0] ?? ''
    )
      .split(/\s+/)
      .filter(Boolean);
    const names = bare.slice(0, colon).split(/\s+/).filter(Boolean);
    if (names.includes('.PHONY')) {
      for (const name of prerequisites) phony.add(name);
      // `.PHONY: x` is often written between the comment and the rule.
      continue;
    }
    // `target: VARIABLE = value` sets a variable.
    const isRule = !/^\s*(?:export |private |override )*[\w.-]+\s*[:+?!]?=/.test(bare.slice(colon + 1));
    open = isRule ? names.filter(name => /^[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*$/u.test(name)) : [];
    const help = /##\s*(.+)$/.exec(line)?.[1] ?? comment;
    for (const name of open) {
      const known = found.get(name);
      if (known === undefined) {
        found.set(name, { name, line: first + 1, help: help.trim(), phony: false, prerequisites, recipe: '' });
      }
    }
    comment = '';
  }
  return [...found.values()].map(target => ({ ...target, phony: phony.has(target.name) }));
}

function append(found: Map<string, MakeTarget>, name: string, line: string): void {
  const target = found.get(name);
  if (target === undefined || target.recipe.length > 20_000) return;
  found.set(name, { ...target, recipe: `${target.recipe}${line}\n` });
}

/** Help of a Makefile in prose: `Use to restart a service.`, not a heading of dashes or a licence. */
const isHelp = (help: string): boolean =>
  help.length > 3 && help.length < 200 && !/copyright|licen[cs]e|SPDX|^[-=#*\s]+$/i.test(help);

/** The variable of a recipe that takes the name of a service: `service` in `make restart service=cart`. */
export function serviceVariable(recipe: string): string | null {
  return /\$[({](service|services|svc|app|component|SERVICE|SERVICES|SVC|APP|COMPONENT)[)}]/.exec(recipe)?.[1] ?? null;
}

/** A target as a fact. `assignment`: `service=cart` for a target that takes a service; `purpose`: what all that it runs does. */
export function makeTargetFact(
  path: string,
  target: MakeTarget,
  assignment: readonly [string, string] | null,
  purpose: Pick<Fact, 'removes' | 'action'> = {},
): Fact {
  const folder = path.split('/').slice(0, -1).join('/');
  const words = [
    ...(folder === '' ? [] : [folder]),
    target.name,
    ...(assignment === null ? [] : [assignment.join('=')]),
  ];
  const command = shellCommand(folder === '' ? ['make'] : ['make -C'], ...words);
  return {
    kind: 'target',
    name: target.name,
    value: isHelp(target.help) ? shown(target.help) : '',
    path,
    line: target.line,
    ...(command === undefined ? {} : { command }),
    ...purpose,
  };
}

import { printable } from '../report/printable';
import { ToolFailure, type ToolName } from './tool';
import { type InputProperty, toolWords } from './toolWords';

/** What a tool was asked, complete: null and nobody for what was left out. */
export interface ToolInput {
  readonly path: string | null;
  readonly component: string | null;
  readonly alert: string | null;
  readonly away: readonly string[];
  /** Of each list. */
  readonly limit: number;
}

const usualLimit = 10;

/** Longer texts name nothing. */
const longestText = 1000;

/** Reads what an assistant sent; throws a {@link ToolFailure} for what the schema of the tool does not allow. */
export function readToolInput(tool: ToolName, sent: unknown): ToolInput {
  const given = fields(tool, sent);
  const text = (name: string): string | null => (given[name] as string | undefined) ?? null;
  const input = {
    ...{ path: text('path'), component: text('component'), alert: text('alert') },
    away: (given['away'] as readonly string[] | undefined) ?? [],
    limit: (given['limit'] as number | undefined) ?? usualLimit,
  };
  const named = (['path', 'component', 'alert'] as const).filter(name => input[name] !== null);
  if (named.length > 1) {
    throw new ToolFailure(`Name one of ${named.join(' and ')}, not both.`);
  }
  return input;
}

/** The repository that was asked about, by name or path; null: whichever there is. Throws as {@link readToolInput}. */
export function repositoryAsked(tool: ToolName, sent: unknown): string | null {
  return (fields(tool, sent)['repository'] as string | undefined) ?? null;
}

/** Every field checked by its property; those that are null or an empty text are left out, as models send them. */
function fields(tool: ToolName, sent: unknown): Readonly<Record<string, unknown>> {
  const { properties } = toolWords[tool].inputSchema;
  if (typeof (sent ?? {}) !== 'object' || Array.isArray(sent)) {
    throw new ToolFailure(`${tool} takes an object. It may have: ${Object.keys(properties).join(', ')}.`);
  }
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent ?? {})) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) {
      const known = Object.keys(properties).join(', ');
      throw new ToolFailure(`${tool} takes no "${printable(name).slice(0, 80)}". It takes: ${known}.`);
    }
    if (value === null || (typeof value === 'string' && value.trim() === '')) continue;
    if (!fits(value, property)) throw new ToolFailure(`"${name}" has to be ${wanted(property)}.`);
    read[name] = value;
  }
  return read;
}

function fits(value: unknown, property: InputProperty): boolean {
  switch (property.type) {
    case 'string':
      return isText(value);
    case 'integer':
      return Number.isInteger(value) && Number(value) >= property.minimum && Number(value) <= property.maximum;
    case 'array':
      return Array.isArray(value) && value.length <= property.maxItems && value.every(isText);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestText;
}

function wanted(property: InputProperty): string {
  switch (property.type) {
    case 'string':
      return `a text of at most ${longestText} characters`;
    case 'integer':
      return `a whole number from ${property.minimum} to ${property.maximum}`;
    case 'array':
      return `a list of at most ${property.maxItems} names`;
  }
}

import { folderOf } from '../../components/repositoryPath';
import { hasWord } from '../subject';
import { scriptCalled } from './scriptCall';

const mostLines = 2000;
const deepest = 3;
const longestText = 200_000;

/** Whose text may be followed, and what it may be about. */
export interface Reach {
  readonly paths: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Whether a text speaks of the component and of what it keeps. */
  readonly isAbout: (text: string) => boolean;
}

/**
 * All that runs when a file or a part of one is run: itself, the scripts that its lines call, and of those that it reads in
 * what stands outside of functions and the functions that it names; three calls deep, without comments and docstrings.
 */
export function reachedText(path: string, text: string, reach: Reach): string {
  return followed(path, text, reach, deepest, new Set([path])).slice(0, longestText);
}

function followed(path: string, text: string, reach: Reach, depth: number, seen: Set<string>): string {
  const code = codeOf(path, text);
  if (depth === 0) return code;
  const isRead = (file: string): boolean => reach.texts.has(file);
  const further = code.split('\n').flatMap(line => {
    const call = scriptCalled(line, ['', folderOf(path)], reach.paths, isRead);
    if (call === null || seen.has(call.script)) return [];
    seen.add(call.script);
    const called = reach.texts.get(call.script) ?? '';
    const run = call.isReadIn ? runOf(codeOf(call.script, called), code) : called;
    return [followed(call.script, run, reach, depth - 1, seen)];
  });
  return [code, ...further].join('\n');
}

/** A text without comments and, in Python, docstrings and what is imported. */
function codeOf(path: string, text: string): string {
  const isPython = path.endsWith('.py');
  const code = isPython ? text.replace(/^[ \t]*[rR]?("""|''')[\s\S]*?\1/gm, '') : text;
  return code
    .split('\n')
    .slice(0, mostLines)
    .filter(line => !/^\s*#/.test(line) && !(isPython && /^\s*(?:from\s+\S+\s+)?import\s/.test(line)))
    .join('\n');
}

/** What of a library runs: what stands outside of its functions, and those that the code which reads it in names. */
function runOf(library: string, code: string): string {
  let name: string | null = null;
  const run: string[] = [];
  for (const line of library.split('\n')) {
    name =
      /^(?:function\s+([\w-]+)|([\w-]+)\s*\(\))/
        .exec(line)
        ?.slice(1)
        .find(each => each !== undefined) ?? name;
    if (name === null || hasWord(code, name.toLowerCase())) run.push(line);
    if (/^\}|^\S.*\}\s*$/.test(line)) name = null;
  }
  return run.join('\n');
}

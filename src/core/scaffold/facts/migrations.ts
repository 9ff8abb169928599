import { folderOf, nameOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';

// Each tool's own word for the way back.
const down =
  /^\s*def (?:downgrade|down|reverse)\b|\bexports\.down\b|\b(?:async\s+)?(?:function\s+)?down\s*[(=:]|^--\s*\+(?:goose|migrate)\s+Down\b|^--\s*migrate:down\b|\breverse_(?:code|sql)\s*=/i;
const empty = /^\s*(?:pass|raise\b.*|throw\b.*|\.\.\.|\{?\s*\}?;?|return;?)\s*$/;

/**
 * The newest migration of each folder, and whether it says how it is taken back. `last`: paths of the last ones by name, at
 * most two a folder; a pair `1.up.sql`, `1.down.sql` is one.
 */
export function migrationFacts(last: readonly string[], texts: ReadonlyMap<string, string>): readonly Fact[] {
  const newest = new Map<string, string>();
  for (const path of [...last].sort()) newest.set(folderOf(path), path);
  return [...newest.values()].flatMap((path): readonly Fact[] => {
    const text = texts.get(path);
    if (text === undefined) return [];
    const back = path.replace(/([._-])up(\.sql)$/i, '$1down$2');
    const stem = (file: string): string => file.replace(/[._-](?:up|down)\.sql$/i, '');
    const isPair = /[._-](?:up|down)\.sql$/i.test(path);
    const backPath = isPair
      ? last.find(other => stem(other) === stem(path) && /[._-]down\.sql$/i.test(other))
      : undefined;
    const name = nameOf(isPair ? back : path);
    if (backPath !== undefined) {
      return [{ kind: 'migration', name, value: shown(`${nameOf(backPath)} takes it back`), path: backPath, line: 1 }];
    }
    const line = downLine(text);
    const reversed = line === null ? reversedLine(text) : null;
    if (reversed !== null) {
      return [
        {
          kind: 'migration',
          name,
          value: shown(`${nameOf(path)}, which its framework can take back`),
          path,
          line: reversed,
        },
      ];
    }
    return line === null
      ? [{ kind: 'migration', name, value: shown(`${nameOf(path)}, no way back found in it`), path, line: 1 }]
      : [{ kind: 'migration', name, value: shown(`${nameOf(path)} says how it is taken back`), path, line }];
  });
}

/** Rails turns a `change` round, and Django every operation but code and SQL of one's own. */
function reversedLine(text: string): number | null {
  const isDjango = /\bmigrations\.Migration\b/.test(text) && !/\bRun(?:Python|SQL)\(/.test(text);
  const own = isDjango ? /^\s*operations\s*=/ : /^\s*def change\b|\bfunction change\(/;
  if (/\bexecute\b|\bIrreversible/.test(text)) return null;
  const at = text
    .slice(0, 200_000)
    .split('\n')
    .findIndex(line => own.test(line.slice(0, 500)));
  return at < 0 ? null : at + 1;
}

/** The line where the way back begins, from 1; null where there is none, or nothing in it. */
function downLine(text: string): number | null {
  const lines = text.slice(0, 200_000).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.length > 500 || !down.test(line)) continue;
    const body = lines
      .slice(index + 1, index + 30)
      .filter(each => !/^\s*(?:#|\/\/|--|"""|'''|\*|\/\*)/.test(each) && each.trim() !== '');
    if (/reverse_/.test(line) || (body[0] !== undefined && !empty.test(body[0]))) return index + 1;
  }
  return null;
}

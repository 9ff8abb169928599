import type { PathMatcher } from '../../components/glob';
import { resolvePath } from '../../components/repositoryPath';

/** Whether a file is a script that is run by its path: of a shell or of Python. */
export const isScriptPath = (path: string): boolean => /\.(?:sh|bash|py)$/.test(path);

// What starts a program without being it: `sudo`, `uv run`, `python3 -u`.
const runner = String.raw`(?:if|!|sudo|source|\.|exec|time|(?:ba)?sh|(?:uv|poetry|pipenv)\s+run|python[\d.]*)(?:\s+-[\w-]+(?:=\S+)?)*\s+`;
const called = new RegExp(
  String.raw`^\s*@?-?(?:\w+=\S*\s+)*(?:["'\`(]|\$\()*(?:${runner})*["']?(?:\$\{?\w+\}?/)?((?:\.{1,2}/)*/?[\w-][\w./-]*\.(?:sh|bash|py|rb))["']?(?=[\s;"'\`)&|]|$)`,
);
// `uv run --directory ops python job.py`.
const changed = /\s--(?:directory|project|cwd|chdir)[= ]["']?([\w./-]+)["']?/;
// In a container it may go through an entry point: `docker compose run --rm app shell /app/bin/job.sh`.
const composed = /^\s*@?-?docker[ -]compose\s+(?:\S+\s+)*?(?:run|exec)\s/;
const insideContainer = /\s["']?((?:\.{1,2}\/)*\/?[\w-][\w./-]*\.(?:sh|bash|py|rb))["']?(?=\s|$)/;

/** What a command line calls, and whether it only reads it in: `source ops/lib.sh`. */
export interface ScriptCall {
  readonly script: string;
  readonly isReadIn: boolean;
}

/**
 * The script of the component that a command line calls; null when it calls none. `folders`: where the path that is written
 * may begin, the likeliest first. In a container the repository lies below another folder: `/app/bin/job.sh`.
 */
export function scriptCalled(
  line: string,
  folders: readonly string[],
  paths: ReadonlySet<string>,
  isMember: PathMatcher,
): ScriptCall | null {
  const text = line.slice(0, 500);
  const given = changed.exec(text)?.[1];
  const written = (composed.test(text) ? insideContainer : called).exec(text.replace(changed, ''))?.[1];
  if (written === undefined) return null;
  const from = given === undefined ? folders : folders.flatMap(folder => resolvePath(folder, given) ?? []);
  const places = written.startsWith('/')
    ? belowAny(written)
    : [...from.map(folder => resolvePath(folder, written)), written.replace(/^(?:\.{1,2}\/)+/, '')];
  const script = places.find(place => place !== null && paths.has(place) && isMember(place)) ?? null;
  return script === null ? null : { script, isReadIn: /^\s*(?:source|\.)\s/.test(text) };
}

/** `/app/bin/job.sh` → `app/bin/job.sh`, `bin/job.sh`; never the name alone. */
function belowAny(path: string): readonly string[] {
  const parts = path.split('/').filter(Boolean);
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join('/'));
}

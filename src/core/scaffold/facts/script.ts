import type { PathMatcher } from '../../components/glob';
import { folderOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { gravest, removing } from '../removal';
import { shellWord } from '../shell';
import { purposeOf } from './purpose';
import { scriptCalled } from './scriptCall';
import { saidAtTop, scriptHelp } from './scriptHelp';
import { type Reach, reachedText } from './scriptReach';

const mostLines = 2000;

/**
 * A script of a shell or of Python as something to run; what it says of itself at its top is its help, with the sentence
 * that warns of what it removes.
 */
export function scriptFacts(path: string, text: string, reach: Reach): readonly Fact[] {
  const lines = text.split('\n').slice(0, mostLines);
  const isPython = path.endsWith('.py');
  const isStarted = lines[0]?.startsWith('#!') === true;
  const main = isPython ? lines.findIndex(line => /^if __name__ == ['"]__main__['"]/.test(line)) : -1;
  // What is sourced by others has nothing to run.
  if (!(isStarted || main >= 0) || /(?:^|\/)_?(?:lib|common|util\w*|functions?|helpers?)\b/.test(path)) return [];
  const { help, warning, line } = scriptHelp(lines, isPython);
  const word = shellWord(path.includes('/') ? path : `./${path}`);
  const command = word === null || isStarted ? word : `python3 ${word}`;
  const place = insideOf(lines);
  const { removes = null, ...purpose } = purposeOf(path, reachedText(path, text, reach), reach.isAbout);
  return [
    {
      kind: 'target',
      name: path,
      value: [help, ...(warning === '' || help.includes(warning) ? [] : [warning])].filter(Boolean).join(' '),
      path,
      line: line ?? (isStarted ? 1 : main + 1),
      ...(command === null ? {} : { command }),
      ...(place === null ? {} : { inside: place }),
      ...removing(gravest([removes, warning === '' ? null : 'data'])),
      ...purpose,
    },
  ];
}

/**
 * What the script says at its top that it has to be run inside of: `# Run this from inside the app container.`; else what has
 * the folder that it goes to first, where that is at the root: `cd /app`.
 */
function insideOf(lines: readonly string[]): string | null {
  const top = lines.slice(0, 40);
  const said = top.filter(line => /^\s*#/.test(line));
  const folder = top.flatMap(
    line => /^cd\s+["']?(\/(?!(?:tmp|var|home|root|etc|usr)\b)[\w./-]+)["']?\s*$/.exec(line)?.[1] ?? [],
  )[0];
  return (
    /\b(?:inside(?: of)?|within)\s+((?:a|an|the)\s+(?:[\w.-]+\s+){0,3}?(?:container|pod|virtualenv))\b/i.exec(
      said.filter(line => /\b(?:run|called?|executed|invoked)\b/i.test(line)).join(' '),
    )?.[1] ?? (folder === undefined ? null : `the container or machine that has ${folder}`)
  );
}

const byTests =
  /\b(?:used|called|run|invoked|needed)\s+(?:only\s+)?(?:by|in|from)\s+(?:the\s+|our\s+)?(?:[\w-]+\s+){0,2}?(?:tests?|CI)\b[^.]*/i;
// What brings something out is of use when the workflow is not there.
const bringsOut = /\b(?:deploy|releas|publish|roll)/i;

/** Whether a script says at its top, not in its code, that tests or CI call it: nobody types it. */
export function isForTests(path: string, text: string): boolean {
  const said = saidAtTop(text.split('\n', 100), path.endsWith('.py')).join(' ');
  const found = byTests.exec(said)?.[0];
  return found !== undefined && !bringsOut.test(found);
}

/** Files of the component that a script runs or reads in, in its order: `source install/migrate.sh`. */
export function stepFacts(
  path: string,
  text: string,
  paths: ReadonlySet<string>,
  isMember: PathMatcher,
): readonly Fact[] {
  return callFacts(path, text, () => path, paths, isMember);
}

/**
 * Scripts of the component that the lines of a file call, each once by each caller. `callerAt`: what runs the line of that
 * number, in words or as a command; null where nothing does.
 */
export function callFacts(
  path: string,
  text: string,
  callerAt: (line: number) => string | null,
  paths: ReadonlySet<string>,
  isMember: PathMatcher,
): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const [index, line] of text.split('\n').slice(0, mostLines).entries()) {
    const call = scriptCalled(line, ['', folderOf(path)], paths, isMember);
    const caller = call === null || call.script === path ? null : callerAt(index + 1);
    if (call === null || caller === null || found.has(`${caller}\n${call.script}`)) continue;
    found.set(`${caller}\n${call.script}`, {
      kind: 'step',
      name: call.script,
      value: shown(caller),
      path,
      line: index + 1,
      ...(call.isReadIn ? { readIn: true } : {}),
    });
  }
  return [...found.values()];
}

import type { CommitsAnswer } from '../analysis/protocol';
import type { CommitBehind } from '../core/commitsBehind';
import type { Snapshot } from '../core/model';
import type { CommitsFound } from '../core/report/commitsFound';
import { commitsJson } from '../core/report/commitsJson';
import { commitsMarkdown } from '../core/report/commitsMarkdown';
import { printable } from '../core/report/printable';
import { pseudonymise, pseudonymous } from '../core/report/pseudonymise';
import { plainTranslate } from '../core/report/translate';
import { analysed, type CommandContext, findComponent, formatFor, tableStyle } from './command';
import type { CommitsArguments } from './commandArguments';
import { commitsTable } from './commitsTable';
import { CommandError } from './failure';
import { jsonText } from './jsonText';
import { personMeant } from './personMeant';

/** So many commits are listed without `--all`. */
const listedCommits = 50;

/** `commits`: prints the commits behind a file or a component. Resolves with the exit code. */
export async function commits(options: CommitsArguments, context: CommandContext): Promise<number> {
  const { surroundings, analysis, path } = context;
  const snapshot = await analysed(context, 2);
  const of = askedAbout(options, snapshot);
  const person = options.person === null ? null : personAsked(snapshot, options.person, options.pseudonymise);
  const answer = await analysis.commits(
    {
      path,
      of: 'file' in of ? of : { component: of.component.id },
      person: person === null ? null : (snapshot.people[person]?.email ?? ''),
      most: options.all ? Number.MAX_SAFE_INTEGER : listedCommits,
    },
    surroundings.signal,
  );
  const known = { snapshot, of, person, behind: answer, subjects: answer.subjects };
  const found = options.pseudonymise ? withPseudonyms(known, answer) : known;
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(commitsJson(found))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(commitsMarkdown(found, plainTranslate));
      break;
    case 'table':
      await surroundings.stdout.write(commitsTable(found, tableStyle(surroundings)));
  }
  return 0;
}

function askedAbout({ of }: CommitsArguments, snapshot: Snapshot): CommitsFound['of'] {
  if ('component' in of) {
    return { component: findComponent(snapshot, of.component) };
  }
  const wanted = of.file.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  if (snapshot.files.some(({ path }) => path === wanted)) {
    return { file: wanted };
  }
  const similar = snapshot.files.filter(({ path }) => path.endsWith(`/${wanted}`)).slice(0, 5);
  const hint =
    similar.length > 0
      ? `There is, for example: ${similar.map(({ path }) => printable(path)).join(', ')}.`
      : 'Name it from the root of the repository.';
  throw new CommandError('noSuchFile', `No file that counts is called "${printable(wanted)}". ${hint}`);
}

function personAsked(snapshot: Snapshot, wanted: string, secret: boolean): number {
  if (!snapshot.policy.people) {
    throw new CommandError(
      'notAllowed',
      'The settings of this repository do not allow it: `policy: {people: false}`. Leave out `--person`.',
    );
  }
  return personMeant(snapshot, wanted, secret).id;
}

function withPseudonyms({ snapshot, of, person, behind }: CommitsFound, { subjects }: CommitsAnswer): CommitsFound {
  const { inPath, inText } = pseudonymous(snapshot.people);
  const told = pseudonymise(snapshot);
  const commit = (each: CommitBehind): CommitBehind => ({
    ...each,
    files: each.files.map(({ path, was }) => ({ path: inPath(path), was: was && inPath(was) })),
  });
  const { counted, leftOut, lines } = behind;
  return {
    snapshot: told,
    of:
      'file' in of
        ? { file: inPath(of.file) }
        : { component: told.components[snapshot.components.indexOf(of.component)] ?? of.component },
    person,
    behind: {
      ...behind,
      counted: { ...counted, commits: counted.commits.map(commit) },
      leftOut: { ...leftOut, commits: leftOut.commits.map(commit) },
      lines: lines && { ...lines, files: lines.files.map(file => ({ ...file, path: inPath(file.path) })) },
    },
    subjects: new Map([...subjects].map(([sha, subject]) => [sha, inText(subject)])),
  };
}

import type { CommitDescription, CommitStream, Mark } from './commitStream';
import { Contents, samplePaths } from './contents';
import type { FileChange } from './fastImport';
import { type PersonName, people } from './people';
import { moves, reformat } from './plan';
import { Random } from './random';
import { type Happening, type PullRequest, timeline } from './timeline';

const zone = '+0100';
const executable = /\.sh$/;

/**
 * Describes "harbour", the repository of a made-up company that carries parcels: two and a half years of work by people
 * who do not exist, in which every kind of single point happens. Resolves with the branches that were merged.
 * @param until seconds since 1970; the sample ends on the day before. The same day gives the same commits.
 * @param shaOf the sha of a commit that was described: the list of ignored revisions names one
 */
export async function describeSample(
  stream: CommitStream,
  until: number,
  shaOf: (mark: Mark) => Promise<string>,
): Promise<readonly string[]> {
  const end = Math.floor(until / 86_400) * 86_400;
  const happenings = timeline(samplePaths, end, new Random('harbour'));
  const writer = new SampleWriter(stream, new Contents(happenings, end));
  for (const happening of happenings) {
    const mark = writer.write(happening);
    if (happening.kind === 'reformat') writer.ignoreForBlame(await shaOf(mark), happening.time);
  }
  return writer.mergedBranches;
}

class SampleWriter {
  readonly mergedBranches: string[] = [];
  private main: Mark | undefined;
  private readonly open = new Map<PullRequest, { branch: string; number: number; tip: Mark | undefined }>();

  constructor(
    private readonly stream: CommitStream,
    private readonly contents: Contents,
  ) {}

  write(happening: Happening): Mark {
    const { pullRequest, kind } = happening;
    const files = this.filesOf(happening);
    const described = description(happening, this.contents);
    if (pullRequest === null) return this.onMain({ ...described, files });
    const branch = this.branchOf(pullRequest);
    if (kind !== 'merge') {
      branch.tip = this.stream.commit({
        ...{ ...described, files, branch: branch.branch },
        parents: marks(branch.tip ?? this.main),
      });
      return branch.tip;
    }
    const message = `Merge pull request #${branch.number} from harbour/${branch.branch}\n\n${happening.subject}\n`;
    return this.onMain({ ...described, message, files, parents: marks(this.main, branch.tip) });
  }

  ignoreForBlame(sha: string, time: number): void {
    const content = `# ${reformat.subject}\n${sha}\n`;
    const message = 'Leave the reformatting out of blame\n';
    const files = { '.git-blame-ignore-revs': content };
    this.onMain({ author: people[reformat.who], date: time + 900, zone, message, files });
  }

  private onMain(commit: CommitDescription): Mark {
    this.main = this.stream.commit({ parents: marks(this.main), ...commit });
    return this.main;
  }

  private branchOf(pullRequest: PullRequest): { branch: string; number: number; tip: Mark | undefined } {
    const known = this.open.get(pullRequest);
    if (known !== undefined) return known;
    const number = this.open.size + 1;
    const words = pullRequest.merge.subject.toLowerCase().replace(/[^a-z]+/g, '-');
    const branch = { branch: `${words}-${number}`, number, tip: undefined };
    this.open.set(pullRequest, branch);
    this.mergedBranches.push(branch.branch);
    return branch;
  }

  private filesOf(happening: Happening): Record<string, FileChange> {
    const { kind, paths, time } = happening;
    const files: Record<string, FileChange> = {};
    const move = moves.find(({ subject }) => kind === 'move' && subject === happening.subject);
    for (const path of move === undefined ? [] : this.contents.within(move.to)) {
      files[path] = { rename: move?.from + path.slice(move?.to.length) };
    }
    for (const path of kind === 'reformat' ? this.contents.within(reformat.folder) : []) {
      files[path] = this.contents.now(path, time);
    }
    for (const path of paths) {
      const content = this.contents.next(path, time);
      const from = files[path];
      if (from !== null && typeof from === 'object' && 'rename' in from) files[path] = { ...from, content };
      else files[this.contents.pathAt(path, time)] = executable.test(path) ? { content, executable: true } : content;
    }
    return files;
  }
}

function description(happening: Happening, contents: Contents): Omit<CommitDescription, 'files'> {
  const { who, time, subject, body, coAuthor, reviewer } = happening;
  const trailers: [string, string][] = [];
  if (coAuthor !== undefined) trailers.push(['Co-authored-by', signature(coAuthor)]);
  if (reviewer !== undefined) trailers.push(['Reviewed-by', signature(reviewer)]);
  const title = subject.replace('@version', contents.release());
  const message = body === undefined ? title : `${title}\n\n${body}`;
  return { author: people[who], date: time, zone, message: trailers.length > 0 ? message : `${message}\n`, trailers };
}

function signature(who: PersonName): string {
  return `${people[who].name} <${people[who].email}>`;
}

function marks(...given: readonly (Mark | undefined)[]): readonly Mark[] {
  return given.filter(mark => mark !== undefined);
}

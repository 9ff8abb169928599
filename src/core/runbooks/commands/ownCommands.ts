import { folderOf, resolvePath } from '../../components/repositoryPath';
import type { RunbookDocument } from '../document';
import { wordsInFront } from './innermostCommand';
import { type PageWord, pageCommands } from './pageCommands';

/** A command that a page tells its reader to run here, not on another machine or in another code base. */
export interface OwnCommand {
  /** At least one; `sudo`, `time`, assignments and `bundle exec` in front are left out. */
  readonly words: readonly PageWord[];
  /** The folder that the page has changed to, relative to the root; null where it is not said. */
  readonly folder: string | null;
  /** Written in a sentence and not in a block. */
  readonly inline: boolean;
}

/** What comes next runs on another machine, in a container or in a program. */
const alwaysLeads = /^(?:ssh|mosh|su|tsh|nsenter|chroot|tmux|screen|psql|mysql|mongo|mongosh|redis-cli|irb)$/;
/** So it does behind one of those words. */
const leads = /^(?:vagrant|docker|podman|kubectl|oc|k|rails|gds|heroku|cf|az|gcloud|flyctl|fly)$/;
const leadsAway = /^(?:exec|run|rsh|ssh|console|shell|attach|connect|-it|-ti|debug|bash|sh|-|dbconsole|c)$/;

/** The commands of a page that run in its repository. `isFolder` tells folders of the repository. */
export function ownCommands(
  page: { readonly document: RunbookDocument; readonly text: string; readonly path: string },
  isFolder: (path: string) => boolean,
): readonly OwnCommand[] {
  const found: OwnCommand[] = [];
  // For the rest of the page, and of the block.
  let isAway = false;
  let isAwayHere = false;
  let folder: string | null = null;
  let current = 0;
  const change = (target: PageWord | undefined): void => {
    const bases = folder === null ? ['', folderOf(page.path)] : [folder];
    const places = target?.plain === true ? bases.map(base => resolvePath(base, target.text)) : [];
    folder = places.find(place => place !== null && place !== '' && isFolder(place)) ?? null;
    if (folder === null) isAway = true;
  };
  for (const { from, block, words: written } of pageCommands(page.document, page.text)) {
    const words = written.slice(wordsInFront(written.map(({ text }) => text)));
    const inline = from === 'sentence';
    if (from === 'sql' || words.length === 0) continue;
    if (block !== current) {
      folder = null;
      isAwayHere = false;
      current = block;
    }
    const name = words[0]?.text ?? '';
    if (!inline && /^(?:cd|pushd)$/.test(name)) change(words[1]);
    else if (!inline && name === 'popd') folder = null;
    else if (!isAway && !isAwayHere) found.push({ words, folder, inline });
    if (!inline && isRemote(words)) isAwayHere = true;
  }
  return found;
}

const isRemote = ([first, ...rest]: readonly PageWord[]): boolean =>
  first !== undefined &&
  (alwaysLeads.test(first.text) || (leads.test(first.text) && rest.some(word => leadsAway.test(word.text))));

import { pageOutline } from './facts/pageOutline';
import { foldersOf, isTelling, plainName, type Subject } from './subject';

const mostLines = 60;
const longestTitle = 3;

/**
 * What pages call the component that say where its code is: of `Crontabber`, which says `Code is in webapp/cron/`, its title.
 * `texts`: by path, those that may be such pages.
 */
export function pageNames(subject: Subject, texts: Iterable<readonly [path: string, text: string]>): readonly string[] {
  const folders = foldersOf(subject.paths);
  const names = new Set<string>();
  for (const [path, text] of texts) {
    const said = text.slice(0, 20_000).split('\n', mostLines).join(' ');
    const folder =
      /\b(?:code|source)(?: (?:for|of) [\w -]{1,40}?)? (?:is|lives|can be found) (?:in|at|under) [`"'<[]*([\w.-]+(?:\/[\w.-]+)*)\/?[`"'>\]]/i.exec(
        said,
      )?.[1];
    if (folder === undefined || !folders.includes(folder)) continue;
    const title = pageOutline(path, text).title?.text ?? '';
    if (title.split(' ').length <= longestTitle && isTelling(plainName(title))) names.add(title);
  }
  return [...names];
}

import { link, relative } from './markdown';
import type { Section } from './section';
import { ask } from './stubLines';
import type { StubMaterial } from './stubMaterial';

// What the title of a page says that it answers; the first that fits has it.
const answers: readonly (readonly [section: string, title: RegExp])[] = [
  ['data', /\b(?:restor\w*|back-?ups?|recover\w*|snapshots?)\b/i],
  ['roll-back', /\b(?:roll(?:ing)?[ -]?backs?|revert\w*|fail-?overs?|disaster)\b/i],
  ['configuration', /\b(?:secrets?|credentials?|certificates?|rotat\w+|configur\w+)\b/i],
  ['restart', /\b(?:restart\w*|maintenance|start(?:ing)?|stop(?:ping)?|shut(?:ting)? ?down|scaling)\b/i],
  ['deploy', /\b(?:re-?deploy\w*|releas\w+|roll-?outs?|upgrad\w+|migrat\w+|schema changes?)\b/i],
  ['schedules', /\b(?:cron\w*|schedul\w+)\b/i],
  ['first-look', /\b(?:logs?|logging|monitor\w*|dashboards?|troubleshoot\w*|debug\w*|diagnos\w+)\b/i],
];
const others: Readonly<Record<string, string>> = {
  prerequisites: 'configuration',
  steps: 'deploy',
  verification: 'first-look',
};

// What need not be asked once a page of such a title is there.
const settled: readonly (readonly [question: RegExp, title: RegExp])[] = [
  [/which data would be lost/, /\b(?:restor\w*|back-?ups?|recover\w*)\b/i],
  [/where are its logs/, /\blog(?:s|ging)?\b/i],
  [/which dashboard shows it/, /\b(?:dashboards?|monitor\w*)\b/i],
  [/how is it started/, /\b(?:re)?start(?:s|ing)?\b/i],
  [/how does a change reach|which steps bring a change/, /\b(?:re-?deploy\w*|releas\w+|roll-?outs?)\b/i],
];

const mostPages = 4;

/** Sections with links to the runbooks that answer them: the component's own first, then those that are for all of the repository. */
export function withWritten(
  sections: readonly Section[],
  { runbooks, general }: Pick<StubMaterial, 'runbooks' | 'general'>,
  path: string,
): readonly Section[] {
  const pages = [...runbooks, ...general].filter(page => page.path !== path);
  return sections.map(section => {
    const wanted = others[section.id] ?? section.id;
    const found = pages
      .filter(({ title }) => answers.find(([, pattern]) => pattern.test(title))?.[0] === wanted)
      .slice(0, mostPages);
    if (found.length === 0 || section.said === null) return section;
    const lines = found.map(page => {
      const whose = runbooks.includes(page) ? '' : ', for the whole repository';
      return `- Written already${whose}: ${link(page.title, relative(path, page.path))}`;
    });
    return {
      ...section,
      said: [...lines, ...section.said],
      asked: [
        ask('Service owner', 'does what is written hold for it, and when was it last tried?'),
        ...section.asked.filter(question => !isSettled(question, found)),
      ],
    };
  });
}

const isSettled = (question: string, pages: readonly { readonly title: string }[]): boolean =>
  settled.some(([asked, by]) => asked.test(question) && pages.some(({ title }) => by.test(title)));

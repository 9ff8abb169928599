import { answers } from './answeredSection';
import type { Fact } from './fact';
import { link, relative, sources } from './markdown';
import type { Section } from './section';
import { ask } from './stubLines';
import type { StubMaterial } from './stubMaterial';

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
  [/how is it started/, /\b(?:(?:re)?start(?:s|ing)?|re-?deploy\w*|running)\b/i],
  [/how does a change reach|which steps bring a change/, /\b(?:(?:re-?)?deploy\w*|releas\w+|roll-?outs?)\b/i],
];

const mostPages = 4;

/** A page, or a part of one, that answers something. */
interface Written {
  readonly path: string;
  readonly title: string;
  /** It is for all of the repository. */
  readonly wide: boolean;
  /** What says so, where it is no runbook. */
  readonly fact: Fact | null;
}

/** Runbooks and other pages, the component's own first, then those that are for all of the repository. */
function writtenPages({
  runbooks,
  general,
  facts,
}: Pick<StubMaterial, 'runbooks' | 'general' | 'facts'>): readonly Written[] {
  const guides = facts
    .filter(fact => fact.kind === 'page')
    .map((fact): Written => ({ path: fact.path, title: fact.name, wide: fact.wide === true, fact }));
  const own = runbooks.map(({ path, title }) => ({ path, title, wide: false, fact: null }));
  const isOwn = (path: string): boolean => own.some(page => page.path === path);
  return [
    ...own,
    ...guides.filter(({ wide }) => !wide),
    ...general.filter(({ path }) => !isOwn(path)).map(({ path, title }) => ({ path, title, wide: true, fact: null })),
    ...guides.filter(({ wide }) => wide),
  ];
}

/** Sections with links to the pages that answer them. */
export function withWritten(
  sections: readonly Section[],
  material: Pick<StubMaterial, 'runbooks' | 'general' | 'facts'>,
  path: string,
): readonly Section[] {
  const pages = writtenPages(material).filter(page => page.path !== path);
  const hasData = sections.some(({ id }) => id === 'data');
  return sections.map(section => {
    const wanted = others[section.id] ?? section.id;
    // What is restored is brought back: where nothing else is said of data, that is where one looks for it.
    const isData = wanted === 'roll-back' && !hasData;
    const found = pages
      .filter(({ title }) => answers(title, wanted) || (isData && answers(title, 'data')))
      .slice(0, mostPages);
    if (found.length === 0 || section.said === null) return section;
    const lines = found.map(({ path: to, title, wide, fact }) => {
      const place = fact === null ? '' : ` ${sources([fact])}`;
      return `- Written already${wide ? ', for the whole repository' : ''}: ${link(title, relative(path, to))}${place}`;
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

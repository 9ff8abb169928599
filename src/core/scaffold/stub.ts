import { architectureSections } from './architectureSections';
import { code, prose } from './markdown';
import { playbookSections } from './playbookSections';
import { procedureSections } from './procedureSections';
import { type Section, sectionLines } from './section';
import { serviceSections } from './serviceSections';
import { stubFrontMatter } from './stubFrontMatter';
import { isTooling, type StubMaterial, type StubType } from './stubMaterial';
import { stubPath } from './stubPath';
import { withWritten } from './writtenPages';

/** A draft: where it would belong, its text, and the sections it is made of. */
export interface Stub {
  readonly path: string;
  readonly markdown: string;
  readonly sections: readonly Section[];
}

const sectionsOf: Readonly<Record<StubType, (material: StubMaterial, path: string) => readonly Section[]>> = {
  service: serviceSections,
  procedure: procedureSections,
  playbook: playbookSections,
  architecture: architectureSections,
};

const uses = 'How to use';

const titleOf: Readonly<Record<StubType, (name: string) => string>> = {
  service: name => `Runbook: ${name}`,
  procedure: name => `How to deploy ${name}`,
  playbook: name => `Playbook: ${name} is down`,
  architecture: name => `Architecture: ${name}`,
};

/**
 * Drafts a page. Every line that states something names the place that says it; commands are the repository's own or
 * follow from how the component is deployed; what is unknown is a question to a role. What the repository says stands
 * between markers, so that `regeneration` can write it again. Deterministic, and no name in the repository can change the
 * structure of the page.
 */
export function writeStub(given: StubMaterial): Stub {
  const path = given.page ?? stubPath(given);
  // A runbook answers as one, and the page itself is no evidence.
  const isGuide = (page: string): boolean => page !== path && !given.known.has(page);
  const material = { ...given, facts: given.facts.filter(fact => fact.kind !== 'page' || isGuide(fact.path)) };
  const isUsed = material.type === 'procedure' && (isTooling(material) || material.component.kind === 'operations');
  const title = isUsed ? `${uses} ${material.component.name}` : titleOf[material.type](material.component.name);
  const sections = withWritten(sectionsOf[material.type](material, path), material, path);
  // What is used is a folder; its name is no word of the sentence.
  const heading = isUsed ? `${uses} ${code(material.component.name)}` : prose(title);
  return { path, sections, markdown: stubText(heading, stubFrontMatter(title, material), material.today, sections) };
}

/** The text of a draft. `heading`: as Markdown; `frontMatter`: its lines, with the fences. */
export function stubText(
  heading: string,
  frontMatter: readonly string[],
  today: string,
  sections: readonly Section[],
): string {
  const text = [
    ...frontMatter,
    '',
    `# ${heading}`,
    '',
    `Drafted on ${today} from what this repository says. Nothing was tried out. What it does not say is an open question; what stands between markers is written anew when the draft is made again.`,
    ...sections.flatMap(section => ['', ...sectionLines(section)]),
  ];
  return `${text.join('\n')}\n`;
}

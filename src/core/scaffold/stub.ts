import { prose } from './markdown';
import { stubFrontMatter } from './stubFrontMatter';
import { ask, commandLines, deployLines, healthLines, type Lines, nameLines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { stubPath } from './stubPath';
import {
  configuration,
  dependencies,
  deploy,
  firstLook,
  people,
  repairs,
  rollBack,
  startStop,
  whatItIs,
} from './stubSections';

/** A runbook draft: where it would belong, and its text. */
export interface Stub {
  readonly path: string;
  readonly markdown: string;
}

interface Section {
  readonly title: string;
  readonly lines: Lines;
}

/**
 * Drafts a runbook. Every line that states something names the place that says it; commands are the repository's own or
 * follow from how the component is deployed; what is unknown is a question to a role. Deterministic, and no name in the
 * repository can change the structure of the page.
 */
export function writeStub(material: StubMaterial): Stub {
  const path = stubPath(material);
  const title =
    material.type === 'service' ? `Runbook: ${material.component.name}` : `How to deploy ${material.component.name}`;
  const sections = material.type === 'service' ? serviceSections(material, path) : procedureSections(material);
  const text = [
    ...stubFrontMatter(title, material.component.id, material),
    '',
    `# ${prose(title)}`,
    '',
    `Drafted on ${material.today} from what this repository says. Nothing was tried out. What it does not say is an open question.`,
    ...sections.flatMap(section => ['', `## ${section.title}`, '', ...section.lines]),
  ];
  return { path, markdown: `${text.join('\n')}\n` };
}

function serviceSections(material: StubMaterial, path: string): readonly Section[] {
  const { facts } = material;
  return [
    { title: 'What it is', lines: whatItIs(material, path) },
    { title: 'First look', lines: firstLook(facts) },
    { title: 'Start, stop, restart', lines: startStop(facts) },
    { title: 'Deploy', lines: deploy(facts) },
    { title: 'Roll back', lines: rollBack(facts) },
    { title: 'Dependencies', lines: dependencies(facts) },
    { title: 'Configuration', lines: configuration(facts) },
    { title: 'Owner, backup and escalation', lines: people(material) },
    { title: 'Recent repairs', lines: repairs(material.repairs) },
    {
      title: 'Open questions',
      lines: [
        ask('Service owner', 'what goes wrong most often, how does it look, and what helps?'),
        ask('Service owner', 'which data would be lost, and from where is it restored?'),
        ask('Backup', 'walk through this page while its author stays silent, mend it, then set `last_reviewed_on`.'),
      ],
    },
  ];
}

function procedureSections(material: StubMaterial): readonly Section[] {
  const { facts } = material;
  const secrets = nameLines(facts, ['secret']);
  const steps = [
    ...commandLines('build', facts),
    ...deployLines(facts),
    ...commandLines('migrate', facts),
    ...commandLines('deploy', facts),
  ];
  const restart = steps.length > 0 ? [] : [...commandLines('start', facts), ...commandLines('restart', facts)];
  const checks = [
    ...commandLines('check', facts),
    ...commandLines('status', facts),
    ...commandLines('logs', facts),
    ...healthLines(facts),
  ];
  return [
    {
      title: 'When to use',
      lines: [ask('Service owner', `when is ${prose(material.component.name)} deployed, and when must it not be?`)],
    },
    {
      title: 'Before you start',
      lines: [
        ...(secrets.length === 0 ? [] : ['Secrets and credentials it uses, by name:', '', ...secrets, '']),
        ask('Service owner', 'which access, tools and approvals are needed, and which two people have them?'),
      ],
    },
    {
      title: 'Steps',
      lines:
        steps.length + restart.length > 0
          ? [
              ...steps,
              ...restart,
              '',
              ask('Service owner', 'put these in order, and say which one cannot be repeated.'),
            ]
          : [ask('Service owner', 'which steps bring a change to production, in order?')],
    },
    {
      title: 'Check that it worked',
      lines: [
        ...checks,
        ...(checks.length === 0 ? [] : ['']),
        ask('Service owner', 'what does a user see when it worked?'),
      ],
    },
    { title: 'Undo it', lines: rollBack(facts) },
    { title: 'Owner', lines: people(material) },
    {
      title: 'Open questions',
      lines: [
        ask('Service owner', 'which step is done by hand today and could be a script?'),
        ask('Backup', 'do this once while its author stays silent, mend the page, then set `last_reviewed_on`.'),
      ],
    },
  ];
}

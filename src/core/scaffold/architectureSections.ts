import { commandLines } from './commandLines';
import type { Fact } from './fact';
import { prose, sources } from './markdown';
import { pictureOf } from './mermaid';
import type { Section } from './section';
import { volumeLines } from './storeLines';
import { ask, imageLines, infrastructureLines, type Lines, needLines, placedLines, valueLines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { contextLines, deployedLines, entryLines, questions, schedules, section } from './stubSections';
import { deployLines } from './workflowLines';

/** A note on how the component is built and why, for whoever has to change it without its author. */
export function architectureSections(material: StubMaterial, path: string): readonly Section[] {
  const { component, facts } = material;
  const picture = pictureOf(component.name, facts);
  return [
    section('context', 'Context', {
      said: contextLines(material, path),
      asked: [ask('Service owner', 'what is it for, whom does it serve, and what is it not for?')],
    }),
    section('picture', 'Picture', {
      said: picture,
      asked: [
        ask(
          'Service owner',
          picture.length === 0 ? 'what is around it?' : 'what is missing here, and what is drawn the wrong way round?',
        ),
      ],
    }),
    section('entry-points', 'Entry points', {
      said: [
        ...entryLines(facts, 12),
        ...valueLines('Interface', facts, ['interface'], 6),
        ...valueLines('Health route in the code', facts, ['healthRoute'], 6),
        ...valueLines('Port', facts, ['port'], 8),
        ...valueLines('Host', hosts(facts), ['link'], 6),
      ],
      asked: [ask('Service owner', 'where does one begin to read?')],
    }),
    section('dependencies', 'Dependencies', {
      said: [
        ...needLines('Needs', facts),
        ...valueLines('Talks to', facts, ['system'], 12),
        ...valueLines('Built with', facts, ['library'], 12),
        ...placedLines('Needed by', facts, 'dependent', 20),
      ],
      asked: [ask('Service owner', 'which of these may be down, and what does it do then?')],
    }),
    section('data', 'Data', {
      said: [
        ...volumeLines(facts),
        ...valueLines('Newest migration', facts, ['migration'], 4),
        ...commandLines('migrate', facts),
      ],
      asked: [ask('Service owner', 'which data is its own, how long is it kept, and from where is it restored?')],
    }),
    section('deployment', 'Deployment', {
      said: [
        ...valueLines('Compose service', facts, ['composeService'], 6),
        ...deployedLines(facts),
        ...imageLines(facts, 6),
        ...infrastructureLines(facts, 20),
        ...deployLines(facts),
      ],
      asked: [ask('Service owner', 'how many of it run, and what limits how many can?')],
    }),
    section('schedules', 'Scheduled work', schedules(facts)),
    section('decisions', 'Decisions', {
      said: decisionLines(facts),
      asked: [ask('Service owner', 'which decision would a newcomer question first, and what is the answer?')],
    }),
    section(
      'questions',
      'Open questions',
      questions(
        ask('Backup', 'explain this note to someone else while its author stays silent; mend what was unclear.'),
      ),
    ),
  ];
}

const hosts = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(fact => fact.kind === 'link' && !/^https?:/i.test(fact.value));

function decisionLines(facts: readonly Fact[]): Lines {
  return facts
    .filter(fact => fact.kind === 'decision')
    .slice(0, 12)
    .map(fact => `- ${prose(fact.value)} ${sources([fact])}`);
}

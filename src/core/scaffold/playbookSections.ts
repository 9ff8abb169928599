import { commandLines } from './commandLines';
import { incidents } from './incidents';
import { people } from './peoplePassage';
import type { Section } from './section';
import { fleetingLines } from './storeLines';
import { ask, needLines, placedLines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { questions, rollBack, section } from './stubSections';
import { alertLines, dashboardLines, healthLines } from './watchLines';

/** What to do while the component is down, from the first sign to the talk afterwards. */
export function playbookSections(material: StubMaterial): readonly Section[] {
  const { facts } = material;
  return [
    section('trigger', 'When to use', {
      said: [...alertLines(facts), ...healthLines(facts.filter(fact => fact.kind !== 'port'))],
      asked: [ask('Engineer on call', 'which sign tells that it is down, and not only slow?')],
    }),
    section('impact', 'Impact', {
      said: placedLines('Needed by', facts, 'dependent', 20),
      asked: [ask('Service owner', 'what do users notice, and from when on is it an incident?')],
    }),
    section('people', 'Owner, backup and escalation', people(material)),
    section('diagnosis', 'Diagnosis', {
      said: [
        ...commandLines('status', facts),
        ...commandLines('logs', facts),
        ...dashboardLines(facts),
        ...needLines('Needs, so look there too', facts),
      ],
      asked: [ask('Engineer on call', 'what were the causes so far, and how is each told from the others?')],
    }),
    section('mitigation', 'Mitigation', {
      said: [
        ...fleetingLines(facts),
        ...commandLines('restart', facts),
        ...commandLines('stop', facts),
        ...commandLines('start', facts),
      ],
      asked: [ask('Service owner', 'what stops the harm first, and which step cannot be undone?')],
    }),
    section('roll-back', 'Roll back', rollBack(facts)),
    section('verification', 'Verification', {
      said: commandLines('check', facts),
      asked: [ask('Engineer on call', 'what does a user see when it is over, and how long is it watched?')],
    }),
    section(
      'communication',
      'Communication',
      questions(
        ask('Team lead', 'who is told, through which channel, and how often until it is over?'),
        ask('Team lead', 'who may promise users a time?'),
      ),
    ),
    section('incidents', 'Past incidents and repairs', incidents(material)),
    section(
      'questions',
      'Open questions',
      questions(
        ask('Team lead', 'when was this last rehearsed, and what was changed after it?'),
        ask('Backup', 'walk through this page while its author stays silent, mend it, then set `last_reviewed_on`.'),
      ),
    ),
  ];
}

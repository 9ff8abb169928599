import { incidents } from './incidents';
import { people } from './peoplePassage';
import type { Section } from './section';
import { ask } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import {
  configuration,
  data,
  dependencies,
  deploy,
  firstLook,
  questions,
  rollBack,
  schedules,
  section,
  startStop,
  whatItIs,
} from './stubSections';

/** The runbook of a service: what someone needs who was just woken up, the most urgent first. */
export function serviceSections(material: StubMaterial, path: string): readonly Section[] {
  const { facts } = material;
  return [
    section('overview', 'What it is', whatItIs(material, path)),
    section('first-look', 'First look', firstLook(facts)),
    section('restart', 'Start, stop, restart', startStop(facts)),
    section('roll-back', 'Roll back', rollBack(facts)),
    section('people', 'Owner, backup and escalation', people(material)),
    section('dependencies', 'Dependencies', dependencies(facts)),
    section('deploy', 'Deploy', deploy(facts)),
    section('data', 'Backup and restore', data(facts)),
    section('configuration', 'Configuration', configuration(facts)),
    section('schedules', 'Scheduled work', schedules(facts)),
    section('incidents', 'Past incidents and repairs', incidents(material)),
    section(
      'questions',
      'Open questions',
      questions(
        ask('Service owner', 'what goes wrong most often, how does it look, and what helps?'),
        ask('Backup', 'walk through this page while its author stays silent, mend it, then set `last_reviewed_on`.'),
      ),
    ),
  ];
}

import { commandLines } from './commandLines';
import { prose } from './markdown';
import { people } from './peoplePassage';
import { scriptLines, stepLines, targetLines } from './scriptLines';
import type { Section } from './section';
import { ask, infrastructureLines, nameLines, needLines, placedLines, valueLines } from './stubLines';
import { isTooling, type StubMaterial } from './stubMaterial';
import { builtLines, contextLines, deployedLines, entryLines, questions, rollBack, section } from './stubSections';
import { alertLines, healthLines } from './watchLines';
import { deployLines } from './workflowLines';

/** How the component is deployed, as a procedure; of a folder of scripts, how they are used. */
export function procedureSections(material: StubMaterial, path: string): readonly Section[] {
  const { facts } = material;
  const secrets = nameLines(facts, 'secret');
  const settings = nameLines(facts, 'environment');
  const isTool = isTooling(material);
  // What deploys the rest of the repository is no step of using a script.
  const concerning = isTool ? facts.filter(fact => fact.wide !== true) : facts;
  const changes = [
    ...stepLines(concerning),
    // Of tools all are listed with their help: what each is used for is the question.
    ...scriptLines(concerning, isTool ? 30 : 12, isTool),
    ...(isTool ? targetLines(concerning) : commandLines('build', concerning)),
    ...deployLines(concerning),
    ...(isTool ? [] : [...commandLines('migrate', concerning), ...commandLines('deploy', concerning)]),
  ];
  const known = [...deployedLines(facts), ...changes];
  const steps = known.length > 0 ? known : [...commandLines('start', facts), ...commandLines('restart', facts)];
  return [
    section('overview', 'What it is', {
      said: [
        ...contextLines(material, path),
        ...entryLines(facts, 8),
        ...builtLines(facts),
        ...infrastructureLines(facts, 20),
        ...alertLines(facts),
        ...valueLines('Talks to', facts, ['system'], 8),
        ...valueLines('Built with', facts, ['library'], 8),
        ...needLines(
          'Needs',
          facts.filter(({ path: place }) => place.endsWith('terragrunt.hcl')),
        ),
        ...placedLines('Used by', facts, 'dependent', 12),
      ],
      asked: [],
    }),
    section(
      'trigger',
      'When to use',
      questions(
        ask(
          'Service owner',
          `when is ${prose(material.component.name)} ${isTool ? 'used' : 'deployed'}, and when must it not be?`,
        ),
      ),
    ),
    section('prerequisites', 'Before you start', {
      said: [
        ...(secrets.length === 0 ? [] : ['Secrets and credentials it uses, by name:', '', ...secrets, '']),
        ...(settings.length === 0 ? [] : ['Variables it is given, by name:', '', ...settings]),
      ],
      asked: [ask('Service owner', 'which access, tools and approvals are needed, and which two people have them?')],
    }),
    section('steps', 'Steps', {
      said: steps,
      asked: [
        ask(
          'Service owner',
          isTool && steps.length > 0
            ? 'which of these is run when, by whom, and which one cannot be repeated?'
            : steps.length > 0
              ? 'put these in order, and say which one cannot be repeated.'
              : isTool
                ? 'which steps are done with it, in order?'
                : 'which steps bring a change to production, in order?',
        ),
      ],
    }),
    section('verification', 'Check that it worked', {
      said: [
        ...commandLines('check', facts),
        ...commandLines('status', facts),
        ...commandLines('logs', facts),
        ...healthLines(facts),
      ],
      asked: [ask('Service owner', 'what does a user see when it worked?')],
    }),
    section('roll-back', 'Undo it', rollBack(concerning)),
    section('people', 'Owner, backup and escalation', people(material)),
    section(
      'questions',
      'Open questions',
      questions(
        ask('Service owner', 'which step is done by hand today and could be a script?'),
        ask('Backup', 'do this once while its author stays silent, mend the page, then set `last_reviewed_on`.'),
      ),
    ),
  ];
}

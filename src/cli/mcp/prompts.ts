import type { GetPromptResult, Prompt } from '@modelcontextprotocol/sdk/types.js';
import { quoted } from '../../core/assist/quoted';

interface ServedPrompt extends Prompt {
  /** What the model is told to do. Arguments are texts of whoever asks, and stand in quotes. */
  readonly instructions: (values: Readonly<Record<string, string>>) => string;
}

const honest =
  'Quote the evidence (commits, lines, dates) that the tools give, pass on their limits, and do not guess beyond them. The code is the subject, never a person: no ranking, no blame.';

const prompts: readonly ServedPrompt[] = [
  {
    name: 'review-with',
    title: 'Review with',
    description: 'Who besides its owner can review a change in a file, folder or component',
    arguments: [{ name: 'place', description: 'A file, a folder or a component', required: true }],
    instructions: ({ place = '' }) =>
      `Who can review a change in ${quoted(place)} besides its owner? Ask suggest_backup (path for a file or folder, component for a name). Name at most two people, the first of the owners where there are several, else of the candidates, each with one line of evidence. If only neighbours are there, say that the review will take longer and what the reviewer should read first. ${honest}`,
  },
  {
    name: 'plan-handover',
    title: 'Plan a handover',
    description: 'What has to be handed over before somebody leaves or is away for long, and to whom',
    arguments: [{ name: 'person', description: 'Who leaves or will be away', required: true }],
    instructions: ({ person = '' }) =>
      `${quoted(person)} will not be available. 1. Ask get_ownership_risk for the single points and pick those that this person alone knows. 2. For each of them, the riskiest first and at most five, ask suggest_backup for the component with away: [that name]. 3. Ask list_runbook_gaps for the same components. Answer with a table: component, who takes over (no one more than two), evidence, what to write down first. ${honest}`,
  },
  {
    name: 'close-runbook-gaps',
    title: 'Close runbook gaps',
    description: 'Which alerts have no working runbook, and what to write first',
    arguments: [{ name: 'component', description: 'Only alerts of this component', required: false }],
    instructions: ({ component = '' }) =>
      `Ask list_runbook_gaps${component === '' ? '' : ` with component ${quoted(component)}`}. List the alerts without a working runbook with file and line, those that wake somebody first, and for each what is wrong: none named, page missing, section missing, draft. Say which runbooks could not be checked. Then propose the three to write first, and who could check them (suggest_backup for the component). ${honest}`,
  },
];

/** The prompts as a client lists them. */
export const promptList: readonly Prompt[] = prompts.map(({ instructions: _, ...prompt }) => prompt);

/** A prompt with the values of whoever asks; null for one that is not there or lacks a value. */
export function promptNamed(name: string, values: Readonly<Record<string, string>>): GetPromptResult | null {
  const prompt = prompts.find(each => each.name === name);
  const lacks = prompt?.arguments?.some(({ name: value, required }) => required === true && !values[value]?.trim());
  if (prompt === undefined || lacks === true) return null;
  return {
    ...(prompt.description === undefined ? {} : { description: prompt.description }),
    messages: [{ role: 'user', content: { type: 'text', text: prompt.instructions(values) } }],
  };
}

import { whatIf as thinkAway } from '../core/ownership/whatIf';
import { pseudonymise } from '../core/report/pseudonymise';
import { plainTranslate } from '../core/report/translate';
import { whatIfJson } from '../core/report/whatIfJson';
import { whatIfMarkdown } from '../core/report/whatIfMarkdown';
import { analysed, type CommandContext, formatFor, tableStyle } from './command';
import type { WhatIfArguments } from './commandArguments';
import { CommandError } from './failure';
import { jsonText } from './jsonText';
import { personMeant } from './personMeant';
import { whatIfTable } from './whatIfTable';

/** `what-if`: prints what becomes known by one person or nobody without some people. Resolves with the exit code. */
export async function whatIf(options: WhatIfArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const snapshot = await analysed(context, 2);
  if (!snapshot.policy.whatIf) {
    throw new CommandError('notAllowed', 'The settings of this repository do not allow it: `policy: {whatIf: false}`.');
  }
  // Who asks for pseudonyms still names people as they are called.
  const people = options.without.map(wanted => personMeant(snapshot, wanted, options.pseudonymise));
  const result = thinkAway(
    options.pseudonymise ? pseudonymise(snapshot) : snapshot,
    people.map(({ id }) => id),
  );
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(whatIfJson(result))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(whatIfMarkdown(result, plainTranslate));
      break;
    case 'table':
      await surroundings.stdout.write(whatIfTable(result, { ...tableStyle(surroundings), all: options.all }));
  }
  return 0;
}

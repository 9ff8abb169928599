import { type PlannedRisk, plannedRisks, usualPlan } from '../core/spread/planOptions';
import { type AnalysisArguments, analysisArguments, commonOptions, given, parse, wrong } from './argumentReader';

/** A person and a component, as they were typed. */
export interface PairingArgument {
  readonly person: string;
  readonly component: string;
}

export interface PlanArguments extends AnalysisArguments {
  readonly mostPerPerson: number;
  readonly risk: PlannedRisk;
  readonly pinned: readonly PairingArgument[];
  readonly forbidden: readonly PairingArgument[];
  readonly all: boolean;
}

export interface CodeownersArguments extends AnalysisArguments {
  /** Addresses for people whose login is not known. */
  readonly addresses: boolean;
}

/** Reads the arguments of `plan`; throws a {@link CommandError} for what it does not take. */
export function planArguments(args: readonly string[]): PlanArguments {
  const { values, positionals } = parse(args, {
    ...commonOptions,
    all: { type: 'boolean' },
    'max-per-person': { type: 'string' },
    risk: { type: 'string' },
    pin: { type: 'string', multiple: true },
    forbid: { type: 'string', multiple: true },
  });
  const most = given('--max-per-person', values['max-per-person']) ?? String(usualPlan.mostPerPerson);
  if (!/^[1-9]\d{0,3}$/.test(most)) {
    throw wrong(`\`--max-per-person\` is a number from 1 to 9999, not "${most}".`);
  }
  const wanted = values.risk ?? usualPlan.risk;
  const risk = plannedRisks.find(each => each === wanted);
  if (risk === undefined) {
    throw wrong(`There is no risk "${wanted}". There are: ${plannedRisks.join(', ')}.`);
  }
  return {
    ...analysisArguments(values, positionals),
    mostPerPerson: Number(most),
    risk,
    pinned: (values.pin ?? []).map(text => pairing('--pin', text)),
    forbidden: (values.forbid ?? []).map(text => pairing('--forbid', text)),
    all: values.all === true,
  };
}

/** Neither names nor addresses have a `=` usually; ids of components may. */
function pairing(option: string, text: string): PairingArgument {
  const at = text.indexOf('=');
  const [person, component] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 0 || person === '' || component === '') {
    throw wrong(`\`${option}\` is PERSON=COMPONENT, as in \`${option} 'Ann Example=services/payments'\`.`);
  }
  return { person, component };
}

/** Reads the arguments of `codeowners`; throws a {@link CommandError} for what it does not take. */
export function codeownersArguments(args: readonly string[]): CodeownersArguments {
  const { values, positionals } = parse(args, { ...commonOptions, addresses: { type: 'boolean' } });
  const analysis = analysisArguments(values, positionals);
  if (analysis.pseudonymise) {
    throw wrong('CODEOWNERS is made of logins, for which there are no pseudonyms.');
  }
  return { ...analysis, addresses: values.addresses === true };
}

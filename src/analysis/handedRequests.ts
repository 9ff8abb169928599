import type { AnalyseRequest } from './protocol';

const variable = 'SINGLE_POINTS_REQUESTS';

/** The environment of a program that is to ask for repositories as its starter does, settings of the user included. */
export function handingOver(requests: readonly AnalyseRequest[]): Readonly<Record<string, string>> {
  return { [variable]: JSON.stringify(requests) };
}

/** What was handed over in an environment; nothing where nothing was. */
export function handedOver(environment: NodeJS.ProcessEnv): readonly AnalyseRequest[] {
  return JSON.parse(environment[variable] ?? '[]') as readonly AnalyseRequest[];
}

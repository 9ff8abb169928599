import type { Fact } from './fact';
import { code, prose, sources } from './markdown';
import { type Lines, merged, more, said, setWhere, valueLines } from './stubLines';

/** Health: checks of containers, probes, ports. */
export function healthLines(facts: readonly Fact[]): Lines {
  const probe = merged(facts, ['probe'], fact => `${fact.name} ${fact.value}`)
    .slice(0, 6)
    .map(group => `- Probe for ${group[0].name}: ${code(group[0].value)} ${sources(group)}`);
  return [
    ...valueLines('Health check, inside the container', facts, ['healthcheck'], 3),
    ...probe,
    ...valueLines('Health route in the code', facts, ['healthRoute'], 4),
    ...portLines(facts),
  ];
}

/** Dashboards that show it. */
export function dashboardLines(facts: readonly Fact[]): Lines {
  const all = merged(facts, ['dashboard'], fact => `${fact.name} ${fact.value}`);
  const own = all.filter(([fact]) => fact.wide !== true);
  // What every program here reports is known of what is built here, not of a database or another's image.
  const isBuiltHere = facts.some(fact => fact.kind === 'language' || fact.kind === 'entryPoint');
  const groups = own.length > 0 ? own : isBuiltHere ? all : [];
  const lines = groups
    .slice(0, 6)
    .map(([first, ...rest]) => `- Dashboard: ${prose(first.name)}${said(first)} ${sources([first, ...rest])}`);
  return [...lines, ...more(groups.slice(6))];
}

/** Alerts that fire for it. */
export function alertLines(facts: readonly Fact[]): Lines {
  const groups = merged(facts, ['alert'], fact => `${fact.name} ${fact.value}`);
  const lines = groups
    .slice(0, 10)
    .map(([first, ...rest]) => `- Alert ${code(first.name)}${said(first)} ${sources([first, ...rest])}`);
  return [...lines, ...more(groups.slice(10))];
}

/** Ports; one that is a variable says where the variable is set. */
function portLines(facts: readonly Fact[]): Lines {
  const groups = merged(facts, ['port']);
  const lines = groups.slice(0, 8).map(group => {
    return `- Port: ${code(group[0].value)}${setWhere(facts, group[0].value)} ${sources(group)}`;
  });
  return [...lines, ...more(groups.slice(8))];
}

import type { Component, Finding, Limit, Person, Reason, Runbook, Snapshot } from '../model';
import { type NameReplacer, nameReplacer } from './nameReplacer';

/**
 * The Snapshot with a pseudonym for everyone: "Person A" and on, in the order of ids; bots and agents likewise, because
 * a tool's name may hold a person's. Names and addresses also go from texts and paths. A runbook's owner who is nobody
 * of the history becomes "Owner A", and whom a finding names "somebody"; of the repository's place only the folder's name
 * stays. What nobody can recognise stays: other names of people who never made a commit.
 */
export function pseudonymise(snapshot: Snapshot): Snapshot {
  const { people, ...replace } = pseudonymous(snapshot.people);
  const owners = new Map<string, string>();
  const { repository } = snapshot;
  return {
    ...snapshot,
    repository: {
      ...repository,
      root: replace.inPath(repository.root.split(/[\\/]/).findLast(part => part !== '') ?? ''),
      branch: repository.branch && replace.inText(repository.branch),
    },
    limits: snapshot.limits.map(limit => withValues(limit, replace)),
    people: people.map(person => ({ ...person, teams: person.teams.map(replace.inText) })),
    // Lines for a mailmap are names and addresses.
    aliasSuggestions: [],
    components: snapshot.components.map(component => componentWithout(component, replace)),
    files: snapshot.files.map(file => ({
      ...file,
      path: replace.inPath(file.path),
      component: file.component && replace.inPath(file.component),
    })),
    runbooks: snapshot.runbooks.map(runbook => runbookWithout(runbook, replace, owners)),
    alerts: snapshot.alerts.map(alert => ({
      ...alert,
      name: replace.inText(alert.name),
      path: replace.inPath(alert.path),
      component: alert.component && replace.inPath(alert.component),
      runbook: alert.runbook && replace.inPath(alert.runbook),
    })),
    findings: snapshot.findings.map(finding => findingWithout(finding, replace)),
  };
}

/** Those people under the pseudonyms of {@link pseudonymise}, and what takes their names and addresses out of texts. */
export function pseudonymous(people: readonly Person[]): NameReplacer & { readonly people: readonly Person[] } {
  const named = pseudonymsOf(people);
  const names = named.map(({ name }) => name);
  return { people: named, ...nameReplacer(people, names) };
}

function pseudonymsOf(people: readonly Person[]): Person[] {
  const counts = { Person: 0, Bot: 0, Agent: 0 };
  return people.map(person => {
    const kind = person.bot ? 'Bot' : person.agent ? 'Agent' : 'Person';
    const name = `${kind} ${letters(counts[kind]++)}`;
    // RFC 2606 keeps ".invalid" from ever being anyone's address.
    const email = `${name.toLowerCase().replace(' ', '-')}@pseudonym.invalid`;
    return { ...person, name, email, aliases: [] };
  });
}

/** A, B, …, Z, AA, AB and on. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function componentWithout(component: Component, replace: NameReplacer): Component {
  const reasons = (list: readonly Reason[]): readonly Reason[] => list.map(reason => withValues(reason, replace));
  return {
    ...component,
    id: replace.inPath(component.id),
    name: replace.inPath(component.name),
    paths: component.paths.map(replace.inPath),
    teams: component.teams.map(replace.inText),
    source: component.source && replace.inPath(component.source),
    system: component.system && replace.inText(component.system),
    domain: component.domain && replace.inText(component.domain),
    toil: component.toil.map(each => ({ ...each, path: replace.inPath(each.path) })),
    backup: component.backup && { ...component.backup, reasons: reasons(component.backup.reasons) },
    alternatives: component.alternatives.map(other => ({ ...other, reasons: reasons(other.reasons) })),
    runbooks: component.runbooks.map(replace.inPath),
    risk: { ...component.risk, reasons: reasons(component.risk.reasons) },
    accepted: component.accepted && { ...component.accepted, why: replace.inText(component.accepted.why) },
  };
}

function runbookWithout(runbook: Runbook, replace: NameReplacer, owners: Map<string, string>): Runbook {
  return {
    ...runbook,
    path: replace.inPath(runbook.path),
    title: replace.inText(runbook.title),
    component: runbook.component && replace.inPath(runbook.component),
    owner: runbook.owner && ownerWithout(runbook.owner, replace, owners),
    findings: runbook.findings.map(finding => findingWithout(finding, replace)),
  };
}

function ownerWithout(owner: string, replace: NameReplacer, owners: Map<string, string>): string {
  const whole = replace.whole(owner);
  if (whole !== null) {
    return whole;
  }
  const known = owners.get(owner) ?? `Owner ${letters(owners.size)}`;
  owners.set(owner, known);
  return known;
}

function findingWithout(finding: Finding, replace: NameReplacer): Finding {
  const { people } = finding.data;
  // Whom a page names may never have made a commit.
  const named = typeof people === 'string' ? people : '';
  const hidden = named
    .split(', ')
    .map(name => (name === '' ? '' : (replace.whole(name) ?? 'somebody')))
    .join(', ');
  return {
    ...finding,
    path: replace.inPath(finding.path),
    message: replace.inText(named === '' ? finding.message : finding.message.replace(named, () => hidden)),
    data: { ...valuesWithout(finding.data, replace), ...(named === '' ? {} : { people: hidden }) },
  };
}

function withValues<T extends Reason | Limit>(item: T, replace: NameReplacer): T {
  return { ...item, values: valuesWithout(item.values, replace) };
}

function valuesWithout(values: Reason['values'], replace: NameReplacer): Reason['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value !== 'string' ? value : name === 'path' ? replace.inPath(value) : replace.inText(value),
    ]),
  );
}

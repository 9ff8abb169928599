import { parseEnvironment } from '../components/composeServices';
import { environmentPath } from '../components/packageFolders';
import { folderOf } from '../components/repositoryPath';
import type { RepositoryFiles } from '../files';
import type { Fact } from './fact';
import { catalogFacts } from './facts/catalog';
import { codeownersFacts } from './facts/codeowners';
import { composeFacts } from './facts/compose';
import { dockerfileFacts } from './facts/dockerfile';
import { envFileFacts } from './facts/envFile';
import { kubernetesFacts } from './facts/kubernetes';
import { makeTargetFact, makeTargets, serviceVariable } from './facts/makefile';
import { ownersFacts } from './facts/owners';
import { packageJsonFacts, packageManagerOf } from './facts/packageJson';
import { readmeFacts } from './facts/readme';
import { workflowFacts } from './facts/workflow';
import { factSources, type SourceKind, sourceKind } from './sources';
import { foldersOf, memberTest, type Subject, speaksOf } from './subject';

// A repository's own words for running everything: worth knowing even where they name no component.
const wideVerb =
  /^(?:(?:docker|compose|dc|k8s|prod(?:uction)?|staging)[-:_])?(?:start|up|run|serve|stop|down|restart|redeploy|deploy|release|publish|rollback|undeploy|logs|status|health(?:check)?|migrate|smoke(?:-?test)?)$/i;

/** Files in the order they are believed in: `docker compose` reads `compose.yaml` before any overlay. */
const order: readonly SourceKind[] = [
  'catalog',
  'packageJson',
  'readme',
  'compose',
  'makefile',
  'manifest',
  'dockerfile',
  'workflow',
  'codeowners',
  'owners',
  'env',
];

/**
 * Every fact the given files hold about the component, each once, in the order of {@link SourceKind kinds}, then as
 * they stand in the files. Asks for the texts of {@link factSources} only; what is missing there is passed over.
 */
export function collectFacts(subject: Subject, files: RepositoryFiles): readonly Fact[] {
  const sources = factSources(subject, files.paths).filter(path => files.texts.has(path));
  const isMember = memberTest(subject.paths);
  const folders = foldersOf(subject.paths);
  // What lies deeper describes a part of the component.
  const isTop = (path: string): boolean => folders.includes(folderOf(path)) || (folders.length === 0 && isMember(path));
  const paths = new Set(files.paths);
  const base =
    ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'].find(name => paths.has(name)) ?? null;
  const workflows = files.paths.filter(path => sourceKind(path) === 'workflow').length;
  const facts: Fact[] = [];
  for (const kind of order) {
    const ofKind = sources.filter(path => sourceKind(path) === kind);
    // The file that counts by itself comes before those that are laid over it.
    if (kind === 'compose') ofKind.sort((a, b) => Number(b === base) - Number(a === base));
    if (kind === 'owners')
      facts.push(...ownersFacts(new Map(ofKind.map(path => [path, files.texts.get(path) ?? ''])), subject));
    for (const path of ofKind) {
      const text = files.texts.get(path) ?? '';
      const own = isMember(path);
      switch (kind) {
        case 'catalog':
          facts.push(
            ...catalogFacts(
              path,
              text,
              subject,
              own && foldersOf(subject.paths).some(folder => path.startsWith(`${folder}/`)),
            ),
          );
          break;
        case 'packageJson':
          facts.push(
            ...relevant(packageJsonFacts(path, text, packageManagerOf(path, paths)), own, isTop(path), subject),
          );
          break;
        case 'readme':
          if (isTop(path)) facts.push(...readmeFacts(path, text));
          break;
        case 'compose':
          facts.push(
            ...composeFacts(path, text, subject, base, parseEnvironment(files.texts.get(environmentPath(path)) ?? '')),
          );
          break;
        case 'makefile':
          facts.push(...makefileFacts(path, text, own, subject, facts));
          break;
        case 'manifest':
          facts.push(...kubernetesFacts(path, text, subject, own && !foldersOf(subject.paths).includes('')));
          break;
        case 'dockerfile':
          facts.push(...dockerfileFacts(path, text));
          break;
        case 'workflow':
          facts.push(...workflowFacts(path, text, subject, workflows === 1));
          break;
        case 'codeowners':
          facts.push(...codeownersFacts(path, text, subject));
          break;
        case 'env':
          facts.push(...envFileFacts(path, text, own ? null : variablesIn(facts)));
          break;
      }
    }
  }
  return once(facts.map(withoutDigest));
}

/** Scripts of another folder's manifest count when they speak of the component, or run the whole repository. */
function relevant(facts: readonly Fact[], own: boolean, top: boolean, subject: Subject): readonly Fact[] {
  if (own) return top ? facts : facts.filter(fact => fact.kind !== 'description');
  return facts.flatMap(fact => {
    if (fact.kind !== 'script') return [];
    if (speaksOf(subject, fact.name.replace(/[:_]/g, ' ')) || speaksOf(subject, fact.value)) return [fact];
    return wideVerb.test(fact.name) ? [{ ...fact, wide: true }] : [];
  });
}

function makefileFacts(
  path: string,
  text: string,
  own: boolean,
  subject: Subject,
  before: readonly Fact[],
): readonly Fact[] {
  const service = before.find(fact => fact.kind === 'composeService');
  return makeTargets(text).flatMap(target => {
    const variable = service === undefined ? null : serviceVariable(target.recipe);
    if (own) return [makeTargetFact(path, target, null)];
    if (variable !== null && service !== undefined) return [makeTargetFact(path, target, [variable, service.name])];
    if (speaksOf(subject, target.name.replace(/_/g, ' ')) || nameParts(target.name, subject))
      return [makeTargetFact(path, target, null)];
    return wideVerb.test(target.name) ? [{ ...makeTargetFact(path, target, null), wide: true }] : [];
  });
}

const nameParts = (target: string, subject: Subject): boolean =>
  target.split(/[-_:.]/).length > 1 && speaksOf(subject, target.replace(/[-_:.]/g, ' '));

/** Variables the facts refer to, in ports, images and environments. */
function variablesIn(facts: readonly Fact[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'environment' || fact.kind === 'secret') names.add(fact.name);
    if (fact.kind !== 'port' && fact.kind !== 'image' && fact.kind !== 'healthcheck') continue;
    for (const match of fact.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)) names.add(match[1] ?? '');
  }
  return names;
}

// A digest is 70 characters that say nothing to a reader; the line is named.
function withoutDigest(fact: Fact): Fact {
  return fact.kind === 'image' ? { ...fact, value: fact.value.replace(/@sha256:\S*$/, '') } : fact;
}

function once(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter(fact => {
    const key = JSON.stringify([
      fact.kind,
      fact.name,
      fact.value,
      fact.path,
      fact.kind === 'port' || fact.kind === 'image' ? fact.line : 0,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

import { parseEnvironment } from '../components/composeServices';
import type { PathMatcher } from '../components/glob';
import { environmentPath } from '../components/packageFolders';
import { folderOf, foldersAround, nameOf } from '../components/repositoryPath';
import type { Fact } from './fact';
import { alertFacts } from './facts/alertRules';
import { buildManifestFacts } from './facts/buildManifest';
import { catalogFacts } from './facts/catalog';
import { cloudFormationFacts } from './facts/cloudFormation';
import { codeEntryFacts } from './facts/codeEntry';
import { codeownersFacts } from './facts/codeowners';
import { composeFacts } from './facts/compose';
import { composeBaseBeside } from './facts/composeFlags';
import { crontabFacts } from './facts/crontab';
import { dashboardFacts } from './facts/dashboard';
import { dockerfileFacts } from './facts/dockerfile';
import { envFileFacts, ofSections } from './facts/envFile';
import { gitlabFacts } from './facts/gitlabCi';
import { guideFacts, introducedFacts, readmeParts } from './facts/guidePages';
import { healthRouteFacts } from './facts/healthRoutes';
import { chartFacts, valuesFacts } from './facts/helm';
import { justfileFacts } from './facts/justfile';
import { kubernetesFacts } from './facts/kubernetes';
import { kustomizationFacts } from './facts/kustomization';
import { type MakeTarget, makeTargetFact, makeTargets, serviceVariable } from './facts/makefile';
import { migrationFacts } from './facts/migrations';
import { openApiFacts } from './facts/openApi';
import { ownersFacts } from './facts/owners';
import { packageJsonFacts, packageManagerOf } from './facts/packageJson';
import { procfileFacts } from './facts/procfile';
import { purposeOf } from './facts/purpose';
import { definedFacts, listedFacts, readmeCommands, readmeFacts } from './facts/readme';
import { type Recipe, reachedByRecipe } from './facts/recipeReach';
import { recordFacts } from './facts/recordPages';
import { callFacts, isForTests, scriptFacts, stepFacts } from './facts/script';
import type { Reach } from './facts/scriptReach';
import { scriptVariableFacts } from './facts/scriptVariables';
import { foldersFilledIn, skaffoldFacts } from './facts/skaffold';
import { springFacts } from './facts/springConfig';
import { keptIn } from './facts/stores';
import { systemdFacts } from './facts/systemdUnit';
import { taskfileFacts } from './facts/taskfile';
import { terraformFacts } from './facts/terraform';
import { moduleOf } from './facts/terraformModule';
import { terragruntFacts } from './facts/terragrunt';
import { workflowFacts } from './facts/workflow';
import { isNamedIn, variablesIn } from './referredVariables';
import { type SourceKind, sourceKind } from './sourceKind';
import { foldersOf, isIn, isNamed, type Subject, speaksOf } from './subject';

/** A file that may tell something, and how it stands to the component. */
export interface FactSource {
  readonly path: string;
  readonly text: string;
  /** It is one of the component's files. */
  readonly own: boolean;
  /** It is one, and lies at the top: what lies deeper describes a part of the component. */
  readonly top: boolean;
}

/** What readers know besides the file. */
export interface FactSurroundings {
  readonly subject: Subject;
  readonly isMember: PathMatcher;
  readonly paths: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Files of that kind that are read. */
  readonly sameKind: readonly string[];
  /** The compose file that counts by itself. */
  readonly composeBase: string | null;
  /** Services of the compose files that are read, with what they run in only; '' for those that run by themselves. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly workflows: number;
  /** It has a Dockerfile. */
  readonly hasImage: boolean;
  /** What the files before this one told. */
  readonly before: readonly Fact[];
}

type FactReader = (source: FactSource, around: FactSurroundings) => readonly Fact[];

// A repository's own words for running everything: worth knowing even where they name no component.
const wideVerb =
  /^(?:(?:docker|compose|dc|k8s|prod(?:uction)?|staging)[-:_])?(?:start|up|run|serve|stop|down|restart|redeploy|deploy|release|publish|rollback|undeploy|logs|status|health(?:check)?|migrate|smoke(?:-?test)?|backup|restore|upgrade|install)$/i;

/** Facts that speak of several files at once are told by the first of them. */
const onceForAll =
  (reader: FactReader): FactReader =>
  (source, around) =>
    source.path === around.sameKind[0] ? reader(source, around) : [];

/** The reader of each kind of file. */
export const factReaders: Readonly<Record<SourceKind, FactReader>> = {
  catalog: ({ path, text, own }, { subject }) =>
    catalogFacts(path, text, subject, own && foldersOf(subject.paths).some(folder => path.startsWith(`${folder}/`))),
  packageJson: ({ path, text, own, top }, { subject, paths }) =>
    scriptsFor(packageJsonFacts(path, text, packageManagerOf(path, paths)), own, top, subject),
  build: ({ path, text }) => buildManifestFacts(path, text),
  readme: ({ path, text, top, own }, { subject, before, paths }) => {
    if (own && !top && path.includes('/')) return [];
    if (own && top)
      return [...readmeFacts(path, text), ...readmeCommands(path, text), ...readmeParts(path, text, false)];
    const isDescribed = before.some(fact => fact.kind === 'description');
    if (path.includes('/')) {
      const pages = guideFacts(path, text, subject, false, paths);
      const isAbout = pages.some(({ wide }) => wide !== true) && !isDescribed;
      return [...(isAbout ? readmeFacts(path, text).filter(({ value }) => speaksOf(subject, value)) : []), ...pages];
    }
    const listed = isDescribed ? [] : listedFacts(path, text, subject);
    const defined = isDescribed || listed.length > 0 ? [] : definedFacts(path, text, subject);
    return [...listed, ...defined, ...readmeParts(path, text, true)];
  },
  compose: ({ path, text }, { subject, composeBase, texts, paths, hosts }) => {
    const environment = parseEnvironment(texts.get(environmentPath(path)) ?? '');
    return composeFacts(path, text, subject, composeBaseBeside(path, paths) ?? composeBase, environment, hosts);
  },
  skaffold: ({ path, text }, { subject }) => skaffoldFacts(path, text, subject),
  makefile: makefileFacts,
  justfile: (source, around) =>
    recipeFacts(justfileFacts(source.path, source.text, reachOf(source, around)), source, around),
  taskfile: (source, around) =>
    recipeFacts(taskfileFacts(source.path, source.text, reachOf(source, around)), source, around),
  procfile: ({ path, text, own }, { subject }) =>
    procfileFacts(path, text).filter(fact => own || speaksOf(subject, fact.name) || speaksOf(subject, fact.value)),
  cloudFormation: ({ path, text, own }, { subject }) =>
    cloudFormationFacts(path, text, subject, own && isPlaced(subject)),
  workflow: ({ path, text }, { subject, workflows, before, hasImage, paths, isMember }) =>
    workflowFacts(path, text, subject, {
      only: workflows === 1,
      applied: appliedFolders(before),
      isBuilt: isBuilt(before),
      hasImage: hasImage || before.some(({ kind }) => kind === 'build'),
      paths,
      isMember,
    }),
  gitlab: ({ path, text }, { subject }) => gitlabFacts(path, text, subject),
  chart: ({ path, text, own }, { subject }) => chartFacts(path, text, subject, own),
  values: ({ path, text, own }, { subject }) => valuesFacts(path, text, subject, own),
  kustomization: ({ path, text, own }, { subject, texts }) =>
    kustomizationFacts(path, text, subject, own && isPlaced(subject), filledInBy(texts)),
  spring: ({ path, text }) => springFacts(path, text),
  interface: ({ path, text }) => openApiFacts(path, text),
  dashboard: ({ path, text, own }, { subject }) => dashboardFacts(path, text, subject, own && isPlaced(subject)),
  alertRules: ({ path, text, own }, { subject }) => alertFacts(path, text, subject, own && isPlaced(subject)),
  template: ({ path }) => [{ kind: 'template', name: path, value: path, path, line: 1 }],
  manifest: ({ path, text, own }, { subject, texts }) => [
    ...kubernetesFacts(path, text, subject, own && isPlaced(subject), texts.get(valuesOf(path) ?? '') ?? ''),
    ...alertFacts(path, text, subject, own && isPlaced(subject)),
  ],
  terraform: ({ path, text, own }, { subject, isMember, sameKind, texts }) =>
    terraformFacts(
      path,
      text,
      subject,
      own && isPlaced(subject),
      sameKind.some(isMember),
      moduleOf(folderOf(path), texts),
    ),
  terragrunt: ({ path, text }, { subject, before, isMember }) => {
    const setUp = before.filter(({ kind }) => kind === 'infrastructure').map(fact => fact.path);
    // What is Terraform itself is applied by who applies its folder.
    const isSetUp = setUp.some(isMember);
    return terragruntFacts(path, text, subject, (isSetUp ? setUp.filter(isMember) : setUp).map(folderOf), isSetUp);
  },
  // Where it is deployed with a command of its own, the image's is not run.
  dockerfile: ({ path, text }, { before, hosts, subject }) =>
    dockerfileFacts(path, text, new Set([...hosts.keys()].filter(host => !isNamed(subject, host)))).filter(
      fact => fact.name !== 'CMD' || !before.some(({ kind, name }) => kind === 'command' && name === 'command'),
    ),
  unit: ({ path, text, own }, { subject }) => systemdFacts(path, text, subject, own && isPlaced(subject)),
  crontab: ({ path, text, own }, { subject }) => crontabFacts(path, text, subject, own && isPlaced(subject)),
  server: ({ path, text }) => healthRouteFacts(path, text),
  // What lies in its folder and is a part of its own answers for it, too, when it is what runs.
  code: ({ path, text, own }, { before }) =>
    own
      ? [...codeEntryFacts(path, text), ...healthRouteFacts(path, text)]
      : before.some(fact => fact.kind === 'composeService' || fact.kind === 'kubernetes')
        ? healthRouteFacts(path, text)
        : [],
  migration: onceForAll((_source, { sameKind, texts }) => migrationFacts(sameKind, texts)),
  postmortem: ({ path, text, own }, { subject }) =>
    recordFacts('postmortem', path, text, subject, own && isPlaced(subject)),
  decision: ({ path, text, own }, { subject }) =>
    recordFacts('decision', path, text, subject, own && isPlaced(subject)),
  guide: ({ path, text, own }, { subject, paths, before }) => [
    ...(before.some(fact => fact.kind === 'description') ? [] : introducedFacts(path, text, subject)),
    ...guideFacts(path, text, subject, own && isPlaced(subject), paths),
  ],
  codeowners: ({ path, text }, { subject }) => codeownersFacts(path, text, subject),
  owners: onceForAll((_source, { sameKind, texts, subject }) =>
    ownersFacts(new Map(sameKind.map(path => [path, texts.get(path) ?? ''])), subject),
  ),
  script: (source, around) => {
    const { path, text, own } = source;
    const { subject, isMember, paths } = around;
    // What lies in its folder and is a part of its own is not its.
    if (
      !own &&
      (isForTests(path, text) || foldersOf(subject.paths).some(folder => folder !== '' && isIn(folder, path)))
    )
      return [];
    const placed = isPlaced(subject);
    return [
      ...targetsFor(scriptFacts(path, text, reachOf(source, around)), own && placed, subject),
      // What lies elsewhere and carries its name is done for it, as well.
      ...(placed
        ? stepFacts(path, text, paths, script => isMember(script) || isNamedFor(subject, nameOf(script)))
        : []),
      ...(own && placed ? scriptVariableFacts(path, text) : []),
    ];
  },
  environment: ({ path, text, own }, { subject, before, composeBase }) => {
    if (own) return envFileFacts(path, text, null);
    if (isNamedIn(before, path)) return envFileFacts(path, ofSections(text, subject, before), null);
    // A file deeper down is somebody else's.
    return path.includes('/') && folderOf(path) !== folderOf(composeBase ?? '')
      ? []
      : envFileFacts(path, text, variablesIn(before));
  },
};

/** How far what runs in a file is followed; what lies in the component's folders is about it. */
function reachOf({ path, own }: FactSource, { subject, paths, texts, before }: FactSurroundings): Reach {
  const isOwn = (own && isPlaced(subject)) || isNamedFor(subject, path);
  return { paths, texts, isAbout: text => isOwn || speaksOf(subject, text) || keptIn(before, text) };
}

const isBuilt = (before: readonly Fact[]): boolean =>
  before.some(fact => fact.kind === 'language' || (fact.kind === 'script' && fact.wide !== true));

/** Folders whose Terraform sets up the component: whoever applies one brings it. Modules are applied by others. */
function appliedFolders(before: readonly Fact[]): readonly string[] {
  const around = before
    .filter(fact => fact.kind === 'infrastructure')
    .flatMap(fact =>
      foldersAround(fact.path).filter(folder => folder.includes('/') && !/(?:^|\/)modules?(?:\/|$)/.test(folder)),
    );
  return [...new Set(around)];
}

/** Of what owns the root, a file deep below need not be about it. */
const isPlaced = (subject: Subject): boolean => !foldersOf(subject.paths).includes('');

/** The values that fill in a template of a chart: those beside its folder `templates`; null for no template. */
const valuesOf = (path: string): string | null => {
  const at = /(?:^|\/)(?=templates\/)/.exec(path);
  return at === null ? null : `${path.slice(0, at.index + at[0].length)}values.yaml`;
};

/** Scripts of another folder's manifest count when they speak of the component, or run the whole repository. */
function scriptsFor(facts: readonly Fact[], own: boolean, top: boolean, subject: Subject): readonly Fact[] {
  if (own) return top ? facts : facts.filter(fact => fact.kind !== 'description');
  return facts.flatMap(fact => {
    if (fact.kind !== 'script') return [];
    if (speaksOf(subject, fact.name.replace(/[:_]/g, ' ')) || speaksOf(subject, fact.value)) return [fact];
    return wideVerb.test(fact.name) ? [{ ...fact, wide: true }] : [];
  });
}

/** So do recipes and tasks. */
function targetsFor(facts: readonly Fact[], own: boolean, subject: Subject): readonly Fact[] {
  // At the root they run the rest of the repository, too, whoever owns the file.
  if (own)
    return foldersOf(subject.paths).includes('')
      ? facts
      : facts.map(fact => (!fact.path.includes('/') && wideVerb.test(fact.name) ? { ...fact, wide: true } : fact));
  return facts.flatMap(fact => {
    if (isNamedFor(subject, fact.name)) return [fact];
    return wideVerb.test(nameOf(fact.name).replace(/\.sh$/, '')) ? [{ ...fact, wide: true }] : [];
  });
}

const recipeOf = ({ name, recipe, prerequisites }: MakeTarget): Recipe => ({
  name,
  body: recipe,
  needs: prerequisites,
});

function makefileFacts(source: FactSource, around: FactSurroundings): readonly Fact[] {
  const { path, text, own } = source;
  const { subject, before } = around;
  const service = before.find(fact => fact.kind === 'composeService');
  const isBuiltHere = before.some(fact => fact.kind === 'build' && fact.name === service?.name);
  const targets = makeTargets(text);
  const recipes = targets.map(recipeOf);
  const reach = reachOf(source, around);
  const factOf = (target: MakeTarget, assignment: readonly [string, string] | null): Fact => {
    const reached = reachedByRecipe(path, recipeOf(target), recipes, reach);
    return makeTargetFact(path, target, assignment, purposeOf(target.name, reached, reach.isAbout));
  };
  return [
    ...targets.flatMap(target => {
      const variable = service === undefined || own ? null : serviceVariable(target.recipe);
      if (variable === null || service === undefined) return targetsFor([factOf(target, null)], own, subject);
      // A ready-made image is not built.
      if (!isBuiltHere && /\bbuild\b/.test(target.recipe)) return [];
      return [factOf(target, [variable, service.name])];
    }),
    ...recipeCalls(
      targets.map(target => makeTargetFact(path, target, null)),
      source,
      around,
    ),
  ];
}

function recipeFacts(recipes: readonly Fact[], source: FactSource, around: FactSurroundings): readonly Fact[] {
  return [...targetsFor(recipes, source.own, around.subject), ...recipeCalls(recipes, source, around)];
}

/** Scripts of the component that recipes call: each line belongs to the recipe above it. */
function recipeCalls(
  recipes: readonly Fact[],
  { path, text }: FactSource,
  { subject, paths, isMember }: FactSurroundings,
): readonly Fact[] {
  if (!isPlaced(subject)) return [];
  const callerAt = (line: number): string | null => {
    const recipe = recipes.findLast(fact => fact.line < line);
    return recipe === undefined ? null : (recipe.command ?? `Recipe ${recipe.name}`);
  };
  return callFacts(path, text, callerAt, paths, isMember);
}

const isNamedFor = (subject: Subject, target: string): boolean =>
  speaksOf(subject, target.replace(/_/g, ' ')) || speaksOf(subject, target.replace(/[-_:.]/g, ' '));

const filledInBy = (texts: ReadonlyMap<string, string>): readonly string[] =>
  [...texts].flatMap(([path, text]) => (sourceKind(path) === 'skaffold' ? foldersFilledIn(path, text) : []));

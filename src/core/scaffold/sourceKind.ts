import { codeownersPaths } from '../components/codeowners';
import { isOwnersFile, ownersAliases } from '../components/ownersFiles';
import { nameOf } from '../components/repositoryPath';
import { isAlertPath } from '../runbooks/alerts/alertSources';
import { isMarkdownPath } from '../runbooks/markdownPath';
import { isPagePath } from './facts/pageOutline';
import { isScriptPath } from './facts/scriptCall';

/**
 * Where files of a kind speak of a component: `own`: in its folders only; `within`: there, whatever parts of their own lie
 * in them; `root`: there, and at the root of the repository;
 * `operations`: there, at the root, and where things are deployed from; `anywhere`.
 */
type Reach = 'own' | 'within' | 'root' | 'operations' | 'anywhere';

/** Files of a kind: which they are, and how they are chosen. The order is that in which they are believed. */
interface Kind {
  readonly matches: (path: string, name: string) => boolean;
  readonly reach: Reach;
  /** Of the component's own, only the outermost speak for it: a package within a package is something of its own. */
  readonly outermost: boolean;
  readonly most: number;
}

const named =
  (pattern: RegExp): Kind['matches'] =>
  (_path, name) =>
    pattern.test(name);
const at =
  (pattern: RegExp): Kind['matches'] =>
  path =>
    pattern.test(path);

const kind = (matches: Kind['matches'], reach: Reach, most: number, outermost = false): Kind => ({
  matches,
  reach,
  outermost,
  most,
});

const routing =
  /^(?:_?app|main|server|index|routes?|router|urls|views?|api|handlers?|controllers?|health\w*|heartbeat|dockerflow|program|startup|\w*application|wsgi|asgi|http\w*|module\.config)\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|cs|php|rs|exs?|scala)$|health\w*\.(?:[cm]?[jt]s|py|go|rb|java|kt|cs|php|rs)$/i;

const codeownersPlaces: ReadonlySet<string> = new Set(codeownersPaths);

/** By kind, first match first. */
export const kinds = {
  catalog: kind(named(/^catalog-info\.ya?ml$/i), 'anywhere', 60),
  packageJson: kind(named(/^package\.json$/), 'root', 10, true),
  build: kind(
    named(
      /^(?:go\.mod|pyproject\.toml|Cargo\.toml|pom\.xml|composer\.json|mix\.exs|build\.gradle(?:\.kts)?|Gemfile|requirements\.txt|[\w.-]+\.csproj)$/,
    ),
    'own',
    20,
    true,
  ),
  readme: kind(
    (path, name) => /^readme\./i.test(name) && isPagePath(path) && !/(?:^|\/)docs?\/.*\//i.test(path),
    'operations',
    30,
    true,
  ),
  compose: kind(named(/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i), 'operations', 40, true),
  skaffold: kind(named(/^skaffold(?:[.-][\w.-]+)?\.ya?ml$/), 'root', 5),
  makefile: kind(named(/^(?:GNU)?[Mm]akefile$/), 'root', 10, true),
  justfile: kind(named(/^\.?justfile$/i), 'root', 10, true),
  taskfile: kind(named(/^[Tt]askfile(?:\.dist)?\.ya?ml$/), 'root', 10, true),
  script: kind(
    (path, name) =>
      isScriptPath(path) &&
      // A module of Python that serves is no script, wherever it lies, and no test is.
      !(name.endsWith('.py') && (!path.includes('/') || routing.test(name) || /^(?:test_|__|setup\.py)/.test(name))) &&
      /^(?:[^/]+|(?:.*\/)?(?:bin|scripts?|ops|hack|tools?|install)\/(?:.*\/)?[^/]+)$/.test(path),
    'anywhere',
    60,
  ),
  procfile: kind(named(/^Procfile(?:\.[\w-]+)?$/), 'root', 5, true),
  terraform: kind(named(/\.tf$/), 'anywhere', 300),
  terragrunt: kind(named(/^terragrunt\.hcl$/), 'anywhere', 60),
  cloudFormation: kind(
    (path, name) =>
      /^(?:[\w.-]*[.-])?(?:template|cfn|cloudformation|stack)(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/i.test(name) ||
      /(?:^|\/)(?:cloud-?formation|cfn|sam)\/(?:.*\/)?[^/]+\.(?:ya?ml|json)$/i.test(path),
    'anywhere',
    40,
  ),
  workflow: kind(at(/^\.github\/workflows\/[^/]+\.ya?ml$/), 'anywhere', 60),
  gitlab: kind(
    at(/(?:^|\/)[\w.-]*\.?gitlab-ci[\w.-]*\.ya?ml$|^\.gitlab\/(?:ci|pipelines?)\/.*\.ya?ml$/),
    'anywhere',
    40,
  ),
  chart: kind(named(/^Chart\.ya?ml$/), 'anywhere', 20, true),
  values: kind(named(/^values(?:[.-][\w.-]+)?\.ya?ml$/), 'operations', 30),
  kustomization: kind(named(/^kustomization\.ya?ml$/i), 'anywhere', 60),
  spring: kind(
    at(/(?:^|\/)(?:resources|config)\/(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/),
    'own',
    10,
  ),
  interface: kind(named(/^(?:[\w.-]*[.-])?(?:openapi|swagger)(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/i), 'own', 6),
  dashboard: kind(at(/(?:dashboards?|grafana)[^/]*\/(?:.*\/)?[^/]+\.json$|dashboard[^/]*\.json$/i), 'anywhere', 60),
  alertRules: kind(
    (path, name) => isAlertPath(path) && /alert|(?:^|[-_.])rules?(?:[-_.]|$)/i.test(name) && !/\.tpl$/.test(name),
    'anywhere',
    60,
  ),
  template: kind(
    named(
      /[-._](?:example|sample|dist)\.(?:ya?ml|json|toml|ini|conf|cfg|properties|py|rb|php)$|\.(?:ya?ml|json|toml|ini|conf|cfg|properties|py|rb|php)[-._](?:example|sample|dist|template)$/i,
    ),
    'own',
    6,
    true,
  ),
  manifest: kind(named(/\.ya?ml(?:\.(?:tmpl|tpl|j2|erb))?$|\.tmpl$/i), 'operations', 120),
  dockerfile: kind(named(/^(?:[\w-]+\.)?Dockerfile(?:\.[\w-]+)?$/), 'own', 5, true),
  unit: kind(named(/^[\w@.-]+\.(?:service|timer)(?:\.j2|\.erb)?$/), 'anywhere', 40),
  crontab: kind(at(/(?:^|\/)crontab(?:\.[\w-]+)?$|\.cron(?:tab)?$|(?:^|\/)cron(?:tabs|\.d)?\/[^/.]+$/), 'anywhere', 20),
  server: kind(named(/(?:^|[-_.])(?:nginx|default|site|app|web)[\w.-]*\.conf(?:\.\w+)?$/i), 'own', 10),
  code: kind(named(routing), 'within', 80),
  // Only names that are in order tell which is the newest: not the hashes of Alembic.
  migration: kind(
    path =>
      /(?:^|\/)(?:migrations?|migrate|alembic)\/(?:(?:versions|schema|sql)\/)?V?\d[^/]*\.(?:sql|py|rb|[cm]?[jt]s|go|php|exs?)$/i.test(
        path,
      ) && !/\/[0-9a-f]{10,}_[^/]*$/.test(path.replace(/\/\d+_/, '/')),
    'own',
    12,
  ),
  postmortem: kind(
    path =>
      isMarkdownPath(path) &&
      /(?:^|\/)(?:post-?_?mortems?|incidents?|incident-?_?reports?|retrospectives?)\//i.test(path),
    'anywhere',
    80,
  ),
  decision: kind(
    path =>
      isMarkdownPath(path) &&
      /(?:^|\/)(?:adrs?|decisions?|architecture[-_]decisions?|decision[-_]records?)\//i.test(path),
    'anywhere',
    120,
  ),
  guide: kind(path => /(?:^|\/)(?:docs?|documentation|handbook)\//i.test(path) && isPagePath(path), 'anywhere', 120),
  codeowners: kind(path => codeownersPlaces.has(path), 'anywhere', 4),
  owners: kind(path => path === ownersAliases || isOwnersFile(path), 'anywhere', 40),
  environment: kind(
    (path, name) =>
      /(?:^|\/)(?:config|env|docker|compose|envs|environments)\/(?:.*\/)?[\w.-]*\.env$/.test(path) ||
      /^\.env(?:\.(?:example|sample|template|dist))?$|^(?:example|sample|template)?\.?env\.(?:example|sample|template|dist)$/.test(
        name,
      ),
    'anywhere',
    40,
  ),
} as const satisfies Readonly<Record<string, Kind>>;

export type SourceKind = keyof typeof kinds;

/** Every kind, in the order they are believed in. */
export const sourceKinds = Object.keys(kinds) as readonly SourceKind[];

/** What kind of facts a path may hold, or null. */
export function sourceKind(path: string): SourceKind | null {
  const name = nameOf(path);
  // Whatever it is called there: `docker-compose.yml` may test one.
  if (kinds.workflow.matches(path, name)) return 'workflow';
  return sourceKinds.find(kind => kinds[kind].matches(path, name)) ?? null;
}

export interface Source {
  readonly path: string;
  readonly kind: SourceKind;
}

const known = new WeakMap<readonly string[], readonly Source[]>();

/** Those of the paths that may hold facts. Remembered by the list, which is asked for component after component. */
export function sourcesAmong(paths: readonly string[]): readonly Source[] {
  let sources = known.get(paths);
  if (sources === undefined) {
    sources = paths.flatMap(path => {
      const kind = sourceKind(path);
      return kind === null ? [] : [{ path, kind }];
    });
    known.set(paths, sources);
  }
  return sources;
}

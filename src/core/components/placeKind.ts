import type { ComponentKind } from '../model';
import { folderOf, nameOf } from './repositoryPath';

const operationsFolder =
  /^(?:\.(?:github|gitlab|circleci|azure|semaphore|travis|teamcity|drone|woodpecker|forgejo|gitea|devcontainer|tekton)|\.?(?:buildkite|ci|jenkins|docker|deploy|argocd|kube|infra|azure-pipelines)|deployments?|deploying|ops|operations|devops|infrastructure|infra-.+|terraform|tf|tofu|terragrunt|ansible|playbooks|puppet|saltstack|k8s|kubernetes|kustomize|helm|helm-charts|charts|nomad|pulumi|cdk|cloudformation|flux|gitops|monitoring|observability|alerts|alerting|alert-?rules|prometheus|alertmanager|grafana|loki|jaeger|otel-?collector|opentelemetry-collector|docker-compose|(?:k8s|kubernetes|terraform|ansible)-.+|(?:.+-)?manifests)$/i;

const documentationFolder = /^(?:docs?|documentation|guides?|manual|website|wiki|book|runbooks?|adrs?|rfcs?|\.wiki)$/i;

const testFolder = /^(?:tests?|specs?|__tests__|e2e|unit-?tests?|integration-?tests?|acceptance-?tests?|.+-e2e)$/i;

const scriptsFolder = /^(?:scripts?|bin|hack|tools?|build|release|packaging|provision(?:ing)?)$/i;

const sideFolder =
  /^(?:examples?(?:-.+)?|samples?|demos?|bench(?:es|marks?)?|fuzz|test-.+|testing|(?:integration|unit|acceptance|stress|load)-?tests?)$/i;

const operationsFile =
  /^(?:\.gitlab-ci\.ya?ml|\.travis\.ya?ml|\.appveyor\.ya?ml|appveyor\.ya?ml|\.drone\.ya?ml|\.cirrus\.(?:yml|star)|\.woodpecker\.ya?ml|\.semaphore\.yml|azure-pipelines.*\.ya?ml|bitbucket-pipelines\.yml|cloudbuild\.ya?ml|buildspec\.ya?ml|wercker\.yml|codefresh\.yml|\.buildkite-platform\.json|Jenkinsfile.*|Dockerfile.*|.+\.Dockerfile|Containerfile|\.dockerignore|(?:docker-)?compose[\w.-]*\.ya?ml|buildkitd\.toml|docker-bake\.(?:hcl|json)|Procfile|fly\.toml|render\.yaml|railway\.(?:json|toml)|vercel\.json|netlify\.toml|app\.ya?ml|heroku\.yml|Vagrantfile|skaffold\.ya?ml|Tiltfile|helmfile\.ya?ml|serverless\.ya?ml|Pulumi.*\.ya?ml|kustomization\.ya?ml|ansible\.cfg|site\.ya?ml|renovate\.json5?|\.env(?:\..+)?|otel-config\.ya?ml|dobi\.yaml)$/;

const deployedFile =
  /^(?:values[\w.-]*\.ya?ml|Chart\.yaml|.+\.(?:tf|tfvars|nomad)|.*(?:alerts?|rules)[\w.-]*\.ya?ml|(?:deploy|release|rollout|provision)[\w.-]*\.(?:sh|bash|ps1))$/;

const proseFile =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc|textile|rdoc)(?:\.erb)?$|^(?:LICEN[CS]E|COPYING|NOTICE|MIT-LICENSE)(?:[.-].*)?$|^(?:README|CHANGELOG|CHANGES|HISTORY|NEWS|CONTRIBUTING|AUTHORS|CONTRIBUTORS|MAINTAINERS|INSTALL|SECURITY|BUGS|MANIFESTO|THANKS|CREDITS|.*RELEASENOTES)(?:\.txt)?$/i;

const codeFile =
  /\.(?:go|rs|java|kt|scala|[cm]?[jt]sx?|py|rb|php|cs|fs|vb|c|cc|cpp|h|hpp|swift|exs?|erl|dart|vue|svelte|lua|clj|hs)$/;

const recipeFile = /\.(?:ya?ml|sh|bash|ps1|bat|cmd|tf|hcl|groovy|jsonnet)$|^Dockerfile/i;

/** What the name of a folder says it holds; null for code. */
export function kindOfFolder(folder: string): 'operations' | 'documentation' | null {
  const name = nameOf(folder);
  if (operationsFolder.test(name)) return 'operations';
  return documentationFolder.test(name) ? 'documentation' : null;
}

/**
 * What a folder is. Mostly prose is documentation. Then its name tells, or for operations that of a folder around it; deeper
 * than the root a name may also be a subject of the code (`src/monitoring`), so there most files must not be code. A hidden
 * folder, or one of scripts or tools, that is mostly recipes (YAML, shell, Docker) serves what builds or runs the project.
 * @param paths the files of the folder.
 */
export function kindOfPlace(folder: string, paths: readonly string[]): 'operations' | 'documentation' | 'folder' {
  const shareOf = (pattern: RegExp): number =>
    paths.length === 0 ? 0 : paths.filter(path => pattern.test(nameOf(path))).length / paths.length;
  if (shareOf(proseFile) > 0.6) return 'documentation';
  const named = kindAround(folder);
  if (named !== null && (!folder.includes('/') || shareOf(codeFile) <= 0.5)) return named;
  const serves = folder.startsWith('.') || scriptsFolder.test(nameOf(folder));
  return serves && shareOf(recipeFile) > 0.5 ? 'operations' : 'folder';
}

function kindAround(folder: string): 'operations' | 'documentation' | null {
  const own = kindOfFolder(folder);
  if (own !== null) return own;
  for (let around = folderOf(folder); around !== ''; around = folderOf(around)) {
    if (kindOfFolder(around) === 'operations') return 'operations';
  }
  return null;
}

/** Whether a folder, by its name, holds what runs on Kubernetes. */
export function holdsManifests(folder: string): boolean {
  return /^(?:k8s|kubernetes|(?:.+-)?manifests|gitops)$/i.test(nameOf(folder));
}

/** Whether a folder holds tests of what lies elsewhere. */
export function isTestFolder(folder: string): boolean {
  // The tests of Perl projects, and of git.
  return folder === 't' || testFolder.test(nameOf(folder));
}

/** Whether a folder inside a package, by its name, only shows or checks what the package does. */
export function isSideFolder(folder: string): boolean {
  return isTestFolder(folder) || sideFolder.test(nameOf(folder));
}

/** Whether a file at the root builds, ships or runs the project. */
export function isOperationsFile(name: string): boolean {
  return operationsFile.test(name);
}

/**
 * Whether a file is edited to build, deploy, run or watch the project: by its name, or any in a component of operations files
 * that is neither prose nor code.
 */
export function isOperated(path: string, kind: ComponentKind): boolean {
  const name = nameOf(path);
  if (isProse(name) || codeFile.test(name)) return false;
  return kind === 'operations' || operationsFile.test(name) || deployedFile.test(name);
}

/** Whether a file is there to be read by people: prose, licences, lists of authors. */
export function isProse(name: string): boolean {
  return proseFile.test(name);
}

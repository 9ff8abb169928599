const extension = /\.(?:ya?ml|jsonnet|libsonnet|json|tpl|rules|rule)$/i;
const likelyPart =
  /alert|rule|prometheus|monitor|observab|grafana|mixin|thanos|mimir|loki|victoria|(?:^|[-_.])slos?(?:[-_.]|$)/i;
// Someone else's, or made up: what is wrong there is no defect of this repository.
const elsewhere =
  /(?:^|\/)(?:node_modules|vendor(?:ed)?|third[-_]party|tests?|e2e|testdata|(?:__)?fixtures?(?:__)?|golden|\.git|\.github|\.gitlab)\//i;
const testName = /(?:^|\/)[^/]*(?:[-_.]tests?|fixture[^/]*)\.[a-z]+$/i;
const crowded = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|pnpm-lock|yarn-lock)\.(?:json|ya?ml)$/i;

const mostLikely = 2500;
const mostOthers = 1000;

/** Whether a file of that name and place may define alerts. */
export function isAlertPath(path: string): boolean {
  return extension.test(path) && !elsewhere.test(path) && !testName.test(path) && !crowded.test(path);
}

/**
 * The files that are worth being looked into for alerts: those whose path speaks of it, at most 2,500, and other YAML
 * files, at most 1,000, since rules stand under any name. Those with the shortest paths first.
 */
export function alertSources(paths: readonly string[]): readonly string[] {
  const found = paths.filter(isAlertPath).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const likely = found.filter(path => likelyPart.test(path));
  const others = found.filter(path => /\.ya?ml$/i.test(path) && !likelyPart.test(path));
  return [...likely.slice(0, mostLikely), ...others.slice(0, mostOthers)];
}

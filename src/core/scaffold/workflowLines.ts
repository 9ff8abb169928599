import { careful } from './commandLines';
import type { Fact } from './fact';
import { code, prose, sources } from './markdown';
import { type Lines, merged, more, said, wide } from './stubLines';

const tidying =
  /\b(?:lint\w*|shellcheck|codeql|psalm|phpstan|sonar\w*|analys[ie]s|scan\w*|format\w*|scorecard\w*|label\w*|stale|triage|assign\w*|greet\w*|welcome|cla|dependabot|lock|destroy\w*|clean-?up|tear-?down|prune)\b/i;

/** What runs by the clock; schedules of workflows that only check are left out. */
export function scheduleLines(facts: readonly Fact[]): Lines {
  const workflows = facts.filter(fact => fact.kind === 'workflow');
  const checks = new Set(workflows.filter(fact => !brings.test(wordsOf(fact))).map(fact => fact.path));
  const groups = merged(
    facts.filter(fact => !checks.has(fact.path)),
    ['schedule'],
    fact => `${fact.name} ${fact.value}`,
  );
  const lines = groups
    .slice(0, 10)
    .map(
      ([first, ...rest]) => `- ${code(first.name)}${wide(first)}: ${code(first.value)} ${sources([first, ...rest])}`,
    );
  return [...lines, ...more(groups.slice(10))];
}

const wordsOf = (workflow: Fact): string => `${workflow.name} ${workflow.path.split('/').at(-1)}`;

const brings =
  /\b(?:deploy\w*|release\w*|publish\w*|build\w*|images?|ship|promote|delivery|cd|rollback|migrat\w*|terraform|apply|backup\w*|restore|cron|nightly)\b/i;

const reverts = /\b(?:revert\w*|roll-?backs?)\b/i;

/** Workflows that take a change back, or a version where they are named for that. */
export function revertLines(facts: readonly Fact[]): Lines {
  return facts
    .filter(fact => fact.kind === 'workflow' && reverts.test(wordsOf(fact)))
    .slice(0, 3)
    .flatMap(fact => {
      const what = /\brevert/i.test(wordsOf(fact)) ? 'Take back a change' : 'Roll back';
      return [workflowLine(fact, `${what}${wide(fact)}, by workflow`), ...inputLines(fact, facts)];
    });
}

const workflowLine = (fact: Fact, what = 'Workflow'): string =>
  `- ${what} ${code(fact.name)}, runs on: ${prose(fact.value)} ${sources([fact])}`;

/** What a workflow asks for when it is run by hand. */
function inputLines(workflow: Fact, facts: readonly Fact[]): Lines {
  return facts
    .filter(fact => fact.kind === 'input' && fact.path === workflow.path)
    .slice(0, 6)
    .map(fact => `  - Run by hand it asks for ${code(fact.name)}${said(fact)} ${sources([fact])}`);
}

/** How it reaches production: steps of workflows, workflows that build and deploy, then what only checks it. */
export function deployLines(facts: readonly Fact[]): Lines {
  const ordered = [...facts].sort((a, b) => Number(a.wide ?? false) - Number(b.wide ?? false));
  const isLive = (fact: Fact): number =>
    /(?<![a-z])prod(?:uction)?(?![a-z])|\blive\b/i.test(`${fact.name} ${fact.value}`) ? 0 : 1;
  const steps = ordered
    .filter(fact => fact.kind === 'deploy')
    .sort((a, b) => isLive(a) - isLive(b))
    .slice(0, 8);
  const deploying = new Set(steps.map(fact => fact.path));
  const workflows = facts.filter(fact => fact.kind === 'workflow' && !reverts.test(wordsOf(fact)));
  const bringing = workflows.filter(fact => deploying.has(fact.path) || brings.test(wordsOf(fact)));
  const checking = workflows.filter(fact => !bringing.includes(fact));
  return [
    ...steps.map(fact => {
      const who = fact.name === 'README' ? 'The README says' : `Job ${code(fact.name)}${wide(fact)}`;
      const mark = careful(fact);
      return `- ${who}: ${code(fact.value)}${mark === '' ? '' : `: ${mark}`} ${sources([fact])}`;
    }),
    ...bringing.slice(0, 5).flatMap(fact => [workflowLine(fact), ...inputLines(fact, facts)]),
    ...checking
      .filter(fact => !tidying.test(wordsOf(fact)))
      .slice(0, 2)
      .map(fact => workflowLine(fact, 'Check by workflow')),
  ];
}

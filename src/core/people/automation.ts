import type { Signature } from './mailmap';

export type Actor = 'human' | 'bot' | 'agent';

/**
 * AI coding tools that commit under a name of their own. Matched against the whole address or the whole name, so that
 * a person called Claude or Devin stays a person.
 */
const agentAddresses = [
  /^noreply@anthropic\.com$/,
  /^(.*\+)?copilot@users\.noreply\.github\.com$/,
  /^(.*\+)?copilot-swe-agent\[bot\]@users\.noreply\.github\.com$/,
  /^cursoragent@cursor\.com$/,
  /^(.*\+)?cursor\[bot\]@users\.noreply\.github\.com$/,
  /^(.*\+)?(claude|devin-ai-integration|google-labs-jules|gemini-code-assist|gemini-cli|chatgpt-codex-connector|sweep-ai|openhands-agent|amazon-q-developer|codegen-sh|coderabbitai|openai-code-agent|factory-droid|qwencoder)(\[bot\])?@users\.noreply\.github\.com$/,
  /^(codex|noreply)@openai\.com$/,
  /^openhands@all-hands\.dev$/,
  /^amp@ampcode\.com$/,
  /^(noreply@)?aider(@|\.chat$)/,
  /^(noreply|no-reply|agent|ai|bot|opencode|windsurf|codeium|devin)@(opencode|windsurf|codeium|devin)\.(ai|com)$/,
  /^gemini-code-assist@google\.com$/,
];

const agentNames =
  /^(copilot|github copilot|copilot-swe-agent(\[bot\])?|claude code|claude (opus|sonnet|haiku|fable)\b.*|cursor agent|cursor(\[bot\])?|devin ai|devin-ai-integration(\[bot\])?|google-labs-jules(\[bot\])?|gemini-code-assist(\[bot\])?|openai codex|codex|openhands|aider( \(.*\))?|windsurf|opencode|sweep ai)$/i;

const botAddresses = [
  /\[bot\]@/,
  /^(bot|robot|ci|automation|builds?|buildbot|circleci|release-?bot)@/,
  /@travis-ci\.(org|com)$/,
  /^noreply@github\.com$/,
  /^(support|bot)@(dependabot|renovateapp|greenkeeper|snyk)\.(com|io)$/,
  /\b(dependabot|renovate|greenkeeper|semantic-release|snyk)-?(bot|preview)?@/,
];

const botNames =
  /(\[bot\]$)|(^(dependabot|dependabot-preview|renovate|renovate bot|greenkeeper|greenkeeperio|snyk|web-flow|github|github actions?|gitlab|mergify|bors|homu|travis ci|jenkins|circleci|codecov|allcontributors|imgbot|pyup|weblate|hosted weblate|crowdin|transifex|semantic-release|pre-commit-ci|pre-commit-ci-lite)$)|((^|[-_ .])(bot|robot)$)|(^(bot|robot)[-_ ])/i;

/** "ReleaseBot", "Release MergeBot"; with the case, since "Marc Lambot" is a person. */
const botInCamelCase = /[a-z](Bot|Robot)$/;

/** One word such as "stalebot", and the surnames of people that end so. */
const oneWordBot = /^\S*[a-z\d]bot$/i;
const surnameInBot = /(abbot|albot|elbot|cabot|ambot|ibot|turbot)$/i;

/**
 * Who is behind a signature. Bots keep a repository tidy, agents write what a human asked for; neither knows anything
 * the day after, so neither ever owns.
 */
export function actorOf({ name, email }: Signature): Actor {
  const address = email.toLowerCase();
  if (agentNames.test(name.trim()) || agentAddresses.some(pattern => pattern.test(address))) {
    return 'agent';
  }
  if (botAddresses.some(pattern => pattern.test(address))) {
    return 'bot';
  }
  return isBotName(name.trim()) ? 'bot' : 'human';
}

function isBotName(name: string): boolean {
  return botNames.test(name) || botInCamelCase.test(name) || (oneWordBot.test(name) && !surnameInBot.test(name));
}

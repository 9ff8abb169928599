import type { Signature } from './mailmap';

/*
 * AI coding tools sign in three ways: with an address of their own, with a login of their own at the host, or with no
 * more than a name. A name is weak: people are called Claude, Devin, Jules, Junie, Gemini or Cline. So a name that a
 * person could bear counts only beside an address that is no person's. Whoever changes what is here raises
 * `historyVersion`, since `namesAgent` is asked while a log is read.
 */

/** Addresses that belong to a tool whatever the name beside them. */
const addresses: ReadonlySet<string> = new Set([
  'noreply@anthropic.com',
  'cursoragent@cursor.com',
  'codex@openai.com',
  'openhands@all-hands.dev',
  'amp@ampcode.com',
  'aider@aider.chat',
  'qwen-coder@alibabacloud.com',
  'junie@jetbrains.com',
  'jules@google.com',
  'jules-agent@google.com',
  'gemini-cli@google.com',
  'gemini-cli-agent@google.com',
  'gemini-code-assist@google.com',
  'copilot@github.com',
  'opencode@sst.dev',
  'crush@charm.land',
  'goose@opensource.block.xyz',
  'grok@x.ai',
  'droid@factory.ai',
  'traecli@bytedance.com',
  'noemail@swe-agent.com',
  'kiro@amazon.com',
]);

/** Domains whose owner makes a coding tool; a service's mailbox there is the tool. */
const makers =
  /@(?:[a-z0-9-]+\.)*(?:anthropic\.com|openai\.com|cursor\.(?:com|sh)|all-hands\.dev|openhands\.dev|aider\.chat|opencode\.ai|ampcode\.com|sourcegraph\.com|cognition(?:-labs|labs)?\.(?:ai|com)|devin\.ai|windsurf\.(?:ai|com)|codeium\.com|cline\.bot|kilocode\.ai|roocode\.com|kiro\.dev|factory\.ai|continue\.dev|tabnine\.com|replit\.com|lovable\.dev|bolt\.new|stackblitz\.com|v0\.dev|v0\.app|augmentcode\.com|warp\.dev|zed\.dev|trae\.ai|moonshot\.(?:cn|ai)|charm\.land|codebuff\.com|x\.ai|deepseek\.com|mistral\.ai|blackbox\.ai|nousresearch\.com|coderabbit\.ai|codegen\.com|sweep\.dev|charlielabs\.ai|qodo\.ai|terragonlabs\.com|swe-agent\.com)$/;

/** Apps of the host, without the `[bot]` at their end. */
const apps =
  /^(?:claude|anthropic-claude|claude-code-action|copilot|copilot-swe-agent|cursor|cursoragent|devin-ai-integration|cognition-devin|google-labs-jules|jules-fleet|gemini-code-assist|gemini-cli|codex|openai-codex|openai-code-agent|chatgpt-codex-connector|sweep-ai|sweep-nightly|openhands-agent|openhands-ai|amazon-q-developer|amazon-q|amazonq|codegen-sh|coderabbitai|factory-droid|qwencoder|qwen-coder|opencode-agent|charliecreates|gpt-engineer-app|lovable-dev|lovable|bolt-new-by-stackblitz|v0|replit-agent|replit|cline|roomote|roomote-v0|kilocode-bot|continue|sourcegraph-cody|jetbrains-ai|junie-eap|jetbrains-junie|tabnine|augmentcode|ellipsis-dev|mentatbot|blackboxai|qodo-merge-pro|qodo-code-review|kiro-agent|warp-agent|terragon-labs|trae-agent)$/;

/** Logins of tools that have an account like a person's. */
const accounts =
  /^(?:copilot|claude|cursoragent|copilot-swe-agent|devin-ai-integration|google-labs-jules|gemini-code-assist|gemini-cli|chatgpt-codex-connector|openhands-agent|amazon-q-developer|codegen-sh|sweep-ai|coderabbitai|openai-code-agent|factory-droid|qwencoder|qwen-coder|gpt-engineer-app|lovable-dev|opencode-agent|replit-agent)$/;

/** Names that nobody bears. */
const certainNames =
  /^(?:(?:github )?copilot(?: (?:coding agent|agent|cli|chat|autofix(?: powered by ai)?|workspace|swe agent))?|copilot-swe-agent|claude[ -]?(?:code|cli|agent|bot)\b.*|claude (?:\d|opus|sonnet|haiku|fable|instant)\b.*|cursor[ -](?:agent|ai|bot|cli|ide)|cursoragent|devin[ -]ai|devin-ai-integration|google-labs-jules|google jules|jules agent|gemini[ -](?:cli|code assist|\d|pro|flash)\b.*|google gemini|(?:openai[ -])?codex(?: (?:cli|agent|cloud))?|openai(?: gpt.*)?|chat ?gpt\b.*|gpt-?\d.*|openhands(?:-agent| agent)?|opendevin|swe-agent|aider(?: \(.*\))?|aider-chat-bot|windsurf(?: (?:cascade|agent|ai))?|cascade \(windsurf\)|codeium|opencode(?: agent)?|sweep[ -]ai|amazon[ -]?q(?: developer)?|kiro[ -](?:agent|ai|cli)|(?:jetbrains junie|junie (?:agent|ai|by jetbrains))|replit(?: ai)?[ -]agent|gpt-engineer-app|lovable-dev|bolt\.new|v0\.dev|factory[ -]droid|qwen[ -]?(?:coder|code)\b.*|roo[ -]?code|kilo[ -]?code|amp[ -](?:code|agent)|sourcegraph (?:amp|cody)|cline (?:ai|agent|bot)|tabnine(?: agent)?|augment (?:agent|code)|zed agent|warp agent|hermes agent|kimi (?:code|cli|k\d.*)|grok (?:build|code|\d).*|trae agent|codebuff|antigravity(?: agent)?|google antigravity|rovo dev|mistral vibe|continue agent|ai (?:agent|assistant)|coding agent|llm agent)$/i;

/** Names of tools that a person, or a person's pet account, could bear as well. */
const possibleNames =
  /^(?:claude|gemini|devin|jules|junie|amp|cline|kiro|droid|goose|bolt|cursor|cascade|grok|qwen|roo|cody|auggie|augment|replit|lovable|v0|kimi|warp|zed|crush|hermes|deepseek|llama|mistral|trae|sweep|codegen|continue|bard|openai|anthropic|vibe|ai)(?:\[bot\])?$/i;

const hostLogin = /^(?:\d+\+)?([^@+]+?)(\[bot\])?@users\.noreply\.github\.com$/;

/** A mailbox that a program uses. */
const serviceMailbox = /^(?:no-?reply|do-?not-?reply|noemail|agents?|ai|bot|assistant|cli|service|opencode)@/;

/** A host that is not on the internet: what a tool's sandbox calls itself. */
const privateHost = /@(?:[^@.]+|.*\.(?:local|localhost|localdomain|internal|invalid|test|none|\(none\)))$/;

/** Whether an AI coding tool signs here as itself. A person who works with one stays a person. */
export function isAgent({ name, email }: Signature): boolean {
  const address = email.trim().toLowerCase();
  const called = name.trim();
  if (addresses.has(address) || certainNames.test(called.replace(/\[bot\]$/, ''))) {
    return true;
  }
  const login = hostLogin.exec(address);
  if (login) {
    return (login[2] ? apps : accounts).test(login[1] ?? '');
  }
  if (serviceMailbox.test(address) && makers.test(address)) {
    return true;
  }
  return possibleNames.test(called) && isNobodysMailbox(called.toLowerCase(), address);
}

function isNobodysMailbox(name: string, address: string): boolean {
  if (name.endsWith('[bot]') || address === '' || serviceMailbox.test(address)) {
    return true;
  }
  const isItsOwn = address.startsWith(`${name}@`);
  return isItsOwn && (makers.test(address) || privateHost.test(address) || address.endsWith('@google.com'));
}

const personWithTool = /^(\S.*\S) \((?:aider|with aider)\)$/i;

/** Aider puts itself behind the name of the person it works for: `Ann Example (aider)`. */
export function signsWithAgent({ name }: Signature): boolean {
  return personWithTool.test(name.trim());
}

/** A signature without the tool that the person works with. */
export function withoutAgent(signature: Signature): Signature {
  const person = personWithTool.exec(signature.name.trim())?.[1];
  return person === undefined ? signature : { ...signature, name: person };
}

/**
 * Whether a trailer that says who or what helped (`Assisted-by`, `Generated-by`) names an AI tool, as `Claude`,
 * `Claude:claude-opus-4`, `Cursor/gpt-5` or `Copilot <copilot@github.com>`. Projects thank people that way as well.
 */
export function namesAgent(text: string): boolean {
  const [, before = text, email = ''] = /^(.*?)\s*<([^<>]*)>/.exec(text) ?? [];
  const name = before.trim();
  if (isAgent({ name, email }) && (email !== '' || name !== '')) {
    return true;
  }
  const [tool = ''] = name.split(/[:/(,;]|\s+(?=v?\d)|\s+(?:using|with|via)\s/i);
  return email === '' && isAgent({ name: tool.trim(), email: '' }) && tool.trim() !== '';
}

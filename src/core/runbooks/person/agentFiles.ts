const agentFile =
  /(?:^|\/)(?:\.[\w-]+\/(?:agents|subagents|chatmodes)\/(?:[^/]+\/)*([^/]+?)(?:\.(?:agent|chatmode))?\.(?:md|ya?ml|toml|json)|([^/]+)\.agent\.md)$/i;

const forAgents =
  /(?:^|\/)(?:\.(?:claude|cursor|codex|gemini|windsurf|agents|continue|cline|roo)\/|\.github\/(?:agents|instructions|prompts|chatmodes|skills)\/|(?:SKILL|AGENTS|CLAUDE|GEMINI|copilot-instructions)\.md$)/;

/** Whether a page tells a program what to do, which asks a person for what it may not do: `.claude/skills/deploy.md`. */
export const isForAgents = (path: string): boolean => forAgents.test(path);

/** Names of the agents that files at these paths define, which pages speak to as to people: `.github/agents/deploy.md`. */
export function agentsIn(paths: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const match = agentFile.exec(path);
    const name = match?.[1] ?? match?.[2];
    if (name !== undefined) found.add(name);
  }
  return [...found];
}

import type { Fact } from '../fact';
import { isSecretName, shown } from '../redact';
import { yamlDocuments } from './yamlTree';

const variable = /\$\{([A-Z][A-Z0-9_]{2,60})(?::[^}]*)?\}/g;
const mostLines = 3000;

/**
 * What the configuration of a Spring application says: its port and the variables it is filled in with, by name. Of profiles
 * the port is left out, as only one of them counts.
 */
export function springFacts(path: string, text: string): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const [index, raw] of text.split('\n').slice(0, mostLines).entries()) {
    const line = raw.slice(0, 1000);
    if (/^\s*#/.test(line)) continue;
    for (const [, name = ''] of line.matchAll(variable))
      if (!facts.has(name))
        facts.set(name, {
          kind: isSecretName(name) ? 'secret' : 'environment',
          name,
          value: name,
          path,
          line: index + 1,
        });
  }
  const port = portOf(path, text);
  return port === null ? [...facts.values()] : [port, ...facts.values()];
}

function portOf(path: string, text: string): Fact | null {
  if (!/(?:^|\/)application\.(?:ya?ml|properties)$/.test(path)) return null;
  const at = (said: string, line: number): Fact | null =>
    /^\d{2,5}$|^\$\{/.test(said) ? { kind: 'port', name: said, value: shown(said), path, line } : null;
  if (path.endsWith('.properties')) {
    const lines = text.split('\n').slice(0, mostLines);
    const index = lines.findIndex(line => /^\s*server\.port\s*[=:]/.test(line));
    return index < 0 ? null : at((lines[index] ?? '').replace(/^[^=:]*[=:]/, '').trim(), index + 1);
  }
  const port = yamlDocuments(text)[0]?.get('server').entry('port') ?? null;
  return port === null ? null : at(port.value.text ?? '', port.line);
}

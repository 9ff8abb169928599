import { type YamlValue, yamlDocument } from './yamlTree';

// Stands for what a template fills in; of a private area of Unicode, so that no manifest means it.
const filledIn = '\uE000';

/** Whether a text of {@link templateYaml} holds something that is not known before the chart is installed. */
export const isFilledIn = (text: string): boolean => text.includes(filledIn);

/** A text with `…` for what a template fills in. */
export const knownPart = (text: string): string => text.replaceAll(filledIn, '…');

/**
 * A Helm template as YAML with as many lines. What the chart's own `values.yaml` says is put in, and what it switches off is
 * left out; other lines of nothing but braces become comments, other braces in a line a mark ({@link isFilledIn}), as does
 * `__IMAGE_TAG__`, which a script fills in. Any other text is left as it is.
 */
export function templateYaml(text: string, values: string): string {
  const plain = text.replace(/__[A-Z][A-Z0-9_]*__/g, filledIn);
  if (!plain.includes('{{')) return plain;
  const tree = yamlDocument(values);
  return withoutBraces(withValues(withoutOff(plain, tree), tree));
}

/** Whether a value switches off what asks for it; null for one that the chart's own values do not have. */
function isOff(tree: YamlValue, path: string): boolean | null {
  const value = path.split('.').reduce<YamlValue | null>((from, key) => from?.entry(key)?.value ?? null, tree);
  return value === null
    ? null
    : /^(?:false|)$/.test(value.text ?? '') && value.entries.length === 0 && value.items.length === 0;
}

/** Lines between `{{ if .Values.x }}` and its end are emptied where `x` is off, those of the `else` where it is on; other conditions are left open. */
function withoutOff(text: string, tree: YamlValue): string {
  // Of each open block: whether what follows is left out; null where that is not known.
  const open: (boolean | null)[] = [];
  return text
    .split('\n')
    .map(line => {
      for (const [, word = '', condition = ''] of line.matchAll(
        /\{\{-?\s*(if|with|range|define|block|else|end)\b([^}]*)\}\}/g,
      )) {
        const [, not, path] = /^\s*(not\s+)?\.Values\.([\w.]+)\s*-?\s*$/.exec(condition) ?? [];
        if (word === 'end') open.pop();
        else if (word === 'else') {
          const before = open.pop();
          open.push(/^\s*-?\s*$/.test(condition) && typeof before === 'boolean' ? !before : null);
        } else {
          const off = word === 'if' && path !== undefined ? isOff(tree, path) : null;
          open.push(off === null ? null : off !== (not !== undefined));
        }
      }
      return open.includes(true) && !/\{\{-?\s*(?:if|with|range|define|block|else|end)\b/.test(line) ? '#' : line;
    })
    .join('\n');
}

function withValues(text: string, tree: YamlValue): string {
  return text.replace(
    /\{\{-?\s*\.Values\.([\w.]+)\s*(?:\|\s*quote\s*)?-?\}\}/g,
    (whole, path: string) => tree.get(...path.split('.')).text ?? whole,
  );
}

function withoutBraces(text: string): string {
  let rest = text;
  let result = '';
  for (let open = rest.indexOf('{{'); open >= 0; open = rest.indexOf('{{')) {
    const close = rest.indexOf('}}', open);
    if (close < 0) break;
    result += `${rest.slice(0, open)}${filledIn}${rest.slice(open, close).replace(/[^\n]+/g, '')}`;
    rest = rest.slice(close + 2);
  }
  return `${result}${rest}`.replace(new RegExp(`^[ \\t${filledIn}]*${filledIn}[ \\t${filledIn}]*$`, 'gm'), '#');
}

import type { Fact } from './fact';
import type { Lines } from './stubLines';

const mostNeighbours = 16;
const longestLabel = 60;

/**
 * A text as the label of a node, in quotes. What Mermaid or the HTML it draws would read as markup is written as an
 * entity of Mermaid (`#35;`), which has no other way to quote.
 */
export function mermaidLabel(text: string): string {
  const line = [...text.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longestLabel).join('');
  return `"${line.replace(/[^\p{L}\p{N}\p{M} ./:,_()-]/gu, character => `#${character.codePointAt(0)};`) || ' '}"`;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
}

type Shape = 'box' | 'round' | 'store';

const drawn: Readonly<Record<Shape, (label: string) => string>> = {
  box: label => `[${label}]`,
  round: label => `([${label}])`,
  store: label => `[(${label})]`,
};

const storing =
  /(?:^|[-_./])(?:postgres(?:ql)?|mysql|mariadb|redis|valkey|mongo(?:db)?|memcached?|clickhouse|cassandra|dynamodb|elasticsearch|opensearch|sqlite|etcd|db|database|s3|minio|storage)(?:$|[-_./\d])/i;

/**
 * A flow chart of what needs the component, what it needs and where its data is, from its facts: compose files, manifests
 * and libraries. None where nothing is known of its surroundings. Valid whatever things are called.
 */
export function pictureOf(name: string, facts: readonly Fact[]): Lines {
  const names = (kind: Fact['kind'], of: (fact: Fact) => string): readonly string[] =>
    [...new Set(facts.filter(fact => fact.kind === kind).map(of))].slice(0, mostNeighbours);
  const ids = new Map<string, string>();
  const nodes: string[] = [];
  const node = (label: string, shape: Shape): string => {
    // What a compose file calls `kafka` and a library Kafka is one.
    const key = label.toLowerCase();
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `n${ids.size}`;
    ids.set(key, id);
    nodes.push(`  ${id}${drawn[shape](mermaidLabel(label))}`);
    return id;
  };
  const own = node(name, 'box');
  const arrows: Arrow[] = [
    ...names('link', fact => fact.value)
      .filter(host => !/^https?:/i.test(host))
      .map(host => ({ from: node(host, 'round'), to: own })),
    ...names('dependent', fact => fact.value).map(other => ({ from: node(other, 'box'), to: own })),
    ...[
      ...names('dependency', fact => fact.name),
      ...names('system', fact => fact.name),
      ...names('library', fact => fact.name),
    ].map(other => ({ from: own, to: node(other, storing.test(other) ? 'store' : 'box') })),
    ...names('volume', fact => (fact.storage === undefined ? (fact.name.split(':', 1)[0] ?? '') : ''))
      .filter(volume => volume !== '')
      .map(volume => ({ from: own, to: node(volume, 'store') })),
  ].filter(({ from, to }) => from !== to);
  if (arrows.length === 0) return [];
  const lines = [...new Set(arrows.map(({ from, to }) => `  ${from} --> ${to}`))];
  return ['```mermaid', 'flowchart LR', ...nodes, ...lines, '```'];
}

import type { Fact } from '../fact';
import { hasWord } from '../subject';

// What runs in a container of an image of that name, and the programs that speak to it.
const clients: readonly (readonly [image: RegExp, program: RegExp])[] = [
  [/postgres|postgis|pgvector|timescale/i, /\b(?:pg_\w+|psql|wal-g|barman|postgres\w*)\b/i],
  [/mysql|mariadb|percona/i, /\b(?:mysql\w*|mariadb[\w-]*|xtrabackup)\b/i],
  [/mongo/i, /\bmongo\w*\b/i],
  [/redis|valkey/i, /\b(?:redis|valkey)\b|\bbgsave\b/i],
  [/clickhouse/i, /\bclickhouse\b/i],
  [/elasticsearch|opensearch/i, /\b(?:elasticsearch|opensearch)\b|\/_snapshot\b/i],
  [/minio|seaweedfs/i, /\b(?:minio|seaweedfs|mc\s+mirror)\b/i],
];
const everyVolume = /\b(?:docker|podman|\$\w+)\s+volume\s+(?:ls|list)\b/i;

/** Whether a text names what facts say the component keeps its data in: its service, a volume, or a program for its store. */
export function keptIn(facts: readonly Fact[], text: string): boolean {
  const services = facts.filter(fact => fact.kind === 'composeService').map(fact => fact.name);
  const volumes = facts.filter(fact => fact.kind === 'volume' && fact.storage === undefined).map(fact => fact.name);
  if (volumes.length > 0 && everyVolume.test(text)) return true;
  if ([...services, ...volumes].some(name => hasWord(text, name.toLowerCase()))) return true;
  const images = facts.filter(fact => fact.kind === 'image').map(fact => fact.value);
  return clients.some(([image, program]) => images.some(each => image.test(each)) && program.test(text));
}

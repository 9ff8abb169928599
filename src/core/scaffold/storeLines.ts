import { baseImage, type Fact, initImage, type Storage } from './fact';
import { sources } from './markdown';
import { type Lines, valueLines } from './stubLines';

/** Where it keeps what it writes, and for how long that lasts: what is mounted from the work tree is no data of its own. */
export function volumeLines(facts: readonly Fact[]): Lines {
  return [
    ...valueLines('Stores in', facts.filter(isKept), ['volume'], 12),
    ...valueLines(
      'Stores in a volume without a name, which a new container does not find again',
      facts.filter(stored('unnamed')),
      ['volume'],
    ),
    ...valueLines('Writes to, and it is gone with the pod', facts.filter(stored('fleeting')), ['volume']),
  ];
}

const stored =
  (storage: Storage | undefined) =>
  (fact: Fact): boolean =>
    fact.kind === 'volume' && fact.storage === storage;

/** Volumes and claims, which outlive what writes to them. */
export const isKept = stored(undefined);

const keeping =
  /(?:^|\/)(?:\w*-)?(?:postgres\w*|postgis|mysql|mariadb|redis|valkey|mongo\w*|clickhouse\w*|elasticsearch|opensearch|kafka|rabbitmq|cassandra|couchdb|influxdb|minio|etcd|neo4j)(?:-server)?(?:[:@]|$)/i;

const isStore = (image: Fact): boolean =>
  // The value of a variable that names the image is not known: its own name tells, `$POSTGRES_IMAGE`.
  keeping.test(image.value.replace(/^\$\{?(\w+?)_?IMAGE\w*\}?.*$/i, '$1'));

/** The workload of a store that keeps its data in no volume, so that its next pod begins without it; null for none. */
export function fleetingWorkload(facts: readonly Fact[]): Fact | null {
  if (facts.some(isKept) || !facts.some(fact => fact.kind === 'image' && fact.name !== initImage && isStore(fact)))
    return null;
  return facts.find(fact => fact.kind === 'kubernetes' && /^(?:deployment|statefulset|pod)\//.test(fact.name)) ?? null;
}

/** That what a store writes is out of reach without its container or its pod, as no volume is named for it. */
export function fleetingLines(facts: readonly Fact[]): Lines {
  if (facts.some(isKept)) return [];
  const service = facts.find(fact => fact.kind === 'composeService');
  const isRun = (fact: Fact): boolean =>
    fact.kind === 'image' && (fact.name === baseImage || (fact.name === service?.name && fact.path === service.path));
  const workload = fleetingWorkload(facts);
  return [
    ...(service === undefined || !facts.some(fact => isRun(fact) && isStore(fact))
      ? []
      : [
          `- No volume is named for its data: stopping and starting keeps it, but once the container is removed, the next one begins without it ${sources([service])}`,
        ]),
    ...(workload === null
      ? []
      : [`- No claim is named for its data: the next pod begins without it ${sources([workload])}`]),
  ];
}

/** What fills its database when that is empty. */
export function seedLines(facts: readonly Fact[]): Lines {
  return valueLines('An empty database is filled from', facts, ['seed'], 4);
}

/** What is mounted from the work tree or the machine. */
export function mountLines(facts: readonly Fact[]): Lines {
  return valueLines('Mounts', facts.filter(stored('mounted')), ['volume'], 6);
}

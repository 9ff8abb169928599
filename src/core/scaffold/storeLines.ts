import { baseImage, type Fact, initImage, type Storage } from './fact';
import { sources } from './markdown';
import { type Lines, valueLines } from './stubLines';

/** Where it keeps what it writes, and for how long that lasts: what is mounted from the work tree is no data of its own. */
export function volumeLines(facts: readonly Fact[]): Lines {
  return [
    ...valueLines('Stores in', facts.filter(isKept), ['volume'], 12),
    ...valueLines(
      'Stores in a volume without a name, which is lost once the container is removed, not when `up` replaces it',
      facts.filter(stored('unnamed')),
      ['volume'],
    ),
    ...valueLines('Keeps in memory, and loses when it stops', facts.filter(stored('memory')), ['volume']),
    ...valueLines('Writes to, and loses with its pod', facts.filter(stored('fleeting')), ['volume']),
  ];
}

const stored =
  (storage: Storage | undefined) =>
  (fact: Fact): boolean =>
    fact.kind === 'volume' && fact.storage === storage;

/** Volumes and claims, which outlive what writes to them. */
export const isKept = stored(undefined);

const keeping =
  /(?:^|\/)(?:\w*-)?(?:postgres(?:ql)?\d*|postgis|mysql|mariadb|redis|valkey|mongo(?:db)?\d*|clickhouse\w*|elasticsearch|opensearch|kafka|rabbitmq|cassandra|couchdb|influxdb|minio|etcd|neo4j)(?:-server)?(?:[:@]|$)/i;

const isStore = (image: Fact): boolean =>
  // The value of a variable that names the image is not known: its own name tells, `$POSTGRES_IMAGE`.
  keeping.test(image.value.replace(/^\$\{?(\w+?)_?IMAGE\w*\}?.*$/i, '$1'));

/** Facts of compose files, and those of all the rest: a volume of the one keeps nothing of the other. */
function underCompose(facts: readonly Fact[]): readonly [readonly Fact[], readonly Fact[]] {
  const paths = new Set(facts.filter(({ kind }) => kind === 'composeService').map(({ path }) => path));
  return [facts.filter(({ path }) => paths.has(path)), facts.filter(({ path }) => !paths.has(path))];
}

/** Whether data may be kept where something of the machine is mounted: in no file, no configuration and nothing it only reads. */
function holdsData({ name }: Fact): boolean {
  const [, place = name, mode = ''] = /(?:^|:)(\/[^:]*?)\/?(?::([\w,]+))?$/.exec(name) ?? [];
  return !/(?:^|,)ro(?:,|$)/.test(mode) && !/^\/etc\/|^\/docker-entrypoint-initdb\.d$|\w\.[a-z]\w{0,7}$/i.test(place);
}

const isKeptSomewhere = (fact: Fact): boolean =>
  isKept(fact) ||
  (stored('mounted')(fact) && holdsData(fact)) ||
  (fact.kind === 'kubernetes' && fact.name.startsWith('persistentvolumeclaim/'));

/** The workload of a store that keeps its data in no claim, so that its next pod begins without it; null for none. */
export function fleetingWorkload(facts: readonly Fact[]): Fact | null {
  const [, others] = underCompose(facts);
  const isRun = (fact: Fact): boolean =>
    fact.kind === 'image' && fact.name !== initImage && (fact.name === baseImage || others.includes(fact));
  if (others.some(isKeptSomewhere) || !facts.some(fact => isRun(fact) && isStore(fact))) return null;
  return others.find(fact => fact.kind === 'kubernetes' && /^(?:deployment|statefulset|pod)\//.test(fact.name)) ?? null;
}

/** The service of a compose file that keeps its data in no volume, so that its next container begins without it; null for none. */
export function fleetingService(facts: readonly Fact[]): Fact | null {
  const [composed] = underCompose(facts);
  // Of what is kept in memory it is said that it does not even outlive a stop.
  if (composed.some(fact => isKeptSomewhere(fact) || stored('memory')(fact))) return null;
  const service = composed.find(fact => fact.kind === 'composeService');
  const isRun = (fact: Fact): boolean =>
    fact.kind === 'image' && (fact.name === baseImage || (fact.name === service?.name && fact.path === service.path));
  return service !== undefined && facts.some(fact => isRun(fact) && isStore(fact)) ? service : null;
}

/** That what a store writes is out of reach without its container or its pod, as no volume is named for it. */
export function fleetingLines(facts: readonly Fact[]): Lines {
  const service = fleetingService(facts);
  const workload = fleetingWorkload(facts);
  return [
    ...(service === null
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

/** What is mounted from the work tree, the machine or a storage elsewhere. */
export function mountLines(facts: readonly Fact[]): Lines {
  return valueLines('Mounts', facts.filter(stored('mounted')), ['volume'], 6);
}

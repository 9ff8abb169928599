import type { Fact, Storage } from '../fact';
import { shown } from '../redact';
import { isPassing } from './podFacts';
import type { YamlValue } from './yamlTree';

/** What a service of a compose file keeps or is given from outside, in the order in which it stands. */
export function composeVolumeFacts(path: string, service: YamlValue): readonly Fact[] {
  const volumes = service.get('volumes').items;
  const targets = volumes.map(volume => volume.get('target').text ?? (volume.text ?? '').split(':')[1] ?? '');
  return [
    ...volumes.flatMap((volume): readonly Fact[] => {
      const source = volume.get('source').text;
      const target = volume.get('target').text;
      const said = volume.text ?? (target === null ? null : source === null ? target : `${source}:${target}`);
      if (said === null || isMask(said, targets)) return [];
      const storage = storageOf(volume, said);
      if (storage === 'memory' && isPassing(said)) return [];
      const seed = /^(\.[^:]*):\/docker-entrypoint-initdb\.d(?:[:/]|$)/.exec(said)?.[1];
      const line = volume.isMap ? (volume.entry('target')?.line ?? volume.line) : volume.line;
      return [
        ...(seed === undefined ? [] : [{ kind: 'seed', name: seed, value: shown(seed), path, line } as const]),
        {
          kind: 'volume',
          name: said,
          // No colon before a place: what ends in `password` is a path, too.
          value: shown(said.replace(/:(ro|rw|z|cached|delegated)$/i, ' ($1)').replaceAll(':', ' → ')),
          path,
          line,
          ...(storage === undefined ? {} : { storage }),
        },
      ];
    }),
    ...service.get('tmpfs').texts.flatMap(({ text, line }): readonly Fact[] => {
      const place = text.replace(/:.*$/, '');
      return isPassing(place)
        ? []
        : [{ kind: 'volume', name: place, value: shown(place), path, line, storage: 'memory' }];
    }),
  ];
}

/** What is laid over a part of another leaves that part as the image has it: `/app/node_modules` in `.:/app`. */
const isMask = (said: string, targets: readonly string[]): boolean =>
  !said.includes(':') && targets.some(place => place !== '' && said.startsWith(`${place}/`));

/** What is no volume by name: `./data:/data` comes from the work tree, `/data` alone is found again by nobody. */
function storageOf(volume: YamlValue, said: string): Storage | undefined {
  const type = volume.get('type').text;
  if (type === 'tmpfs') return 'memory';
  if (type === 'bind' || (/^[./~$]/.test(said) && said.includes(':'))) return 'mounted';
  return said.startsWith('/') ? 'unnamed' : undefined;
}

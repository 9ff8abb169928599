import type { Fact } from '../fact';
import { shown } from '../redact';
import type { YamlValue } from './yamlTree';

/** What a service of a compose file keeps or is given from outside, in the order in which it stands. */
export function volumeFacts(path: string, volumes: readonly YamlValue[]): readonly Fact[] {
  const targets = volumes.map(volume => volume.get('target').text ?? (volume.text ?? '').split(':')[1] ?? '');
  return volumes.flatMap((volume): readonly Fact[] => {
    const source = volume.get('source').text;
    const target = volume.get('target').text;
    const said = volume.text ?? (target === null ? null : source === null ? target : `${source}:${target}`);
    // What is laid over a part of another leaves that part as the image has it: `/app/node_modules` in `.:/app`.
    if (said === null || targets.some(place => place !== '' && said.startsWith(`${place}/`))) return [];
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
        ...storageOf(volume, said),
      },
    ];
  });
}

/** What is no volume by name: `./data:/data` comes from the work tree, `/data` alone is found again by nobody. */
function storageOf(volume: YamlValue, said: string): Pick<Fact, 'storage'> {
  const type = volume.get('type').text;
  if (type === 'tmpfs') return { storage: 'unnamed' };
  if (type === 'bind' || (/^[./~$]/.test(said) && said.includes(':'))) return { storage: 'mounted' };
  return said.startsWith('/') ? { storage: 'unnamed' } : {};
}

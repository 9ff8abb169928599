import { type YamlValue, yamlDocument } from './yamlTree';

/** A host that a variable of a service names. */
export interface Address {
  readonly host: string;
  /** Its name, never its value. */
  readonly variable: string;
  readonly line: number;
}

// Who may call, or where callers are sent back to, is no address that it calls.
const notCalled = /CORS|ORIGIN|ALLOW|PROXY|CALLBACK|REDIRECT|PUBLIC|TRUSTED|SERVICE_NAME/i;
const addressed = /(?:ADDR|ADDRESS|HOST|HOSTNAME|URL|URI|ENDPOINT|SERVER|BROKER)(?:E?S)?$/i;
const longestValue = 500;

/** Whether a variable of that name holds the address of something that is called. */
export const isAddressName = (name: string): boolean => addressed.test(name) && !notCalled.test(name);

/**
 * Services that the variables of a compose service name as hosts: `redis://redis:6379`, `Host=db;`, `DB_HOST: db`. `hosts`: the
 * names of services; `environment`: values of the `.env` file, for variables that are passed on or refer to others.
 * Each host once; what cannot be filled in names none.
 */
export function addressesOf(
  variables: YamlValue,
  hosts: ReadonlySet<string>,
  environment: ReadonlyMap<string, string>,
): readonly Address[] {
  const listed = variables.items.map(item => {
    const [name = '', ...rest] = (item.text ?? '').split('=');
    return { name, value: rest.length === 0 ? (environment.get(name) ?? '') : rest.join('='), line: item.line };
  });
  const keyed = variables.entries.map(({ key, value, line }) => ({ name: key, value: value.text ?? '', line }));
  const found = new Map<string, Address>();
  for (const { name, value, line } of [...listed, ...keyed]) {
    if (notCalled.test(name)) continue;
    const whole = filledIn(value, environment).slice(0, longestValue);
    for (const [said, host = ''] of whole.matchAll(
      /(?:^|\/\/|@|,|\b(?:host|server|data source)=)([a-z][\w.-]*)(?=[:/,;?]|$)/gi,
    )) {
      // A name alone may be anything.
      if (said === whole && !isAddressName(name)) continue;
      // `a,b` may be a list of anything; with a port each is a host.
      if (said.startsWith(',') && !whole.includes(`${said}:`)) continue;
      if (hosts.has(host) && !found.has(host)) found.set(host, { host, variable: name, line });
    }
  }
  return [...found.values()];
}

/** A value with `$NAME`, `${NAME}` and `${NAME:-default}` filled in, what refers to others as well. */
function filledIn(value: string, environment: ReadonlyMap<string, string>, depth = 0): string {
  return depth > 4
    ? value
    : value.replace(
        /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
        (whole, braced?: string, usual?: string, bare?: string) => {
          const known = environment.get(braced ?? bare ?? '') ?? usual;
          return known === undefined ? whole : filledIn(known, environment, depth + 1);
        },
      );
}

/**
 * The services of some compose files, each with the file that is laid over the usual one or the profiles it runs with only;
 * '' for what runs by itself. `base`: the file that counts by itself; where there is none, every file does.
 */
export function composeHosts(
  paths: readonly string[],
  base: string | null,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (const path of paths) {
    for (const { key, value } of yamlDocument(texts.get(path) ?? '').get('services').entries) {
      const profiles = value.get('profiles').texts.map(({ text }) => text);
      const isLaidOver = base !== null && path !== base && !/(?:^|[.-])override\.ya?ml$/.test(path);
      const only = isLaidOver
        ? path
        : profiles.length > 0 && !profiles.includes('')
          ? `profile ${profiles.join(', ')}`
          : '';
      if (only === '' || !hosts.has(key)) hosts.set(key, only);
    }
  }
  return hosts;
}

/**
 * What git needs of the caller's environment. Everything else stays out: no `GIT_DIR`, no `GIT_CONFIG_*`, no
 * `GIT_TRACE`, no `GIT_EXTERNAL_DIFF` of a hook or terminal that started us.
 */
const passed = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'TMPDIR'];

/** Windows programs do not start without the first few; git finds its home, its system configuration and `sh` by the rest. */
const passedOnWindows = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ComSpec',
  'PATHEXT',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
];

/** Chooses the developer tools, and with them the git, on macOS. */
const passedOnMac = ['DEVELOPER_DIR'];

/**
 * The whole environment of every git process.
 *
 * No object is ever fetched: git 2.45 obeys `GIT_NO_LAZY_FETCH`; older ones try, and find that no transport is
 * allowed (`GIT_ALLOW_PROTOCOL` beats `protocol.*.allow` of any configuration), so `core.sshCommand`, credential and
 * remote helpers, and `ext::` URLs of a repository never run. `GIT_OPTIONAL_LOCKS=0` keeps reading commands from
 * writing the index. `GIT_FLUSH=0` lets `log` fill its buffer; it would else write each commit by itself into a pipe.
 * @param source the caller's environment; names are matched without case on Windows, where it may hold `Path`
 */
export function gitEnvironment(
  source: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Record<string, string> {
  const environment: Record<string, string> = {};
  const names = [
    ...passed,
    ...(platform === 'win32' ? passedOnWindows : []),
    ...(platform === 'darwin' ? passedOnMac : []),
  ];
  for (const name of names) {
    const value = variable(source, name, platform);
    if (value !== undefined) environment[name] = value;
  }
  return {
    ...environment,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_FLUSH: '0',
    GIT_PAGER: 'cat',
    PAGER: 'cat',
  };
}

/** One variable, found without case on Windows. */
export function variable(
  source: Readonly<Record<string, string | undefined>>,
  name: string,
  platform: NodeJS.Platform,
): string | undefined {
  const exact = source[name];
  if (exact !== undefined || platform !== 'win32') return exact;
  const lower = name.toLowerCase();
  const found = Object.keys(source).find(key => key.toLowerCase() === lower);
  return found === undefined ? undefined : source[found];
}

/**
 * Configuration laid over every command, as `key=value`. The first group keeps a hostile repository from running
 * programs; with it go rules for callers, who never ask for patches, text conversion or checkouts (`-p`, `--textconv`,
 * `--filters`), which could. The second keeps a configuration from changing what is printed. The last is for speed: we
 * have git read objects in an order in which the next one rests on those just read. With the 96 MiB that git keeps by default
 * it goes on to fresh memory each time, and listing or reading a whole history takes a tenth to a half longer.
 */
export const gitConfiguration: readonly string[] = [
  // Empty means off in all versions; before git 2.36 `false` would be the name of a program to run.
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'gc.auto=0',
  'maintenance.auto=false',

  'core.quotePath=false',
  'color.ui=false',
  'color.diff=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.showRoot=true',
  'diff.relative=false',
  'diff.orderFile=/dev/null',

  'core.deltaBaseCacheLimit=16m',
];

/** {@link gitConfiguration} as arguments that precede every command, and no pager. */
export const gitOptions: readonly string[] = ['--no-pager', ...gitConfiguration.flatMap(entry => ['-c', entry])];

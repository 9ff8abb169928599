import { nameOf } from '../../components/repositoryPath';
import type { Fact, FactKind } from '../fact';
import { shown } from '../redact';
import { outsideSystem } from './outsideSystems';

const mostLines = 3000;

/** How one kind of manifest writes things; the first group of each expression is the name or the version. */
interface Writing {
  readonly language: string;
  readonly version: RegExp | null;
  /** A library, on a line of its own. */
  readonly library: RegExp;
  /** A package of this repository that it builds on, by its path or name. */
  readonly local: RegExp | null;
  /** Only within these sections (TOML and JSON, Go blocks do not matter); null: anywhere. */
  readonly sections: RegExp | null;
  /** Programs that the manifest names, within a section of that name. */
  readonly program: { readonly section: RegExp; readonly entry: RegExp } | null;
}

const writings: readonly (readonly [RegExp, Writing])[] = [
  [
    /^go\.mod$/,
    {
      language: 'Go',
      version: /^go\s+([\d.]+)/,
      library: /^\s*(?:require\s+)?([\w.-]+\.[a-z]+\/[^\s]+)\s+v[\w.+-]+(?!.*\/\/ indirect)/,
      local: /=>\s*(\.{1,2}\/\S+)/,
      sections: null,
      program: null,
    },
  ],
  [
    /^pyproject\.toml$/,
    {
      language: 'Python',
      version: /^(?:requires-python|python)\s*=\s*"([^"]+)"/,
      library: /^\s*"?([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:[=<>~!^;"]|$)/,
      local: /\bpath\s*=\s*"([^"]+)"/,
      sections: /^(?:project|tool\.poetry\.dependencies|dependency-groups|tool\.poetry\.group\.main\.dependencies)$/,
      program: { section: /^(?:project\.scripts|tool\.poetry\.scripts)$/, entry: /^\s*"?([\w.-]+)"?\s*=\s*"([^"]+)"/ },
    },
  ],
  [
    /^requirements\.txt$/,
    {
      language: 'Python',
      version: null,
      library: /^([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:[=<>~!;]|$)/,
      local: /^-e\s+(\.{1,2}\/\S+)/,
      sections: null,
      program: null,
    },
  ],
  [
    /^Cargo\.toml$/,
    {
      language: 'Rust',
      version: /^rust-version\s*=\s*"([^"]+)"/,
      library: /^([\w-]+)\s*=/,
      local: /\bpath\s*=\s*"([^"]+)"/,
      sections: /^dependencies(?:\.|$)/,
      program: { section: /^\[bin\]$|^bin$/, entry: /^name\s*=\s*"([^"]+)"/ },
    },
  ],
  [
    /\.csproj$/,
    {
      language: '.NET',
      version: /<TargetFrameworks?>([^<]+)</,
      library: /<PackageReference\s+Include="([^"]+)"/,
      local: /<ProjectReference\s+Include="([^"]+)"/,
      sections: null,
      program: null,
    },
  ],
  [
    /^pom\.xml$/,
    {
      language: 'Java',
      version: /<(?:java\.version|maven\.compiler\.(?:release|target))>([^<${]+)</,
      library: /<artifactId>([^<]+)</,
      local: null,
      sections: null,
      program: null,
    },
  ],
  [
    /^build\.gradle(?:\.kts)?$/,
    {
      language: 'Java',
      version: /(?:JavaLanguageVersion\.of\(|JavaVersion\.VERSION_|jvmToolchain\()["']?(\d+)/,
      library: /\b(?:implementation|api|runtimeOnly)[\s(]+["'][\w.-]+:([\w.-]+)/,
      local: /\bproject\(\s*["']:?([\w:.-]+)["']/,
      sections: null,
      program: null,
    },
  ],
  [
    /^composer\.json$/,
    {
      language: 'PHP',
      version: /^\s*"php"\s*:\s*"([^"]+)"/,
      library: /^\s*"([\w.-]+\/[\w.-]+)"\s*:\s*"/,
      local: null,
      // The version that libraries are chosen for, `config.platform`, is not the one it asks for.
      sections: /^require$/,
      program: null,
    },
  ],
  [
    /^Gemfile$/,
    {
      language: 'Ruby',
      version: /^ruby\s+["']([^"']+)["']/,
      library: /^\s*gem\s+["']([\w-]+)["']/,
      local: /\bpath:\s*["']([^"']+)["']/,
      sections: null,
      program: null,
    },
  ],
  [
    /^mix\.exs$/,
    {
      language: 'Elixir',
      version: /\belixir:\s*"([^"]+)"/,
      library: /\{:(\w+),/,
      local: /\bpath:\s*"([^"]+)"/,
      sections: null,
      program: null,
    },
  ],
];

const tomlSection = /^\s*\[{1,2}([^\]]+)\]/;
const jsonSection = /^\s*"([\w.-]+)"\s*:\s*\{/;

/**
 * What a manifest of a build says: the language and its version, programs, libraries that talk to systems elsewhere, and
 * packages of this repository. Read by line, each way of writing by its own words; npm's is in `packageJson`.
 */
export function buildManifestFacts(path: string, text: string): readonly Fact[] {
  const writing = writings.find(([pattern]) => pattern.test(nameOf(path)))?.[1];
  if (writing === undefined) return [];
  const facts: Fact[] = [];
  let section = '';
  let isVersioned = false;
  const lines = text.split('\n').slice(0, mostLines);
  const add = (kind: FactKind, name: string, value: string, line: number): void => {
    if (!facts.some(fact => fact.kind === kind && fact.name === name))
      facts.push({ kind, name, value: shown(value), path, line });
  };
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 1000).replace(/\r$/, '');
    const at = index + 1;
    const opened = (/\.toml$/.test(path) ? tomlSection : /\.json$/.test(path) ? jsonSection : null)?.exec(line)?.[1];
    if (opened !== undefined) {
      section = opened.trim();
      continue;
    }
    if (/^\s*(?:#|\/\/|<!--)/.test(line)) continue;
    const isElsewhere = path.endsWith('.json') && writing.sections?.test(section) === false;
    const version = isVersioned || isElsewhere ? undefined : writing.version?.exec(line)?.[1]?.trim();
    if (version) {
      isVersioned = true;
      add('language', writing.language, `${writing.language} ${version}`, at);
      continue;
    }
    const program = writing.program?.section.test(section) ? writing.program.entry.exec(line) : null;
    if (program?.[1] !== undefined) {
      add('entryPoint', program[1], program[2] === undefined ? program[1] : `${program[1]} = ${program[2]}`, at);
      continue;
    }
    const local = writing.local?.exec(line)?.[1];
    if (local !== undefined) {
      add('library', local, local, at);
      continue;
    }
    if (writing.sections !== null && !writing.sections.test(section)) continue;
    const library = isBroughtAlong(lines, index) ? undefined : writing.library.exec(line)?.[1];
    const system = library === undefined ? null : outsideSystem(library);
    if (library !== undefined && system !== null) add('system', system, `${system} (library ${library})`, at);
  }
  return facts;
}

/** Whether the comment below a library says that only others ask for it, as `pip-compile` writes: `# via celery`. */
function isBroughtAlong(lines: readonly string[], index: number): boolean {
  if (!/^\s+#\s*via\b/.test(lines[index + 1] ?? '')) return false;
  const others = lines.slice(index + 1, index + 51);
  const end = others.findIndex(line => !/^\s+#/.test(line));
  return !others.slice(0, end < 0 ? others.length : end).some(line => /#(?:\s*via)?\s+-r\s/.test(line));
}

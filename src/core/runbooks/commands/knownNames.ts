import { envFileFacts } from '../../scaffold/facts/envFile';
import { yamlDocument } from '../../scaffold/facts/yamlTree';
import { commandSourceKind } from './commandSources';

/** The services of compose files and the variables of example environments. Files are read when first asked for. */
export class KnownNames {
  #services: ReadonlySet<string> | null = null;
  #variables: ReadonlySet<string> | null = null;
  #words: ReadonlySet<string> | null = null;

  /** @param texts of a repository's compose files and example environments, among others */
  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** Services of every compose file. */
  get services(): ReadonlySet<string> {
    this.#services ??= new Set(
      this.#of('compose').flatMap(([, text]) =>
        yamlDocument(text)
          .get('services')
          .entries.map(({ key }) => key),
      ),
    );
    return this.#services;
  }

  /** Variables that a `.env.example` or its like names. */
  get variables(): ReadonlySet<string> {
    this.#variables ??= new Set(
      this.#of('environment').flatMap(([path, text]) => envFileFacts(path, text, null).map(({ name }) => name)),
    );
    return this.#variables;
  }

  /** How many ports compose publishes. */
  get publishedPorts(): number {
    return this.#of('compose')
      .flatMap(([, text]) => yamlDocument(text).get('services').entries)
      .reduce((sum, { value }) => sum + value.get('ports').items.length, 0);
  }

  /** Whether a word stands in any file that defines commands, services or variables. */
  mentions(word: string): boolean {
    this.#words ??= new Set(
      [...this.texts]
        .filter(([path]) => commandSourceKind(path) !== null)
        .flatMap(([, text]) => text.slice(0, 256 * 1024).match(/[A-Za-z0-9_]{3,80}/g) ?? []),
    );
    return this.#words.has(word);
  }

  #of(kind: 'compose' | 'environment'): readonly [string, string][] {
    return [...this.texts].filter(([path]) => commandSourceKind(path) === kind);
  }
}

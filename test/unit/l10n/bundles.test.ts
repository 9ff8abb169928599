import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import schema from '../../../media/single-points.schema.json';
import { editorFiles, messagesOf, untranslated } from '../../support/messages';

type Bundle = Readonly<Record<string, string>>;

const languages = ['de', 'es', 'zh-cn'] as const;
const bundleOf = (language: string): Bundle => read(`l10n/bundle.l10n.${language}.json`);
const wordsOf = (language: string): Bundle => read(`package.nls.${language}.json`);
const english = read('l10n/bundle.l10n.json');
const manifestWords = read('package.nls.json');

const files = editorFiles();
const { literal, computed } = messagesOf(files);

/** Calls that hand on what is collected elsewhere: the adapter of the translator, failures, and the schema's words. */
const handedOn: Readonly<Record<string, string>> = {
  message: 'src/extension/text.ts',
  'error.sentence': 'src/extension/text.ts',
  sentence: 'src/analysis/workerAnalysis.ts',
  'rule.sentence': 'src/git/errors.ts',
  description: 'src/extension/settingsFile/settingsCompletions.ts',
};

describe('The messages of the editor', () => {
  it('are found in the sources', () => {
    assert.ok(files.length > 300, `${files.length} files`);
    assert.ok(literal.length > 700, `${literal.length} messages`);
  });

  it('are written out where they are translated, so that tools can collect them', () => {
    const wrong = computed.filter(({ place, text }) => handedOn[text] !== place.replace(/:\d+$/, ''));
    assert.deepEqual(wrong, []);
  });

  it('are never handed to the editor without the translator', () => {
    assert.deepEqual(untranslated(files.filter(({ fileName }) => fileName.startsWith('src/extension/'))), []);
  });

  it('are in the English bundle as they are, with what the schema of the settings file says, and nothing else', () => {
    const wanted = new Set([...literal.map(({ text }) => text), ...descriptionsIn(schema)]);
    assert.deepEqual(Object.keys(english), [...wanted].sort(byCodeUnit));
    for (const [message, text] of Object.entries(english)) assert.equal(text, message);
  });

  for (const language of languages) {
    it(`are all translated into ${language}, and nothing else is`, () => {
      assert.deepEqual(Object.keys(bundleOf(language)), Object.keys(english));
    });

    it(`keep in ${language} their placeholders, code, icons and the end of the sentence`, () => {
      const wrong = Object.entries(bundleOf(language)).flatMap(([message, text]) => {
        const isSame =
          text.trim() !== '' &&
          JSON.stringify(fixedParts(message)) === JSON.stringify(fixedParts(text)) &&
          /\.$/.test(message) === /[.。]$/.test(text) &&
          / $/.test(message) === / $/.test(text);
        return isSame ? [] : [`${message} → ${text}`];
      });
      assert.deepEqual(wrong, []);
    });
  }
});

describe('The words of the manifest', () => {
  for (const language of languages) {
    it(`are all in ${language}, with the same links, code and lines`, () => {
      const words = wordsOf(language);
      assert.deepEqual(Object.keys(words), Object.keys(manifestWords));
      const wrong = Object.entries(manifestWords).filter(([key, text]) => {
        const translated = words[key] ?? '';
        const same = (pattern: RegExp): boolean =>
          JSON.stringify([...text.matchAll(pattern)].map(String).sort()) ===
          JSON.stringify([...translated.matchAll(pattern)].map(String).sort());
        return translated.trim() === '' || !same(/\]\([^)]*\)|`[^`]*`|\n|…$/g);
      });
      assert.deepEqual(wrong, []);
    });

    it(`call a command in ${language} as its windows and links do`, () => {
      const words = wordsOf(language);
      const bundle = bundleOf(language);
      for (const [key, title] of Object.entries(manifestWords)) {
        for (const message of [title, title.replace(/…$/, '')]) {
          if (!key.startsWith('command.') || !Object.hasOwn(bundle, message)) continue;
          const expected = message === title ? words[key] : words[key]?.replace(/…$/, '');
          assert.equal(bundle[message], expected, key);
        }
      }
    });
  }

  it('ship', () => {
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    const { l10n } = JSON.parse(readFileSync('package.json', 'utf8')) as { l10n: string };
    assert.equal(l10n, './l10n');
    for (const language of languages) {
      assert.ok(existsSync(`l10n/bundle.l10n.${language}.json`));
      // English is in the sources.
      assert.ok(shipped.includes('!l10n/bundle.l10n.*.json'));
      assert.ok(shipped.includes('!package.nls.*.json'));
    }
  });
});

function read(file: string): Bundle {
  return JSON.parse(readFileSync(file, 'utf8')) as Bundle;
}

/** What has to be the same in every language, in any order. */
function fixedParts(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}|`[^`]*`|\$\([a-z-]+\)/g)].map(String).sort();
}

function descriptionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'description' in value && typeof value.description === 'string' ? [value.description] : [];
  return [...own, ...Object.values(value).flatMap(descriptionsIn)];
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

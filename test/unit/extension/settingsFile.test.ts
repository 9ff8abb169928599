import assert from 'node:assert/strict';
import schemaFile from '../../../media/single-points.schema.json';
import { allows, type Schema, schemaAt } from '../../../src/extension/settingsFile/schema';
import { keysBeside, yamlPlaceAt } from '../../../src/extension/settingsFile/yamlPlace';

const schema = schemaFile as object as Schema;

/** The place of `|` in a file. */
function placeIn(text: string): ReturnType<typeof yamlPlaceAt> {
  const [lines, line, character] = cut(text);
  return yamlPlaceAt(lines, line, character);
}

function cut(text: string): [lines: readonly string[], line: number, character: number] {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return [text.replace('|', '').split('\n'), before.length - 1, before.at(-1)?.length ?? 0];
}

describe('The place in a settings file', () => {
  it('is found by indentation, through lists', () => {
    assert.deepEqual(placeIn('|'), { path: [], key: null });
    assert.deepEqual(placeIn('exclude: |'), { path: [], key: 'exclude' });
    assert.deepEqual(placeIn('policy:\n  whatIf: fal|'), { path: ['policy'], key: 'whatIf' });
    const item = { path: ['components', '[]'], key: null };
    assert.deepEqual(placeIn('components:\n  - |'), item);
    assert.deepEqual(placeIn('components:\n  -|'), item);
    assert.deepEqual(placeIn('components:\n- na|'), item, 'a list right below its key');
    assert.deepEqual(placeIn('components:\n  - name: a\n    |'), item);
    assert.deepEqual(placeIn('components:\n  - name: a\n\n    # why\n    criticality: |'), {
      ...item,
      key: 'criticality',
    });
    assert.deepEqual(placeIn('people:\n  - name: a\n    away:\n      - from: x\n        |'), {
      ...{ path: ['people', '[]', 'away', '[]'], key: null },
    });
    assert.deepEqual(placeIn('policy:\n  people: false\nrun|'), { path: [], key: null });
  });

  it('is found in braces on one line', () => {
    assert.deepEqual(placeIn('policy: { |'), { path: ['policy'], key: null });
    assert.deepEqual(placeIn('policy: { whatIf: true, people: |'), { path: ['policy'], key: 'people' });
    assert.deepEqual(placeIn('components: [{ na|'), { path: ['components', '[]'], key: null });
  });

  it('has beside it the keys of its own mapping only', () => {
    const beside = (text: string): string[] => [...keysBeside(...cut(text))].sort();
    assert.deepEqual(beside('exclude: []\n|\npolicy:\n  people: true\n'), ['exclude', 'policy']);
    assert.deepEqual(beside('components:\n  - name: a\n    |\n    paths: []\n  - name: b\n    criticality: low\n'), [
      ...['name', 'paths'],
    ]);
    assert.deepEqual(beside('components:\n  - name: a\n  - |\n    paths: []\n'), ['paths']);
  });
});

describe('The schema of the settings file', () => {
  it('answers for every place, through references, alternatives and patterns', () => {
    assert.ok(schemaAt(schema, [])?.properties?.['components']);
    assert.deepEqual(schemaAt(schema, ['components', '[]', 'criticality'])?.enum, ['high', 'normal', 'low']);
    assert.match(schemaAt(schema, ['exclude'])?.description ?? '', /count for nothing/);
    assert.match(schemaAt(schema, ['people', '[]', 'away', 'from'])?.description ?? '', /First day/);
    assert.match(schemaAt(schema, ['people', '[]', 'away', '[]', 'until'])?.description ?? '', /Last day/);
    assert.ok(schemaAt(schema, ['runbooks', 'rules', 'RB003'])?.enum?.includes('off'));
    for (const path of [['colour'], ['runbooks', 'rules', 'RB3'], ['constructor'], ['exclude', 'a']]) {
      assert.equal(schemaAt(schema, path), undefined, path.join());
    }
  });

  it('tells which shape a value has', () => {
    assert.ok(allows(schemaAt(schema, ['exclude']) ?? {}, 'array'));
    assert.ok(allows(schemaAt(schema, ['policy', 'whatIf']) ?? {}, 'boolean'));
    assert.ok(allows(schemaAt(schema, ['policy']) ?? {}, 'object'));
    assert.ok(!allows(schemaAt(schema, ['accepted', '[]', 'until']) ?? {}, 'object'));
  });

  it('describes every key', () => {
    const undescribed: string[] = [];
    const walk = (at: Schema, path: string): void => {
      for (const [name, below] of Object.entries(at.properties ?? {})) {
        if (!below.description) undescribed.push(`${path}.${name}`);
        walk(below, `${path}.${name}`);
      }
      if (at.items) walk(at.items, `${path}[]`);
      for (const below of Object.values(at.definitions ?? {})) walk(below, 'definitions');
    };
    walk(schema, '');
    assert.deepEqual(undescribed, []);
  });
});

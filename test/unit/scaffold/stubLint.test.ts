import assert from 'node:assert/strict';
import { classifyRunbook } from '../../../src/core/runbooks/classify';
import { readDocument } from '../../../src/core/runbooks/document';
import { pageRules } from '../../../src/core/runbooks/lint/rules';
import { writeAlertStub } from '../../../src/core/scaffold/alertStub';
import { writeStub } from '../../../src/core/scaffold/stub';
import { defaultSettings } from '../../../src/core/settings';
import { lintText, messages, repositoryView } from '../runbooks/lint/lintText';
import { emptyMaterial, exampleAlert, fullMaterial } from './exampleMaterial';

const types = ['service', 'procedure', 'playbook'] as const;
/** The files that the facts of the example stand in. */
const texts = new Map([
  ['Makefile', 'deploy:\n\t./ship\nstop:\n\trm -rf x\n'],
  ['compose.yaml', 'services:\n  cart:\n    image: cart\n'],
  ['docs/runbooks/keys.md', '# Keys\n'],
]);
const repository = repositoryView({ paths: new Set([...texts.keys(), 'docs/runbooks/cart.md']), texts });
const found = (path: string, text: string, type: (typeof types)[number] | 'alert'): readonly string[] =>
  messages(lintText(pageRules, text, { path, type, repository }));

describe('A draft before our own rules', () => {
  for (const type of types) {
    it(`is a ${type} page, and lacks nothing but what its open questions ask for`, () => {
      for (const material of [fullMaterial, emptyMaterial]) {
        const { path, markdown } = writeStub({ ...material, type });
        assert.equal(classifyRunbook(path, readDocument(markdown), 'named', defaultSettings), type);
        assert.deepEqual(found(path, markdown, type), []);
      }
    });
  }

  it('is an alert page, and lacks nothing else either', () => {
    const { path, markdown } = writeAlertStub({
      ...fullMaterial,
      alert: exampleAlert,
    });
    assert.equal(classifyRunbook(path, readDocument(markdown), 'named', defaultSettings), 'alert');
    assert.deepEqual(found(path, markdown, 'alert'), []);
  });
});

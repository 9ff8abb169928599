import assert from 'node:assert/strict';
import fastCheck from 'fast-check';
import { parseSettingsFile } from '../../../src/core/components/settingsFile';
import { type AcceptedEntry, acceptedLines } from '../../../src/extension/acceptedRisks';
import { fileWithEntry, insertEntry } from '../../../src/extension/settingsList';

const entry: AcceptedEntry = { subject: { component: 'payments' }, until: '2030-01-31', why: 'a second person starts' };

describe('An entry in a list of the settings file', () => {
  it('makes a file where there is none', () => {
    assert.deepEqual(acceptedIn(fileWithEntry('accepted', acceptedLines(entry))), [
      ['payments', '2030-01-31', 'a second person starts'],
    ]);
  });

  it('makes a list at the end of a file without one', () => {
    const file = 'exclude: [old/**]\n';
    assert.equal(inserted(file, entry), `${file}${fileWithEntry('accepted', acceptedLines(entry))}`);
  });

  it('ends the last line of a file that is open', () => {
    assert.deepEqual(parseSettingsFile(inserted('exclude: [old/**]', entry)).problems, []);
  });

  it('goes to the head of a list, indented as its entries are', () => {
    const file = 'accepted: # by the team\n- component: labels\n  until: 2029-01-01\n';
    assert.equal(
      inserted(file, entry),
      'accepted: # by the team\n- component: payments\n  until: 2030-01-31\n  why: a second person starts\n' +
        '- component: labels\n  until: 2029-01-01\n',
    );
  });

  it('fills an empty list', () => {
    assert.deepEqual(acceptedIn(inserted('accepted:\nexclude: [a]\n', entry))[0]?.[0], 'payments');
  });

  it('keeps the ends of lines as they are', () => {
    const text = inserted('accepted:\r\n  - path: a.ts\r\n    until: 2029-01-01\r\n', entry);
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(acceptedIn(text).length, 2);
  });

  it('leaves a list in one line to the person', () => {
    assert.equal(
      insertEntry('accepted: [{ component: a, until: 2029-01-01 }]\n', 'accepted', acceptedLines(entry)),
      null,
    );
    assert.equal(insertEntry('accepted: []\n', 'accepted', acceptedLines(entry)), null);
  });

  it('stands beside other lists', () => {
    const file = "teams:\n  - name: payments\n    people: ['@ann']\n";
    const insertion = insertEntry(file, 'teams', ['name: shop/on-call']);
    assert.deepEqual(insertion, { line: 1, text: '  - name: shop/on-call\n' });
    const names = parseSettingsFile(fileWithEntry('teams', ['name: shop/on-call'])).settings.teams;
    assert.deepEqual(names, [{ name: 'shop/on-call', people: [] }]);
  });

  it('is read back as it was written, whatever its texts are', () => {
    // The reader of the file takes white space from the ends.
    const text = fastCheck
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map(value => value.trim())
      .filter(value => value !== '');
    fastCheck.assert(
      fastCheck.property(text, fastCheck.string({ unit: 'grapheme', maxLength: 40 }), (component, why) => {
        const file = inserted('exclude: [a]\n', { subject: { component }, until: '2030-01-31', why });
        assert.deepEqual(parseSettingsFile(file).problems, []);
        assert.deepEqual(acceptedIn(file), [[component, '2030-01-31', why.trim()]]);
      }),
    );
  });
});

function inserted(file: string, added: AcceptedEntry): string {
  const insertion = insertEntry(file, 'accepted', acceptedLines(added));
  assert.ok(insertion);
  const lines = file.split(/(?<=\n)/);
  return [...lines.slice(0, insertion.line), insertion.text, ...lines.slice(insertion.line)].join('');
}

function acceptedIn(file: string): [string, string, string][] {
  const { accepted } = parseSettingsFile(file).settings;
  return [...accepted].map(([subject, { until, why }]) => [subject, until, why]);
}

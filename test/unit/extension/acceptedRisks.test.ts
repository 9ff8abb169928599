import assert from 'node:assert/strict';
import fastCheck from 'fast-check';
import { parseSettingsFile } from '../../../src/core/components/settingsFile';
import { type AcceptedEntry, acceptedFile, insertAccepted } from '../../../src/extension/acceptedRisks';

const entry: AcceptedEntry = { subject: { component: 'payments' }, until: '2030-01-31', why: 'a second person starts' };

describe('An accepted risk in the settings file', () => {
  it('makes a file where there is none', () => {
    assert.deepEqual(acceptedIn(acceptedFile(entry)), [['payments', '2030-01-31', 'a second person starts']]);
  });

  it('makes a list at the end of a file without one', () => {
    const file = 'exclude: [old/**]\n';
    assert.equal(inserted(file, entry), `${file}${acceptedFile(entry)}`);
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
    assert.equal(insertAccepted('accepted: [{ component: a, until: 2029-01-01 }]\n', entry), null);
    assert.equal(insertAccepted('accepted: []\n', entry), null);
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
  const insertion = insertAccepted(file, added);
  assert.ok(insertion);
  const lines = file.split(/(?<=\n)/);
  return [...lines.slice(0, insertion.line), insertion.text, ...lines.slice(insertion.line)].join('');
}

function acceptedIn(file: string): [string, string, string][] {
  const { accepted } = parseSettingsFile(file).settings;
  return [...accepted].map(([subject, { until, why }]) => [subject, until, why]);
}

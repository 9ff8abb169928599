import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasAnchor, pageAnchors, slugOf } from '../../../src/core/runbooks/anchors';
import { readDocument } from '../../../src/core/runbooks/document';

const anchorsOf = (text: string): readonly string[] => [...pageAnchors(readDocument(text))];
const finds = (text: string, fragment: string): boolean => hasAnchor(pageAnchors(readDocument(text)), fragment);

describe('Anchors of a page', () => {
  it('are what GitHub makes of its headings', () => {
    assert.equal(slugOf('Alert Name: "KubePodCrashLooping"'), 'alert-name-kubepodcrashlooping');
    assert.equal(slugOf('Roll back & wait'), 'roll-back--wait');
    assert.equal(slugOf('node_exporter (v1.2)'), 'node_exporter-v12');
    assert.equal(slugOf('🚀 Deploy'), '-deploy');
    assert.equal(slugOf('障害対応 手順'), '障害対応-手順');
    assert.equal(slugOf('Größe prüfen'), 'größe-prüfen');
    assert.equal(slugOf('हिन्दी'), 'हिन्दी');
  });

  it('tell equal headings apart by a number', () => {
    assert.deepEqual(anchorsOf('# Fix\n\n## Fix\n\n### Fix\n'), ['fix', 'fix-1', 'fix-2']);
  });

  it('read headings as they are shown: code, links and entities, no pictures', () => {
    assert.deepEqual(anchorsOf('## `oc get` [pods](https://example.org) &amp; more\n'), ['oc-get-pods--more']);
    assert.deepEqual(anchorsOf('## ![a picture](a.png) Disk\n'), ['-disk']);
    assert.deepEqual(anchorsOf('Disk\n====\n'), ['disk']);
  });

  it('are what authors name themselves, too', () => {
    assert.ok(finds('<a name="disk-full"></a>\n## Disk\n', 'disk-full'));
    assert.ok(finds("## <a id='DiskFull'></a>Disk\n", 'diskfull'));
    assert.ok(finds('## Disk {#disk-full .wide}\n', 'disk-full'));
    assert.ok(finds('## Disk {#disk-full}\n', 'disk'));
    assert.ok(finds('## Disk {: #disk-full }\n', 'disk-full'));
    assert.ok(finds('<h2 align="center">Disk <b>full</b></h2>\n', 'disk-full'));
  });

  it('are not what stands in code and in tables', () => {
    assert.deepEqual(anchorsOf('```\n# Fix\n<a name="x">\n```\n\n| Fix |\n|---|\n| Now |\n'), []);
  });
});

describe('A link to an anchor', () => {
  it('finds it whatever the case, encoded or with the prefix of GitHub', () => {
    assert.ok(finds('## Disk\n', 'Disk'));
    assert.ok(finds('## 障害\n', '%E9%9A%9C%E5%AE%B3'));
    assert.ok(finds('## ⚙️ Set up\n', '-set-up'));
    assert.ok(finds('## Disk\n', 'user-content-disk'));
    assert.ok(!finds('## Disk\n', 'disks'));
    assert.ok(!finds('## Disk\n', '%E9%'));
  });

  it('finds lines, passages and the page as a whole on any page', () => {
    for (const fragment of ['', 'L10', 'L10-L20', 'top', 'readme', ':~:text=disk']) assert.ok(finds('', fragment));
    assert.ok(!finds('', 'load'));
  });

  it('finds the anchor of any heading on its page', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter(text => /^[\p{L}\p{N} ]+$/u.test(text));
    fc.assert(fc.property(word, text => finds(`## x${text}\n`, slugOf(`x${text}`.trim()))));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (text, fragment) => typeof finds(text, fragment) === 'boolean',
      ),
    );
  });
});

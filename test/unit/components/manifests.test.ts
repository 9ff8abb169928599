import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isManifest, manifestPaths, mostManifests, readManifest } from '../../../src/core/components/manifests';

describe('manifests', () => {
  const read = (path: string, text?: string): readonly (string | number | boolean)[][] =>
    readManifest(path, text).map(({ name, kind, folder, line, workspace }) => [name, kind, folder, line, workspace]);

  it('reads the name, the folder and the line of every ecosystem', () => {
    const cases: readonly (readonly [string, string, string, string, string, number])[] = [
      ['packages/core/package.json', '{\n  "name": "@acme/core"\n}', '@acme/core', 'npm', 'packages/core', 2],
      ['apps/web/project.json', '{"name": "web", "targets": {}}', 'web', 'npm', 'apps/web', 1],
      ['svc/go.mod', '// x\nmodule example.com/acme/pay/v2\n', 'pay', 'go', 'svc', 2],
      ['crates/a/Cargo.toml', '[package]\nname = "alpha"\n', 'alpha', 'cargo', 'crates/a', 2],
      ['py/pyproject.toml', '[project]\nname = "p"\n', 'p', 'python', 'py', 2],
      ['py/pyproject.toml', '[tool.poetry]\nname = "q"\n', 'q', 'python', 'py', 2],
      ['py/setup.py', 'setup(\n  name="s",\n)', 's', 'python', 'py', 2],
      ['py/setup.cfg', '[flake8]\nname = x\n[metadata]\nname = t\n', 't', 'python', 'py', 4],
      ['src/Cart/Shop.Cart.csproj', '', 'Shop.Cart', 'dotnet', 'src/Cart', 1],
      ['gem/rack-x.gemspec', '', 'rack-x', 'ruby', 'gem', 1],
      ['php/composer.json', '{"name": "acme/mail"}', 'acme/mail', 'composer', 'php', 1],
      ['ex/mix.exs', 'def project do\n  [app: :shop]', 'shop', 'mix', 'ex', 2],
      ['fl/pubspec.yaml', 'name: shop_app\n', 'shop_app', 'pub', 'fl', 1],
      ['helm/Chart.yaml', 'apiVersion: v2\nname: shop\n', 'shop', 'helm', 'helm', 2],
      ['infra/dns/main.tf', '', 'dns', 'terraform', 'infra/dns', 1],
      ['ansible/roles/web/tasks/main.yml', '', 'web', 'ansible', 'ansible/roles/web', 1],
      ['svc/Dockerfile', '', 'svc', 'docker', 'svc', 1],
      ['lib/CMakeLists.txt', '\nproject("Kj Lib")', 'Kj Lib', 'cmake', 'lib', 2],
    ];
    for (const [path, text, name, kind, folder, line] of cases) {
      assert.deepEqual(read(path, text), [[name, kind, folder, line, false]], path);
    }
  });

  it('takes the artifact of a pom, not that of its parent', () => {
    const pom = '<project>\n<parent><artifactId>top</artifactId></parent>\n<artifactId>codec</artifactId></project>';
    assert.deepEqual(read('codec/pom.xml', pom), [['codec', 'maven', 'codec', 3, false]]);
    const aggregator = '<project><artifactId>top</artifactId><modules><module>codec</module></modules></project>';
    assert.deepEqual(read('pom.xml', aggregator), [['top', 'maven', '', 1, true]]);
  });

  it('reads where settings.gradle puts the projects it includes', () => {
    const settings = "include ':cart', ':pay'\nproject(':pay').projectDir = file('libs/pay')\n";
    assert.deepEqual(
      readManifest('settings.gradle', settings).map(({ folder, name }) => [folder, name]),
      [
        ['', ''],
        ['cart', 'cart'],
        ['libs/pay', 'pay'],
      ],
    );
  });

  it('reads the names of Swift and Bazel modules', () => {
    const swift = readManifest('kit/Package.swift', 'let package = Package(\n  name: "CartKit",\n)');
    const bazel = readManifest('rules/MODULE.bazel', 'module(\n    name = "rules_cart",\n    version = "1",\n)');
    assert.deepEqual(
      [...swift, ...bazel].map(({ name, kind, folder }) => [name, kind, folder]),
      [
        ['CartKit', 'swift', 'kit'],
        ['rules_cart', 'bazel', 'rules'],
      ],
    );
  });

  it('reads the projects that settings.gradle includes', () => {
    const settings = "rootProject.name = 'shop'\ninclude ':cart', ':libs:money'\n";
    assert.deepEqual(read('settings.gradle', settings), [
      ['shop', 'gradle', '', 1, true],
      ['cart', 'gradle', 'cart', 2, false],
      ['money', 'gradle', 'libs/money', 2, false],
    ]);
  });

  it('knows workspaces from packages, and tool settings from both', () => {
    assert.deepEqual(read('package.json', '{"name": "all", "workspaces": ["packages/*"]}')[0]?.at(-1), true);
    assert.deepEqual(read('Cargo.toml', '[workspace]\nmembers = ["a"]')[0]?.at(-1), true);
    assert.deepEqual(read('go.work', 'use ./a')[0]?.at(-1), true);
    assert.deepEqual(read('esm/package.json', '{"type": "module"}'), []);
    assert.deepEqual(read('x/pyproject.toml', '[tool.black]\nline-length = 100'), []);
    assert.deepEqual(read('x/CMakeLists.txt', 'add_library(x x.cc)'), []);
  });

  it('gives a malformed manifest the name of its folder', () => {
    for (const path of [
      'svc/package.json',
      'svc/Cargo.toml',
      'svc/pyproject.toml',
      'svc/composer.json',
      'svc/go.mod',
    ]) {
      assert.equal(read(path, '{"name": [')[0]?.[0], 'svc', path);
    }
    assert.equal(read('svc/package.json')[0]?.[0], 'svc');
    assert.equal(read('svc/package.json', '{"name": {"a": 1}, "scripts": {}}')[0]?.[0], 'svc');
    assert.equal(read('svc/package.json', '{"__proto__": {"name": "x"}, "scripts": {}}')[0]?.[0], 'svc');
  });

  it('looks neither into fixtures, nor examples, nor templates', () => {
    for (const path of [
      'test/app/package.json',
      'x/fixtures/go.mod',
      'examples/a/Cargo.toml',
      'templates/app/pom.xml',
    ]) {
      assert.ok(!isManifest(path), path);
    }
    assert.ok(isManifest('example/pom.xml') && isManifest('testsuite/pom.xml') && isManifest('package.json'));
  });

  it('asks for a bounded list, shallow ones first', () => {
    const paths = Array.from({ length: mostManifests + 10 }, (_, index) => `deep/er/p${index}/package.json`);
    const asked = manifestPaths([...paths, 'package.json']);
    assert.equal(asked.length, mostManifests);
    assert.equal(asked[0], 'package.json');
  });

  it('never throws, whatever a manifest holds', () => {
    const path = fc.constantFrom(
      'a/package.json',
      'a/project.json',
      'a/go.mod',
      'a/Cargo.toml',
      'a/pom.xml',
      'a/settings.gradle.kts',
      'a/pyproject.toml',
      'a/setup.py',
      'a/setup.cfg',
      'a/composer.json',
      'a/mix.exs',
      'a/pubspec.yaml',
      'a/CMakeLists.txt',
      'a/pnpm-workspace.yaml',
    );
    const text = fc.oneof(fc.string(), fc.json(), fc.constant('<a>'.repeat(5000)), fc.constant('['.repeat(50_000)));
    fc.assert(fc.property(path, text, (manifest, content) => Array.isArray(readManifest(manifest, content))));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excludedReason, type PathAttributes } from '../../../src/core/components/excluded';
import { compileGlobs } from '../../../src/core/components/glob';

const none: PathAttributes = new Map();

function reasonOf(path: string): string | null {
  return excludedReason(path, '100644', none, null);
}

describe('excluded files', () => {
  it('tells submodules and symbolic links by their mode', () => {
    assert.equal(excludedReason('lib/foreign', '160000', none, null), 'submodule');
    assert.equal(excludedReason('docs/README.md', '120000', none, null), 'symlink');
  });

  it('leaves out what was copied in, and keeps what the project wrote beside it', () => {
    for (const path of [
      'vendor/github.com/pkg/errors/errors.go',
      'app/node_modules/left-pad/index.js',
      'third_party/zlib/inflate.c',
      'deps/hiredis/hiredis.c',
      'ios/Pods/AFNetworking/AFURLSession.m',
      'gradlew',
      '.yarn/releases/yarn-4.0.0.cjs',
      'web/js/jquery-3.6.0.js',
      'web/js/jquery.js',
    ]) {
      assert.equal(reasonOf(path), 'vendored', path);
    }
    for (const path of [
      'deps/Makefile',
      'src/deps/graph.c',
      'src/vendor.ts',
      'src/jquery.js',
      'lib/myjquery.js',
      'vendors.md',
    ]) {
      assert.equal(reasonOf(path), null, path);
    }
  });

  it('leaves out the output of generators, but not the generators', () => {
    for (const path of [
      'api/user.pb.go',
      'api/user_pb2.py',
      'lib/model.g.dart',
      'src/__snapshots__/view.test.ts.snap',
      'src/api/generated/client.ts',
      'web/app.css.map',
      'dist/index.js',
      'Form1.Designer.cs',
      'db/schema.rb',
    ]) {
      assert.equal(reasonOf(path), 'generated', path);
    }
    for (const path of [
      'tools/gen.go',
      'tools/docs_gen.py',
      'src/generator/index.ts',
      'dist/rpm/service.spec',
      'test/schema/schema.rb',
    ]) {
      assert.equal(reasonOf(path), null, path);
    }
  });

  it('leaves out lock files of every ecosystem and minified files', () => {
    for (const name of [
      'package-lock.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lockb',
      'Gemfile.lock',
      'Cargo.lock',
      'go.sum',
      'poetry.lock',
      'uv.lock',
      'pylock.toml',
      'composer.lock',
      'mix.lock',
      'pubspec.lock',
      'Podfile.lock',
      'Package.resolved',
      'packages.lock.json',
      'gradle.lockfile',
      'flake.lock',
      '.terraform.lock.hcl',
      'Chart.lock',
    ]) {
      assert.equal(reasonOf(`services/cart/${name}`), 'lock', name);
    }
    assert.equal(reasonOf('web/app.min.js'), 'minified');
    assert.equal(reasonOf('src/locks.ts'), null);
  });

  it('takes images, fonts, sound and archives for binary, and keeps prose and translations', () => {
    for (const path of ['a.png', 'logo.SVG', 'x/y.woff2', 'z.mp3', 'doc.pdf', 'b.tar.gz']) {
      assert.equal(reasonOf(path), 'binary', path);
    }
    for (const path of ['README.md', 'locale/de.po', 'config/locales/de.yml', 'docs/a.rst', 'graph.dot', 'png']) {
      assert.equal(reasonOf(path), null, path);
    }
  });

  it('believes .gitattributes before the path', () => {
    const attributes: PathAttributes = new Map([
      ['vendor/ours.go', new Set(['-linguist-vendored'])],
      ['vendor/false.go', new Set(['linguist-vendored=false'])],
      ['src/theirs.c', new Set(['linguist-vendored'])],
      ['src/table.c', new Set(['linguist-generated=true'])],
      ['src/data.txt', new Set(['binary'])],
      ['api/kept.pb.go', new Set(['-linguist-generated'])],
      ['drawing.svg', new Set(['-binary'])],
    ]);
    const reason = (path: string): string | null => excludedReason(path, null, attributes, null);
    assert.equal(reason('vendor/ours.go'), null);
    assert.equal(reason('vendor/false.go'), null);
    assert.equal(reason('vendor/other.go'), 'vendored');
    assert.equal(reason('src/theirs.c'), 'vendored');
    assert.equal(reason('src/table.c'), 'generated');
    assert.equal(reason('src/data.txt'), 'binary');
    assert.equal(reason('api/kept.pb.go'), null);
    assert.equal(reason('drawing.svg'), null);
  });

  it('follows the exclude globs of the settings', () => {
    const excludes = compileGlobs(['legacy', '**/*.fixture.ts']);
    assert.equal(excludedReason('legacy/a/b.c', null, none, excludes), 'settings');
    assert.equal(excludedReason('src/x.fixture.ts', null, none, excludes), 'settings');
    assert.equal(excludedReason('legacy.c', null, none, excludes), null);
  });

  it('answers for any path', () => {
    fc.assert(
      fc.property(fc.string(), path => {
        const reason = reasonOf(path);
        assert.ok(reason === null || typeof reason === 'string');
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { componentSources, findComponents, mostSources } from '../../../src/core/components/components';
import { compileGlobs } from '../../../src/core/components/glob';
import { type AnalysisSettings, defaultSettings } from '../../../src/core/settings';
import { processorSeconds } from '../../support/processorTime';

interface Found {
  readonly [id: string]: readonly string[];
}

/** `src/a.ts` or `src/{3}.ts`: that many files. */
function expand(paths: readonly string[]): readonly string[] {
  return paths.flatMap(path => {
    const match = /\{(\d+)\}/.exec(path);
    return match === null
      ? [path]
      : Array.from({ length: Number(match[1]) }, (_, index) => path.replace(match[0], `f${index}`));
  });
}

function search(
  paths: readonly string[],
  texts: Readonly<Record<string, string>> = {},
  settings: Partial<AnalysisSettings> = {},
) {
  const all = expand([...paths, ...Object.keys(texts)]);
  const found = findComponents({
    paths: [...new Set(all)],
    texts: new Map(Object.entries(texts)),
    settings: { ...defaultSettings, ...settings },
  });
  return { ...found, all };
}

function kinds(paths: readonly string[], texts: Readonly<Record<string, string>> = {}): Found {
  const { components } = search(paths, texts);
  return Object.fromEntries(components.map(({ id, kind, name }) => [id, [kind, name]]));
}

describe('components', () => {
  it('finds the packages of a monorepo, and does not let the root swallow the rest', () => {
    assert.deepEqual(
      kinds(['packages/core/src/{5}.ts', 'packages/ui/{4}.ts', 'packages/README.md', 'tools/{3}.js', 'index.js'], {
        'package.json': '{"name": "acme", "workspaces": ["packages/*"]}',
        'packages/core/package.json': '{"name": "@acme/core"}',
        'packages/ui/package.json': '{"name": "@acme/ui"}',
      }),
      {
        'packages/core': ['package', '@acme/core'],
        'packages/ui': ['package', '@acme/ui'],
        tools: ['folder', 'tools'],
        'root files': ['folder', 'root files'],
      },
    );
  });

  it('gives the source folder of the root package to it, and leaves tests, examples and documentation apart', () => {
    const { components, componentOf } = search(
      ['lib/{8}.rb', 'test/{9}.rb', 'rack-x/lib/{5}.rb', 'Rakefile', 'README.md', 'docs/{4}.md'],
      {
        'sinatra.gemspec': '',
        'rack-x/rack-x.gemspec': '',
      },
    );
    assert.deepEqual(
      components.map(component => component.id),
      ['rack-x', 'docs', 'test', 'sinatra'],
    );
    assert.equal(componentOf('lib/f1.rb'), 'sinatra');
    assert.equal(componentOf('Rakefile'), 'sinatra');
    assert.equal(componentOf('README.md'), 'docs');
    assert.equal(componentOf('rack-x/lib/f1.rb'), 'rack-x');
  });

  it('lets the deepest package of the same ecosystem win, and keeps another ecosystem inside as a part', () => {
    const { components, componentOf } = search(
      ['src/Mail/{5}.php', 'src/Mail/Bridge/Amazon/{3}.php', 'src/Mail/assets/{3}.js', 'web/{3}.php'],
      {
        'src/Mail/composer.json': '{"name": "acme/mail"}',
        'src/Mail/Bridge/Amazon/composer.json': '{"name": "acme/amazon-mail"}',
        'src/Mail/assets/package.json': '{"name": "assets"}',
      },
    );
    assert.deepEqual(
      components.map(component => [component.id, component.source]),
      [
        ['src/Mail', 'src/Mail/composer.json:1'],
        ['src/Mail/Bridge/Amazon', 'src/Mail/Bridge/Amazon/composer.json:1'],
        ['web', null],
      ],
    );
    assert.equal(componentOf('src/Mail/assets/f0.js'), 'src/Mail');
  });

  it('goes by the settings first, then the catalog, then compose services, then manifests', () => {
    const { components, componentOf } = search(
      [
        'services/pay/{4}.go',
        'services/pay/web/{4}.ts',
        'services/cart/{4}.go',
        'services/cart/money/{4}.go',
        'libs/log/{4}.go',
      ],
      {
        'services/pay/catalog-info.yaml':
          'kind: Component\nmetadata: { name: payments }\nspec: { type: service, owner: team-pay }\n',
        'services/pay/web/package.json': '{"name": "pay-web"}',
        'services/cart/go.mod': 'module example.com/cart-module\n',
        'libs/log/go.mod': 'module example.com/log\n',
        'compose.yaml': 'services:\n  cart: { build: services/cart }\n',
      },
      { components: [{ name: 'money', paths: ['services/*/money/**'], criticality: 'high', line: 7 }] },
    );
    assert.deepEqual(
      components.map(({ id, name, kind, source, owner, criticality }) => [id, name, kind, source, owner, criticality]),
      [
        ['money', 'money', 'module', '.single-points.yml:7', null, 'high'],
        ['libs/log', 'log', 'module', 'libs/log/go.mod:1', null, 'normal'],
        ['services/cart', 'cart', 'service', 'compose.yaml:2', null, 'normal'],
        ['services/pay', 'payments', 'service', 'services/pay/catalog-info.yaml:2', 'team-pay', 'normal'],
        ['root files', 'root files', 'folder', null, null, 'normal'],
      ],
    );
    assert.equal(componentOf('services/cart/money/f0.go'), 'money');
    assert.equal(componentOf('services/pay/web/f0.ts'), 'services/pay');
  });

  it('keeps operations files and documentation apart', () => {
    const found = kinds([
      '.github/workflows/{3}.yml',
      'deploy/k8s/{4}.yaml',
      'src/{20}.c',
      'src/monitoring/{4}.c',
      'docs/{5}.md',
      'Dockerfile',
      'compose.yaml',
      '.gitlab-ci.yml',
      'README.md',
      'tools/x/{5}.c',
      '.pipelines/{3}.sh',
    ]);
    assert.deepEqual(
      Object.entries(found).map(([id, [kind]]) => [id, kind]),
      [
        ['.github', 'operations'],
        ['.pipelines', 'operations'],
        ['deploy', 'operations'],
        ['docs', 'documentation'],
        ['src', 'folder'],
        ['tools', 'folder'],
        ['operations', 'operations'],
      ],
    );
  });

  it('cuts a large folder where that makes parts, and gives what is small to the folder around it', () => {
    const { components, componentOf } = search([
      'src/engine/{80}.c',
      'src/net/{90}.c',
      'src/tiny/{2}.c',
      'src/{10}.c',
      'misc/{2}.c',
      'man/{3}.1',
    ]);
    assert.deepEqual(
      components.map(component => [component.id, component.paths]),
      [
        ['man', ['man/**']],
        ['src/engine', ['src/engine/**']],
        ['src/net', ['src/net/**']],
        ['src', ['src/*', 'src/tiny/**']],
        ['root files', ['*', 'misc/**']],
      ],
    );
    assert.equal(componentOf('src/tiny/f0.c'), 'src');
    assert.deepEqual(
      search(['src/{300}.c', 'src/a/{4}.c', 'src/b/{4}.c', 'lib/{40}.c']).components.map(component => component.id),
      ['lib', 'src'],
    );
  });

  it('gives tests to the components they are named after only where the names mirror', () => {
    const mirrored = search(['engine/{9}.py', 'web/{9}.py', 'tests/engine/{4}.py', 'tests/web/{4}.py', 'tests/{4}.py']);
    assert.equal(mirrored.componentOf('tests/engine/f0.py'), 'engine');
    assert.equal(mirrored.componentOf('tests/f0.py'), 'tests');
    const chance = search(['engine/{9}.py', 'web/{9}.py', 'tests/engine/{4}.py', 'tests/other/{40}.py']);
    assert.equal(chance.componentOf('tests/engine/f0.py'), 'tests');
  });

  it('leaves manifests of fixtures and those that stand alone out', () => {
    const found = kinds(['app/{5}.ts', 'app/test/fixtures/x/{5}.ts', 'bom/pom.xml', 'app/pom.xml', 'pom.xml'], {
      'app/test/fixtures/x/package.json': '{"name": "fixture"}',
    });
    assert.deepEqual(
      Object.keys(found).filter(id => id !== 'root files'),
      ['app'],
    );
  });

  it('takes the owner from CODEOWNERS where most files have the same', () => {
    const { components } = search(['pay/{5}.go', 'cart/{5}.go', 'mixed/{2}.go', 'mixed/x/{2}.go'], {
      CODEOWNERS: '/pay/ @pay\n/cart/ @cart @backup\n/mixed/x/ @x\n',
    });
    const owners = new Map(components.map(component => [component.id, component.owner]));
    assert.deepEqual([owners.get('pay'), owners.get('cart'), owners.get('mixed')], ['@pay', '@cart @backup', null]);
  });

  it('takes the owner from OWNERS files where there is no CODEOWNERS, and cuts no folders by them', () => {
    const paths = ['pay/{5}.go', 'pay/api/{9}.go', 'cart/{5}.go', 'pay/OWNERS', 'pay/api/OWNERS', 'OWNERS'];
    const written = {
      OWNERS: 'approvers: [root]',
      'pay/OWNERS': 'approvers: [ann]',
      'pay/api/OWNERS': 'approvers: [ben]',
    };
    const { components, statedOwners } = search(paths, written);
    assert.deepEqual(Object.keys(kinds(paths, written)), Object.keys(kinds(paths)));
    assert.equal(components.find(({ id }) => id === 'cart')?.owner, '@root');
    assert.deepEqual(statedOwners?.ownersOf('pay/x.go')?.owners, ['@ann']);
  });

  it('has the system and the domain that a catalog names', () => {
    const { components } = search(['pay/{5}.go', 'cart/{5}.go', 'pay/catalog-info.yaml', 'systems/catalog-info.yaml'], {
      'pay/catalog-info.yaml':
        'kind: Component\nmetadata: { name: pay }\nspec: { type: service, system: shop/Checkout }\n',
      'systems/catalog-info.yaml':
        'kind: System\nmetadata: { name: checkout }\nspec: { domain: domain:default/sales }\n',
    });
    const found = components.map(({ id, system, domain }) => [id, system, domain]);
    assert.deepEqual(
      found.find(([id]) => id === 'pay'),
      ['pay', 'Checkout', 'sales'],
    );
    assert.deepEqual(
      found.find(([id]) => id === 'cart'),
      ['cart', null, null],
    );
  });

  it('sets the criticality of a component that is found anyway', () => {
    const settings = { components: [{ name: 'pay', paths: [], criticality: 'high', line: 1 } as const] };
    const { components } = search(['pay/{5}.go', 'cart/{5}.go'], {}, settings);
    assert.deepEqual(
      components.map(component => [component.id, component.criticality]),
      [
        ['cart', 'normal'],
        ['pay', 'high'],
      ],
    );
  });

  it('takes fixtures under any name, fuzzing and what only tests a package for no packages of their own', () => {
    const found = search(['core/{9}.rs', 'core/tests/{3}.rs'], {
      'core/Cargo.toml': '[package]\nname = "core"',
      'core/fuzz/Cargo.toml': '[package]\nname = "core-fuzz"',
      'core/fuzz/a.rs': '',
      'core/test-app/Cargo.toml': '[package]\nname = "test-app"',
      'core/test-app/a.rs': '',
      'core/.fixtures/x/Cargo.toml': '[package]\nname = "x"',
      'core/.fixtures/x/a.rs': '',
      'core/macros/Cargo.toml': '[package]\nname = "core-macros"',
      'core/macros/a.rs': '',
      '.github/action/package.json': '{"name": "action"}',
      '.github/action/index.js': '',
      '.github/workflows/ci.yml': '',
    });
    assert.deepEqual(
      found.components.map(component => component.id),
      ['core', 'core/macros', '.github'],
    );
  });

  it('gives test projects to what they are named after, also by a name that says so', () => {
    const { componentOf } = search(
      ['src/Acme.Cart/{5}.cs', 'src/Acme.Pay/{5}.cs', 'test/Acme.Cart.Tests/{3}.cs', 'test/Acme.Pay.Benchmarks/{3}.cs'],
      { 'src/Acme.Cart/Acme.Cart.csproj': '', 'src/Acme.Pay/Acme.Pay.csproj': '' },
    );
    assert.equal(componentOf('test/Acme.Cart.Tests/f0.cs'), 'src/Acme.Cart');
    assert.equal(componentOf('test/Acme.Pay.Benchmarks/f0.cs'), 'src/Acme.Pay');
    const beside = search(['Cart/{3}.cs', 'Cart.Tests/{3}.cs', 'pay/{3}.rs', 'pay-test/{3}.rs'], {
      'Cart/Cart.csproj': '',
      'Cart.Tests/Cart.Tests.csproj': '',
      'pay/Cargo.toml': '[package]\nname = "pay"',
      'pay-test/Cargo.toml': '[package]\nname = "pay-test"',
    });
    assert.equal(beside.componentOf('Cart.Tests/f0.cs'), 'Cart');
    assert.equal(beside.componentOf('pay-test/f0.rs'), 'pay-test');
  });

  it('has a component for each Go program of a module, and none for those of another package', () => {
    const found = kinds(
      [
        'cmd/server/{5}.go',
        'cmd/ctl/{5}.go',
        'cmd/one/main.go',
        'pkg/{9}.go',
        'agent/cmd/agent/{3}.go',
        'agent/{3}.go',
      ],
      {
        'go.mod': 'module example.com/acme\n',
        'agent/go.mod': 'module example.com/acme/agent\n',
        'cmd/server/main.go': '',
        'cmd/ctl/main.go': '',
        'agent/cmd/agent/main.go': '',
      },
    );
    assert.deepEqual(found['cmd/server'], ['module', 'server']);
    assert.deepEqual(
      Object.keys(found).filter(id => id !== 'pkg'),
      ['agent', 'cmd/ctl', 'cmd/server', 'acme'],
    );
  });

  it('has a component for each folder that CODEOWNERS gives to others than the folder around it', () => {
    const codeowners = [
      '* @all',
      '/discovery/consul @carol',
      '/discovery/same @all',
      'storage/remote/ @rita',
      '/pay/inner @ida',
      '/docs/guide @dora',
      '/docs/alerts @alice',
      '/gone @nobody',
      '**/any @anyone',
    ].join('\n');
    const { components, componentOf } = search(
      [
        'discovery/consul/{3}.go',
        'discovery/same/{3}.go',
        'discovery/{9}.go',
        'storage/remote/{4}.go',
        'storage/{4}.go',
      ].concat(['pay/inner/{4}.go', 'pay/{4}.go', 'docs/guide/{4}.md', 'docs/{4}.md', 'docs/alerts/{4}.yaml']),
      { CODEOWNERS: codeowners, 'pay/go.mod': 'module example.com/pay\n' },
    );
    const declared = components.filter(({ source }) => source?.startsWith('CODEOWNERS'));
    assert.deepEqual(
      declared.map(({ id, kind, source, owner }) => [id, kind, source, owner]),
      [
        ['discovery/consul', 'folder', 'CODEOWNERS:2', '@carol'],
        ['docs/alerts', 'operations', 'CODEOWNERS:7', '@alice'],
        ['storage/remote', 'folder', 'CODEOWNERS:4', '@rita'],
      ],
    );
    assert.equal(componentOf('pay/inner/f0.go'), 'pay');
    assert.equal(componentOf('docs/guide/f0.md'), 'docs');
  });

  it('gives a compose service that is not built here the folder of its configuration, unless others use it too', () => {
    const found = kinds(
      ['src/flags/{1}.json', 'src/rules/{2}.yml', 'src/shared/{2}.yml', 'src/cart/{5}.go', 'src/{3}.go'],
      {
        'compose.yaml': [
          'services:',
          '  cart: { build: ./src/cart, volumes: ["./src/flags:/flags"] }',
          '  flagd: { image: flagd, volumes: ["./src/flags:/etc/flags", "data:/data", "/etc/hosts:/etc/hosts"] }',
          '  prometheus:',
          '    image: prom',
          '    volumes: [{ type: bind, source: ./src/rules/f0.yml, target: /a.yml }, "./src/shared:/s"]',
          '  grafana: { image: grafana, volumes: ["./src/shared:/s", "./:/all"] }',
        ].join('\n'),
      },
    );
    assert.deepEqual(found['src/flags'], ['service', 'flagd']);
    assert.deepEqual(found['src/rules'], ['service', 'prometheus']);
    assert.equal(found['src/shared'], undefined);
  });

  it('has a component for each application that Kustomize deploys, its variants with it', () => {
    const found = kinds([
      'kubernetes/apps/kustomization.yaml',
      'kubernetes/apps/web/kustomization.yaml',
      'kubernetes/apps/web/plex/app/{3}.yaml',
      'kubernetes/apps/web/plex/app/kustomization.yaml',
      'kubernetes/apps/web/plex/tools/kustomization.yaml',
      'kubernetes/apps/web/plex/tools/{3}.yaml',
      'kubernetes/apps/web/radarr/overlays/production/kustomization.yaml',
      'kubernetes/apps/web/radarr/base/kustomization.yaml',
      'kubernetes/apps/web/radarr/base/{3}.yaml',
      'config/crd/kustomization.yaml',
      'config/rbac/kustomization.yaml',
      'config/manager/kustomization.yaml',
    ]);
    assert.deepEqual(
      Object.entries(found).map(([id, [kind]]) => [id, kind]),
      [
        ['config', 'operations'],
        ['kubernetes/apps/web/plex', 'operations'],
        ['kubernetes/apps/web/radarr', 'operations'],
        ['root files', 'folder'],
      ],
    );
  });

  it('cuts a folder of Kubernetes manifests by application, however small', () => {
    const found = kinds(['k8s/cart/{3}.yaml', 'k8s/pay/{4}.yaml', 'k8s/namespace.yaml', 'src/{90}.go']);
    assert.deepEqual(
      ['k8s/cart', 'k8s/pay', 'k8s'].map(id => found[id]?.[0]),
      ['operations', 'operations', undefined],
    );
  });

  it('takes a folder of scripts for operations where most are, and one of code under that name for code', () => {
    const found = kinds(['scripts/{4}.sh', 'scripts/a.py', 'tools/{4}.go', 'tools/a.sh', 'src/{9}.go']);
    assert.deepEqual([found['scripts']?.[0], found['tools']?.[0]], ['operations', 'folder']);
  });

  it('keeps hundreds of files at the root together, apart from operations, prose and folders', () => {
    const { components } = search([
      ...['{300}.c', 'Dockerfile', 'compose.yaml', '.travis.yml', 'README.md', 'NEWS.md', 'COPYING'],
      ...['t/{400}.sh', 't/data/{200}.txt', 't/other/{200}.txt'],
    ]);
    assert.deepEqual(
      components.map(({ id, kind }) => [id, kind]),
      [
        ['t', 'folder'],
        ['operations', 'operations'],
        ['documentation', 'documentation'],
        ['root files', 'folder'],
      ],
    );
  });

  it('makes the ids unique', () => {
    const settings = { components: [{ name: 'pay', paths: ['lib/**'], criticality: 'normal', line: 1 } as const] };
    const ids = search(['pay/{5}.go', 'lib/{5}.go'], {}, settings).components.map(component => component.id);
    assert.deepEqual(ids, ['pay', 'pay (folder)']);
  });

  it('places paths it was not given by their folder', () => {
    const { componentOf } = search(['pay/{5}.go', 'index.js']);
    assert.equal(componentOf('pay/deep/new.png'), 'pay');
    assert.equal(componentOf('new.txt'), 'root files');
    assert.equal(findComponents({ paths: [], texts: new Map(), settings: defaultSettings }).componentOf('x'), null);
  });

  it('gives every file exactly one component, one that its globs match, whatever the names', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'src',
        'lib',
        'test',
        'docs',
        'deploy',
        '.github',
        'packages',
        'a',
        'b',
        '__proto__',
        'constructor',
      ),
      fc.constantFrom(
        'a => b',
        'with "quotes"',
        'new\nline',
        'tab\t',
        '{x}',
        '[y]',
        '*',
        'c++',
        'prix d’été',
        '\\',
        '(g)',
      ),
    );
    const file = fc.constantFrom(
      'package.json',
      'go.mod',
      'pom.xml',
      'README.md',
      'Dockerfile',
      'compose.yaml',
      'catalog-info.yaml',
      'main.tf',
      'x.c',
      'y.c',
      'z.c',
      '__proto__',
      '*',
    );
    const path = fc
      .tuple(fc.array(part, { maxLength: 4 }), file)
      .map(([folders, name]) => [...folders, name].join('/'));
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '{"name": "__proto__"}',
        '{"name": "x", "workspaces": []}',
        'module a/b',
        'services:\n  a: { build: ./src }\n',
        'kind: Component\nmetadata: { name: constructor }\n',
      ),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 60 }),
        fc.array(text, { minLength: 60, maxLength: 60 }),
        (paths, contents) => {
          const texts = new Map(paths.map((each, index) => [each, contents[index] ?? '']));
          const { components, byFile, componentOf } = findComponents({ paths, texts, settings: defaultSettings });
          assert.equal(new Set(components.map(component => component.id)).size, components.length);
          assert.deepEqual(new Set(byFile).size, components.length);
          for (const [index, each] of paths.entries()) {
            const component = components[byFile[index] ?? -1];
            assert.ok(component !== undefined, each);
            assert.equal(componentOf(each), component.id);
            assert.ok(
              compileGlobs(component.paths)(each),
              `${JSON.stringify(each)} of ${JSON.stringify(component.paths)}`,
            );
          }
          const again = findComponents({ paths, texts, settings: defaultSettings });
          assert.deepEqual([again.components, again.byFile], [components, byFile]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks for a bounded number of texts, those at the top first', () => {
    const many = expand([`deep/{${mostSources}}/package.json`]);
    const asked = componentSources([
      ...many,
      'compose.yaml',
      '.env',
      '.github/CODEOWNERS',
      'a/catalog-info.yaml',
      'package.json',
      'x.gemspec',
    ]);
    assert.equal(asked.length, mostSources);
    assert.deepEqual(asked.slice(0, 5), [
      '.github/CODEOWNERS',
      'compose.yaml',
      '.env',
      'a/catalog-info.yaml',
      'package.json',
    ]);
  });

  it('is done with 100,000 files in little time', () => {
    const paths = Array.from({ length: 100_000 }, (_, index) => {
      const group = index % 4000;
      return `packages/group${group % 40}/p${group}/${index % 3 === 0 ? 'src/deep/er' : 'lib'}/file${index}.ts`;
    });
    const manifests = Array.from({ length: 4000 }, (_, group) => `packages/group${group % 40}/p${group}/package.json`);
    const texts = new Map(manifests.map((path, index) => [path, `{"name": "p${index}"}`]));
    const settings = {
      ...defaultSettings,
      components: [{ name: 'one', paths: ['packages/*/p1/**'], criticality: 'high', line: 1 } as const],
    };
    const seconds = processorSeconds(() => {
      const { components } = findComponents({ paths: [...paths, ...manifests], texts, settings });
      assert.equal(components.length, 4000);
    });
    assert.ok(seconds < 10, `${seconds} s`);
  });
});

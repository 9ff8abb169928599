import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { toolNames } from '../../src/core/assist/tool';
import { toolWords } from '../../src/core/assist/toolWords';
import {
  commands,
  contextKeys,
  mcpServerProvider,
  panels,
  planContexts,
  rowContexts,
  settings,
  settingsSection,
  views,
} from '../../src/extension/ids';
import { viewStates } from '../../src/extension/viewState';

interface MenuEntry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface WalkthroughStep {
  readonly description: string;
  readonly media: { readonly image: string | Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly extensionDependencies?: readonly string[];
  readonly extensionPack?: readonly string[];
  readonly enabledApiProposals?: readonly string[];
  readonly icon: string;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
    readonly virtualWorkspaces: { readonly supported: string };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly modelDescription: string;
      readonly inputSchema: unknown;
      readonly canBeReferencedInPrompt: boolean;
    }[];
    readonly mcpServerDefinitionProviders: readonly { readonly id: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const readme = readFileSync('README.md', 'utf8');
const { contributes } = manifest;
const menuEntries = Object.values(contributes.menus).flat();
const steps = contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);
/** Commands of VS Code and its Git extension that texts lead to. */
const commandsOfOthers = [
  'vscode.openFolder',
  'workbench.trust.manage',
  'workbench.view.scm',
  'workbench.action.terminal.new',
  'workbench.action.openSettings',
  'git.manageUnsafeRepositories',
];
const source = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && path.basename(file) !== 'ids.ts')
  .map(file => readFileSync(path.join('src/extension', file), 'utf8'))
  .join('\n');

const worded = (text: string): string => words[text.replaceAll('%', '')] ?? '';

describe('The manifest', () => {
  it('declares the commands that are registered, and no others', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(commands)));
    for (const name of Object.keys(commands)) assert.ok(source.includes(`commands.${name}`), `${name} is not used`);
  });

  it('puts all commands into one category and documents each', () => {
    for (const { command, category, title } of contributes.commands) {
      assert.equal(category, 'Single Points', command);
      const plain = readme.replaceAll(/\s+/g, ' ');
      assert.ok(plain.includes(`**${worded(title)}**`), `the README does not name ${worded(title)}`);
    }
  });

  it('has menus only for commands that exist, and says for each command when the palette shows it', () => {
    for (const { command, submenu } of menuEntries) {
      if (submenu !== undefined) assert.ok(contributes.menus[submenu], submenu);
      else assert.ok(Object.values<string>(commands).includes(command ?? ''), command);
    }
    for (const { id } of contributes.submenus)
      assert.ok(
        menuEntries.some(({ submenu }) => submenu === id),
        id,
      );
    const inPalette = contributes.menus['commandPalette']?.flatMap(({ command }) => command ?? []) ?? [];
    const always = [commands.showLog];
    assert.deepEqual(sorted([...inPalette, ...always]), sorted(Object.values(commands)));
  });

  it('declares the views that are made', () => {
    const declared = Object.values(contributes.views).flat();
    assert.deepEqual(sorted(declared.map(({ id }) => id)), sorted(Object.values(views)));
    for (const { icon } of declared) assert.ok(existsSync(icon), icon);
    for (const name of Object.keys(views)) assert.ok(source.includes(`views.${name}`), `${name} is not used`);
  });

  it('has a welcome text with exactly one action for every state without a tree', () => {
    const ofOwnership = contributes.viewsWelcome.filter(({ view }) => view === views.ownership);
    const welcomed = ofOwnership.map(({ when }) => when.replace(`${contextKeys.state} == `, ''));
    const drawn: readonly string[] = [viewStates.ready, viewStates.analysing];
    assert.deepEqual(
      sorted(welcomed),
      sorted(Object.values<string>(viewStates).filter(state => !drawn.includes(state))),
    );
    for (const { contents } of ofOwnership) {
      const [text = '', ...actions] = worded(contents).split('\n');
      assert.equal(actions.length, 1, contents);
      assert.match(actions[0] ?? '', /^\[[^\]]+\]\([^)]+\)$/, contents);
      // Without a repository there is a second way, said in passing.
      const inPassing = [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, command]) => command);
      const isWithout = /noFolder|notARepository/.test(contents);
      assert.deepEqual(inPassing, isWithout ? [commands.openSampleRepository] : [], contents);
    }
  });

  it('leads from its texts only to commands that exist', () => {
    const known = [
      ...Object.values(commands),
      ...Object.values(views).map(view => `${view}.focus`),
      ...commandsOfOthers,
    ];
    for (const text of Object.values(words)) {
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)/g)) assert.ok(known.includes(command), command);
    }
  });

  it('walks through four steps, each with a described picture that ships, a button, and an event that ends it', () => {
    assert.equal(steps.length, 4);
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    for (const { description, media, completionEvents } of steps) {
      for (const picture of typeof media.image === 'string' ? [media.image] : Object.values(media.image)) {
        assert.ok(existsSync(picture) && shipped.includes(`!${picture}`), picture);
      }
      assert.ok(worded(media.altText).length > 20, media.altText);
      assert.match(worded(description), /^\[[^\]]+\]\(command:singlePoints\.[^)]+\)$/m);
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) {
        const [, kind, id = ''] = /^on(Command|View):(.+)$/.exec(event) ?? [];
        assert.ok(Object.values<string>(kind === 'View' ? views : commands).includes(id), event);
      }
    }
  });

  it('uses in its conditions the context keys that are set, and no others', () => {
    const conditions = [...menuEntries, ...contributes.viewsWelcome].map(({ when }) => when ?? '').join(' ');
    const used = new Set(conditions.match(/singlePoints\.\w+/g));
    for (const id of [...Object.values(views), ...Object.values(panels)]) used.delete(id);
    assert.deepEqual(sorted([...used]), sorted(Object.values(contextKeys)));
    for (const name of Object.keys(contextKeys))
      assert.ok(source.includes(`contextKeys.${name}`), `${name} is not set`);
    for (const context of [...Object.values(rowContexts), ...Object.values(planContexts)])
      assert.match(conditions, new RegExp(`\\b${context}\\b`));
  });

  it('declares the settings that are read, and documents each', () => {
    const declared = Object.keys(contributes.configuration.properties);
    assert.deepEqual(sorted(declared), sorted(Object.values(settings).map(name => `${settingsSection}.${name}`)));
    assert.ok(declared.length <= 20);
    for (const name of Object.keys(settings)) assert.ok(source.includes(`settings.${name}`), `${name} is not read`);
    for (const id of declared) assert.ok(readme.includes(`\`${id}\``), `the README does not name ${id}`);
  });

  it('tells models of the same tools as the server for assistants, in the same words', () => {
    assert.deepEqual(
      contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
        ...{ name, modelDescription, inputSchema },
      })),
      toolNames.map(name => ({
        ...{ name, modelDescription: toolWords[name].description, inputSchema: toolWords[name].inputSchema },
      })),
    );
    assert.ok(contributes.languageModelTools.every(({ canBeReferencedInPrompt }) => canBeReferencedInPrompt));
    assert.deepEqual(
      contributes.mcpServerDefinitionProviders.map(({ id }) => id),
      [mcpServerProvider],
    );
  });

  it('has every text in package.nls.json, and none there that is not used', () => {
    const used = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));
    assert.deepEqual(sorted(Object.keys(words)), sorted([...used]));
    for (const text of Object.values(words)) assert.notEqual(text.trim(), '');
  });

  it('runs where the repository is, and limits itself where it is not trusted or not on a disk', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.deepEqual(manifest.activationEvents, [
      'onStartupFinished',
      ...Object.values(panels).map(panel => `onWebviewPanel:${panel}`),
    ]);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
  });

  it('runs in every build of VS Code from the minimum on: no other extension, no proposed API, no newer type', () => {
    const { extensionDependencies, extensionPack, enabledApiProposals, engines, devDependencies } = manifest;
    assert.deepEqual([extensionDependencies, extensionPack, enabledApiProposals], [undefined, undefined, undefined]);
    assert.equal(engines.vscode, `^${devDependencies['@types/vscode']}`);
  });

  it('restricts every setting that could name a program', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const programs = Object.values<string>(settings).filter(name =>
      /git|executable|command|program|binary/i.test(name),
    );
    assert.deepEqual(sorted(restrictedConfigurations), sorted(programs.map(name => `${settingsSection}.${name}`)));
  });

  it('points at files that are there', () => {
    for (const file of [manifest.icon, ...contributes.yamlValidation.map(({ url }) => url)]) {
      assert.ok(existsSync(file), file);
    }
  });
});

describe('The bundle of the extension', () => {
  const bundle = path.join('dist', 'extension.cjs');

  it('is at most 150 KB as it ships, without the parsers that the worker has', () => {
    const text = readFileSync(bundle, 'utf8');
    // With a format, names at the top are shortened too, as they are when it is packaged.
    const shipped = transformSync(text, { minify: true, format: 'cjs' }).code.length;
    assert.ok(shipped <= 150 * 1024, `${shipped} bytes`);
    for (const each of [text, readFileSync(path.join('dist', 'commandRuns.cjs'), 'utf8')])
      assert.doesNotMatch(each, /node_modules\/(?:yaml|unified|remark|micromark|fast-glob|simple-git)\//);
  });
});

describe('The bundle of the server for assistants', () => {
  it('ships with the extension, and holds neither the analysis, which is in the worker, nor a validator of forms', () => {
    assert.ok(readFileSync('.vscodeignore', 'utf8').includes('\n!dist/mcp.cjs\n'));
    const text = readFileSync(path.join('dist', 'mcp.cjs'), 'utf8');
    assert.doesNotMatch(text, /node_modules\/(?:ajv|yaml|unified|micromark|simple-git|string-width)\//);
  });
});

function sorted(values: readonly string[]): string[] {
  return [...values].sort();
}

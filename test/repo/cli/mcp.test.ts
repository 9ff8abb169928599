import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type CallToolResult, ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { handingOver } from '../../../src/analysis/handedRequests';
import type { BuiltRepository } from '../../support/builtRepository';
import { isolatedEnvironment } from '../../support/isolatedGit';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { program, startProgram } from './commandLine';

const ann = { name: 'Ann Example', email: 'ann@example.com' };
const ben = { name: 'Ben Ito', email: 'ben@example.com' };

const rules = `groups:
- name: pay
  rules:
  - alert: PayDown
    expr: up == 0
    labels: {severity: page}
`;

/** Ann knows pay, where Ben helped a little. */
async function shop(name: string): Promise<BuiltRepository> {
  const builder = new RepositoryBuilder({ name });
  const text = (from: number): string => Array.from({ length: 30 }, (_, line) => `step(${from + line});\n`).join('');
  builder.commit({
    author: ann,
    date: '2024-01-01',
    message: 'Pay',
    files: {
      'pay/package.json': '{"name":"pay"}',
      'pay/main.ts': text(0),
      'pay/other.ts': text(50),
      'pay/alerts.yaml': rules,
    },
  });
  for (let at = 2; at < 8; at++) {
    builder.commit({ author: ann, date: `2024-01-0${at}`, message: 'More', files: { 'pay/main.ts': text(at) } });
  }
  builder.commit({
    author: ben,
    date: '2024-01-09',
    message: 'A fix',
    files: { 'pay/main.ts': `${text(7)}fixed();\n` },
  });
  return builder.build({ checkout: true });
}

interface Assistant {
  readonly client: Client;
  readonly messages: () => string;
  readonly call: (name: string, input?: Record<string, unknown>) => Promise<CallToolResult>;
}

describe('an assistant that speaks MCP', () => {
  let repository: BuiltRepository;
  let other: BuiltRepository;
  /** At the shop. */
  let settled: Assistant;
  const clients: Client[] = [];

  before(async () => {
    [repository, other] = await Promise.all([shop('shop'), shop('till')]);
    settled = await assistant([repository.path]);
    clients.length = 0;
  });
  afterEach(() => Promise.all(clients.splice(0).map(client => client.close())));
  after(async () => {
    await settled.client.close();
    await Promise.all([repository.dispose(), other.dispose()]);
  });

  /** A real client at the program as it ships. */
  async function assistant(
    args: readonly string[],
    {
      roots,
      script = [program, 'mcp'],
      environment = {},
    }: {
      readonly roots?: () => readonly string[];
      readonly script?: readonly string[];
      readonly environment?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Assistant> {
    const client = new Client(
      { name: 'test', version: '1' },
      { capabilities: roots ? { roots: { listChanged: true } } : {} },
    );
    clients.push(client);
    if (roots) {
      client.setRequestHandler(ListRootsRequestSchema, () => ({
        roots: roots().map(folder => ({ uri: pathToFileURL(folder).href })),
      }));
    }
    const { home } = repository;
    const cache = path.join(home, 'cache');
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...script, '--verbose', ...args],
      cwd: repository.path,
      env: {
        ...(isolatedEnvironment(home) as Record<string, string>),
        ...{ XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
        ...environment,
      },
      stderr: 'pipe',
    });
    let messages = '';
    transport.stderr?.on('data', chunk => {
      messages += String(chunk);
    });
    await client.connect(transport);
    const call: Assistant['call'] = (name, input = {}) =>
      client.callTool({ name, arguments: input }) as Promise<CallToolResult>;
    return { client, messages: () => messages, call };
  }

  it('is told what the server is for, and finds three tools that only read, and three prompts', async () => {
    const { client } = settled;
    assert.match(client.getInstructions() ?? '', /Who can review X besides its owner.*suggest_backup/s);
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['get_ownership_risk', 'list_runbook_gaps', 'suggest_backup'],
    );
    for (const { annotations, description, inputSchema, outputSchema } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(annotations?.openWorldHint, false);
      assert.ok((description?.length ?? 0) > 200);
      assert.equal(inputSchema.type, 'object');
      assert.equal(outputSchema?.type, 'object');
    }
    const { prompts } = await client.listPrompts();
    assert.deepEqual(
      prompts.map(({ name }) => name),
      ['review-with', 'plan-handover', 'close-runbook-gaps'],
    );
    const { messages } = await client.getPrompt({ name: 'review-with', arguments: { place: 'pay/"main".ts' } });
    assert.match(JSON.stringify(messages[0]?.content), /suggest_backup/);
    await assert.rejects(client.getPrompt({ name: 'review-with', arguments: {} }), /There is no prompt/);
  });

  it('answers who can review a change besides its owner, and which alerts have no working runbook', async () => {
    const { call } = settled;
    // The client checks the structured content of each against the schema of the tool.
    const review = await call('suggest_backup', { path: 'pay/main.ts' });
    assert.match(textOf(review), /Its one owner is Ann Example/);
    assert.match(textOf(review), /1\. Ben Ito: 1 change, 1 line, the last on 2024-01-09/);
    const gaps = await call('list_runbook_gaps');
    assert.match(textOf(gaps), /1 of 1 alerts of "shop" have no working runbook/);
    assert.match(textOf(gaps), /"PayDown" \(pay\/alerts\.yaml:4, page\)/);
    const risk = await call('get_ownership_risk');
    assert.match(textOf(risk), /"pay" is known by one person/);
    for (const answer of [review, gaps, risk]) {
      assert.doesNotMatch(JSON.stringify(answer), /@example/);
      assert.equal(JSON.stringify(answer.structuredContent), (answer.content[1] as { readonly text: string }).text);
    }
  });

  it('is told what to do about a question that cannot be answered, as a result', async () => {
    const { call, client } = settled;
    const refused = [
      [await call('suggest_backup', { path: 'pay/mian.ts' }), /Did you mean "pay\/main\.ts"/],
      [await call('suggest_backup', { path: '/etc/passwd' }), /outside of the repository/],
      [await call('suggest_backup', { path: 7 }), /"path" has to be a text/],
      [await call('get_ownership_risk', { repository: other.path }), /not a repository that may be asked about/],
    ] as const;
    for (const [{ isError, content }, why] of refused) {
      assert.equal(isError, true);
      assert.match(JSON.stringify(content).replaceAll('\\', ''), why);
    }
    await assert.rejects(client.callTool({ name: 'delete_everything' }), /There is no tool/);
  });

  it('is told what to do where there is no repository, or a history that is cut off', async () => {
    const shallow = await repository.shallowClone(1);
    const { call } = await assistant([repository.home, shallow.path]);
    const nowhere = await call('get_ownership_risk', { repository: repository.home });
    assert.deepEqual([nowhere.isError, /not in a Git repository/.test(textOf(nowhere))], [true, true]);
    const cut = await call('suggest_backup', { repository: shallow.path, path: 'pay/main.ts' });
    assert.deepEqual([cut.isError, /git fetch --unshallow/.test(textOf(cut))], [true, true]);
  });

  it('is answered about the commit and the files as they are now', async () => {
    const moving = await repository.worktree('moving');
    const { call } = await assistant([moving.path]);
    assert.match(textOf(await call('list_runbook_gaps')), /1 of 1 alerts/);
    await moving.write('pay/alerts.yaml', rules.replace('PayDown', 'PayGone'));
    assert.match(textOf(await call('list_runbook_gaps')), /"PayGone"/);
    await moving.git('commit', '--quiet', '--all', '--message', 'Another name');
    const { structuredContent } = await call('list_runbook_gaps');
    assert.equal(structuredContent?.['head'], (await moving.git('rev-parse', 'HEAD')).slice(0, 12));
  });

  it('sees how far an analysis is, may give up, and is answered afterwards', async () => {
    const { client, call, messages } = await assistant(['--no-cache', repository.path]);
    const giveUp = new AbortController();
    const steps: string[] = [];
    const asked = client.callTool({ name: 'get_ownership_risk' }, undefined, {
      signal: giveUp.signal,
      onprogress: ({ message = '' }) => {
        steps.push(message);
        giveUp.abort('enough');
      },
    });
    await assert.rejects(asked, /enough/);
    assert.match(steps[0] ?? '', /^Reading/);
    assert.match(textOf(await call('get_ownership_risk')), /"pay" is known by one person/);
    assert.match(messages(), /The analysis was cancelled/);
  });

  it('is answered about what it has open, and about another as soon as that is open', async () => {
    let open = [repository.path];
    const { call, client } = await assistant([], { roots: () => open });
    assert.match(textOf(await call('get_ownership_risk')), /^"shop"/);
    open = [repository.path, other.path];
    await client.sendRootsListChanged();
    const several = await call('get_ownership_risk');
    assert.equal(several.isError, true);
    assert.match(textOf(several), /Say which repository is meant\. There are: "shop", "till"/);
    assert.match(textOf(await call('get_ownership_risk', { repository: 'till' })), /^"till"/);
    assert.match(textOf(await call('get_ownership_risk', { path: path.join(other.path, 'pay') })), /^"pay" is known/);
  });

  it('is answered by the server inside the extension, started as the extension does, by the settings of the user', async () => {
    const store = path.join(repository.home, 'store');
    const settings = { exclude: ['**/other.ts'], runbookPaths: [], runbookRules: [], activeDays: null };
    const { call } = await assistant(['--store', store, '--', repository.path], {
      script: [path.resolve('dist/mcp.cjs')],
      environment: handingOver([{ path: repository.path, gitPath: null, settings }]),
    });
    assert.match(textOf(await call('get_ownership_risk', { path: 'pay' })), /^"pay" is known by one person/);
    const { isError, content } = await call('get_ownership_risk', { path: 'pay/other.ts' });
    assert.deepEqual([isError, /no file .* that counts here/.test(JSON.stringify(content))], [true, true]);
    assert.ok(existsSync(store));
  });

  it('reads nothing but the protocol, is answered about the folder of the server, and leaves nothing running', async () => {
    const server = startProgram(['mcp', '--verbose'], { cwd: repository.path, home: repository.home, stdin: 'pipe' });
    let out = '';
    server.stdout?.setEncoding('utf8').on('data', chunk => {
      out += chunk;
    });
    const send = (message: object): void =>
      void server.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const clientInfo = { name: 'test', version: '1' };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    server.stdin?.write('this is no message\n');
    send({ id: 2, method: 'tools/call', params: { name: 'get_ownership_risk' } });
    while (!out.includes('"id":2')) await once(server.stdout ?? server, 'data');
    server.stdin?.end();
    const [code] = await once(server, 'close');
    assert.equal(code, 0);
    assert.match(out, /is known by one person/);
    for (const line of out.trim().split('\n')) assert.equal((JSON.parse(line) as { jsonrpc: string }).jsonrpc, '2.0');
  });
});

function textOf({ content }: CallToolResult): string {
  const [first] = content;
  return first?.type === 'text' ? first.text : '';
}

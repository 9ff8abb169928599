// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose and shells write variables that way
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dockerfileFacts } from '../../../src/core/scaffold/facts/dockerfile';
import { makeTargetFact, makeTargets, serviceVariable } from '../../../src/core/scaffold/facts/makefile';
import { packageJsonFacts, packageManagerOf } from '../../../src/core/scaffold/facts/packageJson';

describe('Facts of package.json', () => {
  const text = `{
  "description": "Takes money",
  "scripts": {
    "prestart": "node check.js",
    "start": "node index.js --token=abc123",
    "migrate": "knex migrate:latest",
    "a b; rm": "x"
  }
}`;

  it('are its scripts with the line that says them and the command to type', () => {
    const facts = packageJsonFacts('src/pay/package.json', text, 'npm');
    assert.deepEqual(
      facts.map(({ name, value, line, command }) => ({ name, value, line, command })),
      [
        { name: 'description', value: 'Takes money', line: 2, command: undefined },
        { name: 'start', value: 'node index.js --token=***', line: 5, command: 'npm --prefix src/pay run start' },
        { name: 'migrate', value: 'knex migrate:latest', line: 6, command: 'npm --prefix src/pay run migrate' },
        { name: 'a b; rm', value: 'x', line: 7, command: "npm --prefix src/pay run 'a b; rm'" },
      ],
    );
  });

  it('use the manager of the nearest lock file', () => {
    const paths = new Set(['yarn.lock', 'web/pnpm-lock.yaml', 'api/package.json']);
    assert.equal(packageManagerOf('web/app/package.json', paths), 'pnpm');
    assert.equal(packageManagerOf('api/package.json', paths), 'yarn');
    assert.equal(packageManagerOf('api/package.json', new Set()), 'npm');
  });

  it('are none in a broken manifest', () => {
    fc.assert(fc.property(fc.string(), broken => void packageJsonFacts('package.json', broken, 'npm')));
    for (let cut = 0; cut < text.length; cut++) packageJsonFacts('package.json', text.slice(0, cut), 'npm');
  });
});

describe('Targets of a Makefile', () => {
  const text = `# Copyright
NAME := cart
URL = http://a:80
export X ?= 1
.PHONY: all start
all: start ## Do everything

# Start it.
# It takes long.
.PHONY: start
start: | dir
ifneq ($(service),)
\tdocker compose up $(service); \\
    if [ $$? ]; then echo a: b; fi
endif
\techo done: yes

%.o: %.c
\tcc
$(BIN): a
dir/file: b
stop::
\tdocker compose down --volumes
debug: CFLAGS += -g
define text
not: a target
endef
one two: three
`;

  it('are those one can ask for, with help and lines', () => {
    const targets = makeTargets(text);
    assert.deepEqual(
      targets.map(({ name, line, help, phony }) => ({ name, line, help, phony })),
      [
        { name: 'all', line: 6, help: 'Do everything', phony: true },
        { name: 'start', line: 11, help: 'Start it.', phony: true },
        { name: 'stop', line: 22, help: '', phony: false },
        { name: 'one', line: 28, help: '', phony: false },
        { name: 'two', line: 28, help: '', phony: false },
      ],
    );
  });

  it('know which variable takes a service', () => {
    const [, start, stop] = makeTargets(text);
    assert.ok(start && stop);
    assert.equal(serviceVariable(start.recipe), 'service');
    assert.equal(makeTargetFact('Makefile', start, ['service', 'cart']).command, 'make start service=cart');
    assert.equal(makeTargetFact('a b/Makefile', stop, null).command, "make -C 'a b' stop");
  });

  it('survive any text, and stand on the line that names them', () => {
    const piece = fc.constantFrom(
      'a:',
      ' b',
      '\t',
      '\n',
      '\\\n',
      '#',
      '##',
      '$(',
      ')',
      ':=',
      '=',
      '.PHONY:',
      'define',
      'endef',
      'c d: e',
      '%',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(pieces => pieces.join('')),
        ),
        any => {
          for (const target of makeTargets(any)) assert.ok(any.split('\n').length >= target.line && target.line > 0);
        },
      ),
    );
  });
});

describe('Facts of a Dockerfile', () => {
  const text = `ARG BASE=a
FROM node:22 AS build
EXPOSE 1
ENV SECRET_TOKEN=hunter2
FROM debian:12@sha256:abc AS base
ENTRYPOINT ["/init"]
FROM base
ENV PORT=8080 \\
    DB_PASSWORD=hunter2
EXPOSE \${PORT} 9090/udp
HEALTHCHECK --interval=5s CMD curl -f http://localhost/health
CMD ["node", "server.js", "a b"]
`;

  it('are what the image that is shipped says, values of variables left out', () => {
    const facts = dockerfileFacts('Dockerfile', text);
    assert.deepEqual(
      facts.map(({ kind, name, value, line }) => [kind, name, value, line]),
      [
        ['environment', 'PORT', 'PORT', 8],
        ['secret', 'DB_PASSWORD', 'DB_PASSWORD', 9],
        ['port', '${PORT}', '${PORT}', 10],
        ['port', '9090/udp', '9090/udp', 10],
        ['healthcheck', 'image', 'curl -f http://localhost/health', 11],
        ['command', 'CMD', "node server.js 'a b'", 12],
        ['image', 'base image', 'debian:12', 5],
        ['command', 'ENTRYPOINT', '/init', 6],
      ],
    );
    assert.ok(!JSON.stringify(facts).includes('hunter2'));
  });

  it('are none in what is no Dockerfile', () => {
    assert.deepEqual(dockerfileFacts('Dockerfile', ''), []);
    assert.deepEqual(dockerfileFacts('Dockerfile', 'EXPOSE 1\n'), []);
    fc.assert(fc.property(fc.string(), any => void dockerfileFacts('Dockerfile', `FROM a\n${any}`)));
    for (let cut = 0; cut < text.length; cut++) dockerfileFacts('Dockerfile', text.slice(0, cut));
  });
});

import { type SampleFiles, text } from './text';

/** One person knows all of it. */
export const paymentsFiles: SampleFiles = {
  'services/payments/package.json': text`
{
  "name": "@harbour/payments",
  "version": "1.63.0",
  "private": true,
  "type": "module",
  "scripts": {
    "start": "node dist/server.js",
    "dev": "tsx watch src/server.ts",
    "build": "tsc -p .",
    "test": "vitest run",
    "migrate": "node dist/migrate.js up",
    "migrate:down": "node dist/migrate.js down",
    "settle": "node dist/settlement.js",
    "drain": "node dist/drain.js --queue captures"
  },
  "dependencies": {
    "fastify": "5.2.1",
    "pg": "8.13.1",
    "zod": "3.24.1"
  }
}
`,
  'services/payments/Dockerfile': text`
FROM node:22-alpine AS build
WORKDIR /app
COPY package.json tsconfig.json ./
RUN npm install --no-audit
COPY src ./src
RUN npm run build

FROM node:22-alpine
ENV NODE_ENV=production \
    PORT=8081 \
    LEDGER_DATABASE_URL=
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 8081
HEALTHCHECK --interval=15s --timeout=3s CMD wget -qO- http://localhost:8081/healthz || exit 1
CMD ["node", "dist/server.js"]
`,
  'services/payments/README.md': text`
# payments

Takes money for parcels, gives it back, and keeps the ledger that finance reads.

- ´npm run dev´ needs the database of ´compose.yaml´ and a ´.env´ made from ´.env.example´.
- Migrations: ´npm run migrate´, back with ´npm run migrate:down´.
- What to do at night: [docs/runbooks/payments.md](../../docs/runbooks/payments.md).
`,
  'services/payments/src/server.ts': text`
import Fastify from 'fastify';
import { capture } from './capture.js';
import { database } from './database.js';
import { refund } from './refund.js';
import { receiveWebhook } from './webhook.js';

const server = Fastify({ logger: true, bodyLimit: 64 * 1024 });

server.get('/healthz', async (_request, reply) => {
  const alive = await database.isAlive(500);
  return reply.code(alive ? 200 : 503).send({ alive });
});

server.post('/captures', async (request, reply) => {
  const result = await capture(request.body);
  return reply.code(result.state === 'captured' ? 201 : 202).send(result);
});

server.post('/refunds', async (request, reply) => {
  const result = await refund(request.body);
  return reply.code(201).send(result);
});

server.post('/webhooks/acquirer', async (request, reply) => {
  await receiveWebhook(request.headers['x-signature'], request.body);
  return reply.code(204).send();
});

process.on('SIGTERM', () => {
  // Captures under way finish; the load balancer needs 10 s to notice that we are going.
  setTimeout(() => void server.close(), 10_000);
});

await server.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 8081) });
`,
  'services/payments/src/capture.ts': text`
import { z } from 'zod';
import { acquirer } from './acquirer.js';
import { once } from './idempotency.js';
import { book } from './ledger.js';

const captureRequest = z.object({
  parcel: z.string().regex(/^HB\d{10}$/),
  authorization: z.string().min(8),
  amount: z.number().int().positive().max(500_000),
  currency: z.enum(['EUR', 'SEK', 'NOK', 'DKK']),
});

export interface CaptureResult {
  state: 'captured' | 'pending' | 'declined';
  reference: string;
}

/** Takes what was authorised, at most once per parcel and authorisation. */
export async function capture(body: unknown): Promise<CaptureResult> {
  const request = captureRequest.parse(body);
  return once('capture:' + request.parcel + ':' + request.authorization, async () => {
    const answer = await acquirer.capture(request.authorization, request.amount, {
      timeout: 8_000,
      retries: 2,
    });

    // The acquirer answers 1300 for "ask again later"; the webhook tells us how it ended.
    if (answer.code === 1300) return { state: 'pending', reference: answer.reference };
    if (answer.code >= 2000) return { state: 'declined', reference: answer.reference };

    await book({
      from: 'receivable',
      to: 'acquirer',
      amount: request.amount,
      currency: request.currency,
      reference: answer.reference,
    });
    return { state: 'captured', reference: answer.reference };
  });
}
`,
  'services/payments/src/acquirer.ts': text`
export interface AcquirerAnswer {
  code: number;
  reference: string;
}

interface CallOptions {
  timeout: number;
  retries: number;
}

const baseUrl = process.env.ACQUIRER_URL ?? 'http://localhost:9099';

class AcquirerError extends Error {
  constructor(readonly status: number) {
    super('The acquirer answered ' + status);
  }
}

async function call(path: string, body: object, options: CallOptions): Promise<AcquirerAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { authorization: 'Bearer ' + process.env.ACQUIRER_KEY, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(options.timeout),
    });
    if (response.ok) return (await response.json()) as AcquirerAnswer;

    // 409 means that it has the request already: asking again is safe.
    const retryable = response.status === 409 || response.status >= 500;
    if (!retryable || attempt >= options.retries) throw new AcquirerError(response.status);
    await new Promise(resolve => setTimeout(resolve, 400 * 2 ** attempt));
  }
}

export const acquirer = {
  capture: (authorization: string, amount: number, options: CallOptions) =>
    call('/v2/captures', { authorization, amount }, options),
  refund: (reference: string, amount: number, options: CallOptions) =>
    call('/v2/refunds', { reference, amount }, options),
};
`,
  'services/payments/src/refund.ts': text`
import { z } from 'zod';
import { acquirer } from './acquirer.js';
import { once } from './idempotency.js';
import { balanceOf, book } from './ledger.js';

const refundRequest = z.object({
  reference: z.string(),
  amount: z.number().int().positive(),
  reason: z.enum(['lost', 'damaged', 'late', 'goodwill']),
});

/** A refund above this needs a second pair of eyes at the desk. */
export const approvalLimit = 25_000;

export async function refund(body: unknown): Promise<{ reference: string; approved: boolean }> {
  const request = refundRequest.parse(body);
  const paid = await balanceOf(request.reference);
  if (request.amount > paid) throw new Error('More than was paid: ' + request.reference);
  if (request.amount > approvalLimit) return { reference: request.reference, approved: false };

  return once('refund:' + request.reference, async () => {
    const answer = await acquirer.refund(request.reference, request.amount, { timeout: 12_000, retries: 4 });
    await book({
      from: 'acquirer',
      to: request.reason === 'goodwill' ? 'marketing' : 'claims',
      amount: request.amount,
      currency: 'EUR',
      reference: answer.reference,
    });
    return { reference: answer.reference, approved: true };
  });
}
`,
  'services/payments/src/webhook.ts': text`
import { createHmac, timingSafeEqual } from 'node:crypto';
import { settlePending } from './settlement.js';

const secret = process.env.ACQUIRER_WEBHOOK_SECRET ?? '';

/** The acquirer signs the body; whatever does not match never reaches the ledger. */
export async function receiveWebhook(signature: unknown, body: unknown): Promise<void> {
  const expected = createHmac('sha256', secret).update(JSON.stringify(body)).digest();
  const given = Buffer.from(String(signature), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error('The signature of the webhook does not match.');
  }

  const event = body as { type: string; reference: string; code: number };
  // They send "capture.updated" up to 5 times, also after it succeeded.
  if (event.type === 'capture.updated') await settlePending(event.reference, event.code);
}
`,
  'services/payments/src/idempotency.ts': text`
import { database } from './database.js';

const keepDays = 14;

/** Runs the work once per key; later calls get the stored answer, also after a restart. */
export async function once<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const [known] = await database.query<{ answer: Result | null }>(
    'INSERT INTO request (key, created) VALUES ($1, now()) ON CONFLICT (key) DO UPDATE SET key = $1 RETURNING answer',
    [key],
  );
  if (known?.answer != null) return known.answer;

  const answer = await work();
  await database.query('UPDATE request SET answer = $2 WHERE key = $1', [key, JSON.stringify(answer)]);
  return answer;
}

export async function forgetOld(): Promise<void> {
  await database.query("DELETE FROM request WHERE created < now() - $1 * interval '1 day'", [keepDays]);
}
`,
  'services/payments/openapi.yaml': text`
openapi: 3.1.0
info:
  title: payments
  version: 1.63.0
paths:
  /healthz:
    get:
      summary: Is the ledger's database reachable
  /captures:
    post:
      summary: Take what was authorised
      responses:
        '201': { description: Taken }
        '202': { description: The acquirer has not decided yet }
  /refunds:
    post:
      summary: Give money back
      responses:
        '201': { description: Given back, or waiting for approval }
`,
  'services/payments/test/capture.test.ts': text`
import { describe, expect, it, vi } from 'vitest';
import { acquirer } from '../src/acquirer.js';
import { capture } from '../src/capture.js';

const request = { parcel: 'HB0000004711', authorization: 'auth-12345', amount: 1290, currency: 'EUR' };

describe('capture', () => {
  it('takes money once, however often it is asked', async () => {
    const call = vi.spyOn(acquirer, 'capture').mockResolvedValue({ code: 1000, reference: 'r-1' });
    await capture(request);
    await capture(request);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('leaves it pending when the acquirer says ask again later', async () => {
    vi.spyOn(acquirer, 'capture').mockResolvedValue({ code: 1300, reference: 'r-2' });
    expect(await capture({ ...request, authorization: 'auth-99999' })).toMatchObject({ state: 'pending' });
  });

  it('refuses a parcel number that is none', async () => {
    await expect(capture({ ...request, parcel: '4711' })).rejects.toThrow();
  });
});
`,
};

import { type SampleFiles, text } from './text';

/** Two people know it, one of them has been quiet for months. */
export const notificationsFiles: SampleFiles = {
  'services/notifications/package.json': text`
{
  "name": "@harbour/notifications",
  "version": "0.31.2",
  "private": true,
  "type": "module",
  "scripts": {
    "start": "node dist/worker.js",
    "build": "tsc -p .",
    "test": "vitest run",
    "replay": "node dist/replay.js --since"
  },
  "dependencies": {
    "nats": "2.29.1",
    "nodemailer": "6.9.16"
  }
}
`,
  'services/notifications/Dockerfile': text`
FROM node:22-alpine
ENV NODE_ENV=production \
    HEALTH_PORT=8084 \
    NATS_URL=nats://events:4222
WORKDIR /app
COPY . .
RUN npm install --omit=dev && npm run build
EXPOSE 8084
HEALTHCHECK --interval=30s CMD wget -qO- http://localhost:8084/healthz || exit 1
CMD ["node", "dist/worker.js"]
`,
  'services/notifications/README.md': text`
# notifications

Tells people that their parcel moves: e-mail and text message, in the language they chose.
Nothing is sent between 21:00 and 08:00, except "at your door".
`,
  'services/notifications/src/worker.ts': text`
import { createServer } from 'node:http';
import { connect, JSONCodec } from 'nats';
import { sendEmail } from './channels/email.js';
import { sendText } from './channels/sms.js';
import { preferencesOf } from './preferences.js';
import { withRetry } from './retry.js';
import { render } from './templates.js';

interface Scan {
  parcel: string;
  kind: string;
  recipient: string;
  at: string;
}

const codec = JSONCodec<Scan>();
const connection = await connect({ servers: process.env.NATS_URL ?? 'nats://localhost:4222' });
const scans = connection.subscribe('scans.>', { queue: 'notifications' });

let lastSent = Date.now();
createServer((_request, response) => {
  // Quiet for 20 minutes in the daytime means that we are stuck.
  response.writeHead(Date.now() - lastSent < 20 * 60_000 ? 200 : 503).end();
}).listen(Number(process.env.HEALTH_PORT ?? 8084));

for await (const message of scans) {
  const scan = codec.decode(message.data);
  const preferences = await preferencesOf(scan.recipient);
  const body = render(scan.kind, preferences.language, { parcel: scan.parcel });
  if (body === null) continue;

  await withRetry(() => {
    if (preferences.channel === 'sms') return sendText(preferences.phone, body);
    return sendEmail(preferences.email, body);
  });
  lastSent = Date.now();
}
`,
  'services/notifications/src/templates.ts': text`
type Language = 'en' | 'sv' | 'da';

const templates: Record<string, Record<Language, string>> = {
  'at-depot': {
    en: 'Your parcel {parcel} has reached the depot.',
    sv: 'Ditt paket {parcel} har kommit till depån.',
    da: 'Din pakke {parcel} er nået til depotet.',
  },
  'on-vehicle': {
    en: 'Your parcel {parcel} comes today.',
    sv: 'Ditt paket {parcel} kommer i dag.',
    da: 'Din pakke {parcel} kommer i dag.',
  },
  'at-door': {
    en: 'We are at your door with parcel {parcel}.',
    sv: 'Vi står vid din dörr med paket {parcel}.',
    da: 'Vi står ved din dør med pakke {parcel}.',
  },
};

/** Null for a scan nobody wants to hear about. */
export function render(kind: string, language: Language, values: Record<string, string>): string | null {
  const template = templates[kind]?.[language];
  if (template === undefined) return null;
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
`,
  'services/notifications/src/channels/email.ts': text`
import { createTransport } from 'nodemailer';

const transport = createTransport({
  host: process.env.SMTP_HOST,
  port: 587,
  pool: true,
  maxConnections: 4,
  connectionTimeout: 10_000,
});

export async function sendEmail(to: string, body: string): Promise<void> {
  await transport.sendMail({
    from: 'Harbour <parcels@harbour.example.com>',
    to,
    subject: body.slice(0, 60),
    text: body,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}
`,
  'services/notifications/src/channels/sms.ts': text`
const gateway = process.env.SMS_GATEWAY_URL ?? 'http://localhost:9191';

/** The gateway answers 504 although it sent the message: asking again would send it twice. */
export async function sendText(phone: string, body: string): Promise<void> {
  const response = await fetch(gateway + '/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: phone, text: body.slice(0, 160), sender: 'HARBOUR' }),
    signal: AbortSignal.timeout(6_000),
  });
  if (response.status === 504) return;
  if (!response.ok) throw new Error('The SMS gateway answered ' + response.status);
}
`,
  'services/notifications/src/preferences.ts': text`
export interface Preferences {
  channel: 'email' | 'sms';
  language: 'en' | 'sv' | 'da';
  email: string;
  phone: string;
}

const remembered = new Map<string, { until: number; preferences: Preferences }>();
const rememberFor = 5 * 60_000;

export async function preferencesOf(recipient: string): Promise<Preferences> {
  const known = remembered.get(recipient);
  if (known !== undefined && known.until > Date.now()) return known.preferences;

  const response = await fetch('http://tracking:8082/recipients/' + encodeURIComponent(recipient));
  const preferences = (await response.json()) as Preferences;
  remembered.set(recipient, { until: Date.now() + rememberFor, preferences });
  return preferences;
}
`,
  'services/notifications/src/retry.ts': text`
const attempts = 5;
const firstWait = 800;

/** Doubles the wait each time; the last failure is the caller's. */
export async function withRetry<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts) throw error;
      const jitter = Math.random() * 250;
      await new Promise(resolve => setTimeout(resolve, firstWait * 2 ** attempt + jitter));
    }
  }
}
`,
  'services/notifications/test/retry.test.ts': text`
import { expect, it, vi } from 'vitest';
import { withRetry } from '../src/retry.js';

it('gives up after five times', async () => {
  vi.useFakeTimers();
  const work = vi.fn().mockRejectedValue(new Error('no'));
  const result = expect(withRetry(work)).rejects.toThrow('no');
  await vi.runAllTimersAsync();
  await result;
  expect(work).toHaveBeenCalledTimes(5);
});
`,
};

import { type SampleFiles, text } from './text';

/** A workspace of npm packages that four people share. */
export const webFiles: SampleFiles = {
  'web/package.json': text`
{
  "name": "@harbour/web",
  "private": true,
  "workspaces": ["packages/*"],
  "scripts": {
    "dev": "npm run dev --workspace @harbour/track-page",
    "build": "npm run build --workspaces",
    "test": "npm run test --workspaces --if-present",
    "generate": "openapi-typescript ../services/payments/openapi.yaml -o packages/client/src/generated/payments.ts"
  },
  "devDependencies": {
    "openapi-typescript": "7.5.2",
    "typescript": "5.7.3",
    "vite": "6.0.11"
  }
}
`,
  'web/package-lock.json': text`
{
  "name": "@harbour/web",
  "lockfileVersion": 3,
  "requires": true,
  "packages": {
    "node_modules/openapi-typescript": {
      "version": "7.5.2",
      "integrity": "sha512-W/QXuQz0Fa3bGY6LKoqTCgrSX+xI/ST+E5RXo2WBmp3WwgXCWKDJPHv5GZmElF4yLCccnqYsakBDOJikHZYGRw=="
    },

    "node_modules/typescript": {
      "version": "5.7.3",
      "integrity": "sha512-84MVSjMEHP1FQRPy3pX9sTVV/INIex71s9TL2Gm5FG/WG1SqXeKyZ0k7/blY/4FdOzI12CBy1vGc4og/eus0fw=="
    },

    "node_modules/vite": {
      "version": "6.0.11",
      "integrity": "sha512-4VL9mQPKoHy4+FE0NnRE/kbY51TOfaknxAjt3fJbGJxhIpBZiqVzlZDEesWWsuREXHwNdAoOFZ9MkPEVXczHwg=="
    },

    "node_modules/rollup": {
      "version": "4.32.0",
      "integrity": "sha512-JmrhfQR31Q4AuNBjjAX4s+a/Pu/Q8Q9iwjWBsjRH1q52SPFE2NqRMK6fUZKKnvKO6id+h7JIRf0oYsph53eATg=="
    }
  }
}
`,
  'web/Dockerfile': text`
FROM node:22-alpine AS build
WORKDIR /web
COPY . .
RUN npm ci && npm run build

FROM nginx:1.27-alpine
COPY --from=build /web/packages/track-page/dist /usr/share/nginx/html
EXPOSE 8080
HEALTHCHECK CMD wget -qO- http://localhost:8080/ || exit 1
CMD ["nginx", "-g", "daemon off;"]
`,
  'web/packages/ui/package.json': text`
{
  "name": "@harbour/ui",
  "version": "1.12.0",
  "private": true,
  "scripts": {
    "build": "vite build",
    "test": "vitest run"
  }
}
`,
  'web/packages/ui/src/button.ts': text`
export interface ButtonOptions {
  label: string;
  kind?: 'primary' | 'quiet' | 'danger';
  onPress: () => void | Promise<void>;
}

/** Cannot be pressed twice: it is busy until the promise of the first press ends. */
export function button({ label, kind = 'primary', onPress }: ButtonOptions): HTMLButtonElement {
  const element = document.createElement('button');
  element.className = 'hb-button hb-button-' + kind;
  element.textContent = label;

  element.addEventListener('click', async () => {
    element.disabled = true;
    element.setAttribute('aria-busy', 'true');
    try {
      await onPress();
    } finally {
      element.disabled = false;
      element.removeAttribute('aria-busy');
    }
  });

  return element;
}
`,
  'web/packages/ui/src/parcelCard.ts': text`
import { relativeDay } from './relativeDay.js';

export interface ParcelSummary {
  number: string;
  state: string;
  eta: string | null;
}

export function parcelCard(parcel: ParcelSummary): HTMLElement {
  const card = document.createElement('article');
  card.className = 'hb-card';
  card.dataset.state = parcel.state;

  const title = document.createElement('h2');
  title.textContent = parcel.number.replace(/(\d{4})(?=\d)/g, '$1 ');
  card.append(title);

  const when = document.createElement('p');
  when.textContent = parcel.eta === null ? 'We do not know yet when it arrives.' : 'Arrives ' + relativeDay(parcel.eta);
  card.append(when);

  return card;
}
`,
  'web/packages/ui/src/relativeDay.ts': text`
const day = 24 * 60 * 60 * 1000;

/** "today", "tomorrow", or the day of the week. */
export function relativeDay(iso: string, now: Date = new Date()): string {
  const then = new Date(iso);
  const days = Math.floor(then.getTime() / day) - Math.floor(now.getTime() / day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1 && days < 7) return then.toLocaleDateString('en', { weekday: 'long' });
  return then.toLocaleDateString('en', { day: 'numeric', month: 'long' });
}
`,
  'web/packages/ui/src/theme.css': text`
:root {
  --hb-ink: #12263a;
  --hb-water: #1f6f8b;
  --hb-rope: #c8963e;
  --hb-radius: 6px;
}

.hb-button {
  padding: 8px 16px;
  border: 0;
  border-radius: var(--hb-radius);
  background: var(--hb-water);
  color: white;
}

.hb-button-danger {
  background: #a4303f;
}

.hb-card {
  padding: 16px;
  border: 1px solid #d5dde3;
  border-radius: var(--hb-radius);
}
`,
  'web/packages/track-page/package.json': text`
{
  "name": "@harbour/track-page",
  "version": "3.4.0",
  "private": true,
  "scripts": {
    "dev": "vite --port 5173",
    "build": "vite build",
    "test": "vitest run"
  },
  "dependencies": {
    "@harbour/client": "*",
    "@harbour/ui": "*"
  }
}
`,
  'web/packages/track-page/src/main.ts': text`
import { findParcel } from '@harbour/client';
import { parcelCard } from '@harbour/ui';
import { timeline } from './timeline.js';

const main = document.querySelector('main') as HTMLElement;
const number = new URLSearchParams(location.search).get('parcel') ?? '';

async function show(): Promise<void> {
  const parcel = await findParcel(number);
  if (parcel === null) {
    main.textContent = 'We have no parcel with this number.';
    return;
  }
  main.replaceChildren(parcelCard(parcel), timeline(parcel.scans));
}

await show();
// Scans come in every few minutes; nobody needs them by the second.
setInterval(() => void show(), 60_000);
`,
  'web/packages/track-page/src/timeline.ts': text`
export interface Scan {
  depot: string;
  kind: string;
  at: string;
}

const words: Record<string, string> = {
  accepted: 'Handed in',
  sorted: 'Sorted',
  'on-ferry': 'On the ferry',
  'at-depot': 'Reached the depot',
  'on-vehicle': 'On the way to you',
};

export function timeline(scans: readonly Scan[]): HTMLOListElement {
  const list = document.createElement('ol');
  list.className = 'timeline';
  for (const scan of scans.toReversed()) {
    const item = document.createElement('li');
    const time = document.createElement('time');
    time.dateTime = scan.at;
    time.textContent = new Date(scan.at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
    item.append(time, ' ' + (words[scan.kind] ?? scan.kind) + ', ' + scan.depot);
    list.append(item);
  }
  return list;
}
`,
  'web/packages/track-page/test/timeline.test.ts': text`
// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { timeline } from '../src/timeline.js';

it('shows the newest scan first', () => {
  const list = timeline([
    { depot: 'Kalmar', kind: 'accepted', at: '2024-03-04T09:00:00Z' },
    { depot: 'Visby', kind: 'at-depot', at: '2024-03-05T06:30:00Z' },
  ]);
  expect(list.firstElementChild?.textContent).toContain('Visby');
});

it('shows a kind of scan that it does not know', () => {
  const list = timeline([{ depot: 'Kalmar', kind: 'lost', at: '2024-03-04T09:00:00Z' }]);
  expect(list.textContent).toContain('lost, Kalmar');
});
`,
  'web/packages/desk/package.json': text`
{
  "name": "@harbour/desk",
  "version": "0.18.0",
  "private": true,
  "scripts": {
    "dev": "vite --port 5174",
    "build": "vite build"
  },
  "dependencies": {
    "@harbour/client": "*",
    "@harbour/ui": "*"
  }
}
`,
  'web/packages/desk/src/main.ts': text`
import { button } from '@harbour/ui';
import { openRefund } from './refundDialog.js';
import { search } from './search.js';

const results = document.querySelector('#results') as HTMLElement;
const field = document.querySelector('input[type=search]') as HTMLInputElement;

let latest = 0;
field.addEventListener('input', async () => {
  const mine = ++latest;
  const parcels = await search(field.value);
  // A slower, older answer must not overwrite a newer one.
  if (mine !== latest) return;

  results.replaceChildren(
    ...parcels.map(parcel => {
      const row = document.createElement('li');
      row.append(parcel.number, ' ', parcel.recipient);
      row.append(button({ label: 'Refund', kind: 'quiet', onPress: () => openRefund(parcel.reference) }));
      return row;
    }),
  );
});
`,
  'web/packages/desk/src/search.ts': text`
export interface DeskParcel {
  number: string;
  recipient: string;
  reference: string;
}

/** By number, name or street; at least three characters. */
export async function search(words: string): Promise<readonly DeskParcel[]> {
  const query = words.trim();
  if (query.length < 3) return [];
  const response = await fetch('/api/parcels?limit=50&q=' + encodeURIComponent(query));
  if (!response.ok) throw new Error('Search answered ' + response.status);
  return (await response.json()) as readonly DeskParcel[];
}
`,
  'web/packages/desk/src/refundDialog.ts': text`
import { createRefund } from '@harbour/client';
import { button } from '@harbour/ui';

const reasons = ['lost', 'damaged', 'late', 'goodwill'] as const;

export async function openRefund(reference: string): Promise<void> {
  const dialog = document.createElement('dialog');
  const amount = document.createElement('input');
  amount.type = 'number';
  amount.min = '1';

  const reason = document.createElement('select');
  for (const value of reasons) reason.add(new Option(value));

  const refund = button({
    label: 'Give the money back',
    kind: 'danger',
    onPress: async () => {
      const result = await createRefund({ reference, amount: Math.round(amount.valueAsNumber * 100), reason: reason.value });
      if (!result.approved) alert('Above 250 € a second person has to approve it.');
      dialog.close();
    },
  });

  dialog.append(amount, reason, refund);
  document.body.append(dialog);
  dialog.showModal();
}
`,
  'web/packages/client/package.json': text`
{
  "name": "@harbour/client",
  "version": "2.0.3",
  "private": true,
  "scripts": {
    "build": "tsc -p ."
  }
}
`,
  'web/packages/client/src/index.ts': text`
import type { paths } from './generated/payments.js';

type RefundBody = paths['/refunds']['post']['requestBody'];

export async function findParcel(number: string): Promise<any | null> {
  const response = await fetch('/api/parcels/' + encodeURIComponent(number));
  if (response.status === 404) return null;
  return response.json();
}

export async function createRefund(body: RefundBody): Promise<{ approved: boolean }> {
  const response = await fetch('/api/refunds', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error('The refund was refused: ' + response.status);
  return response.json();
}
`,
  'web/packages/client/src/generated/payments.ts': text`
/**
 * This file was auto-generated by openapi-typescript.
 * Do not make direct changes to the file.
 */

export interface paths {
  '/healthz': {
    get: { responses: { 200: never } };
  };

  '/captures': {
    post: {
      requestBody: { parcel: string; authorization: string; amount: number; currency: string };
      responses: { 201: never; 202: never };
    };
  };

  '/refunds': {
    post: {
      requestBody: { reference: string; amount: number; reason: string };
      responses: { 201: never };
    };
  };
}
`,
};

import type { PersonName } from './people';

/** One commit at a day of its own. What it names and does not exist yet, it creates. */
export interface PlannedCommit {
  readonly who: PersonName;
  /** Days before the last day. */
  readonly day: number;
  readonly subject: string;
  readonly body?: string;
  readonly coAuthor?: PersonName;
  readonly reviewer?: PersonName;
  /** Files, or folders with a `/` at the end. */
  readonly paths: readonly string[];
}

/** Many commits over a time, each on some of the files. */
export interface Stream {
  readonly who: PersonName;
  /** Days before the last day: the earlier one first. */
  readonly from: number;
  readonly to: number;
  readonly commits: number;
  readonly paths: readonly string[];
  readonly without?: readonly string[];
  /** Most files of one commit. */
  readonly atMost: number;
  readonly scope: string;
  /** What the subjects speak of; whole subjects where there is no scope. */
  readonly topics: readonly string[];
  /** Of every third commit. */
  readonly coAuthor?: PersonName;
  /** Merges it as pull requests of two or three commits. */
  readonly mergedBy?: PersonName;
}

/** A folder that moved: everything in it was at `from` until that day. */
export interface Move {
  readonly who: PersonName;
  readonly day: number;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** Changed in the same commit. */
  readonly edited: readonly string[];
}

export const moves: readonly Move[] = [
  {
    who: 'ingrid',
    day: 800,
    subject: 'Rename stickers to labels, as everybody calls them',
    from: 'services/stickers/',
    to: 'services/labels/',
    edited: ['services/labels/pyproject.toml', 'services/labels/README.md'],
  },
  {
    who: 'anneke',
    day: 520,
    subject: 'docs: move docs/oncall to docs/runbooks',
    from: 'docs/oncall/',
    to: 'docs/runbooks/',
    edited: ['docs/runbooks/README.md'],
  },
];

/** Spaces for tabs in the whole of `web/`; listed in `.git-blame-ignore-revs` right after. */
export const reformat = { who: 'anneke', day: 420, subject: 'web: spaces instead of tabs', folder: 'web/packages/' } as const;

/** Created by a merge commit itself, the first one of tracking after that day. */
export const addedByMerge = { path: 'services/tracking/internal/geofence/geofence.go', day: 560 } as const;

const payments = 'services/payments/';
const tracking = 'services/tracking/';
const labels = 'services/labels/';
const notifications = 'services/notifications/';
const client = 'web/packages/client/';

export const singleCommits: readonly PlannedCommit[] = [
  { who: 'tobias', day: 920, subject: 'A place for everything', paths: ['README.md', 'Makefile', '.gitignore', '.env.example'] },
  { who: 'mara', day: 917, subject: 'payments: first capture against the sandbox', paths: [`${payments}package.json`, `${payments}src/server.ts`, `${payments}src/capture.ts`, `${payments}src/acquirer.ts`, `${payments}README.md`] },
  { who: 'ingrid', day: 915, subject: 'stickers: print a parcel number', paths: [`${labels}pyproject.toml`, `${labels}labels/app.py`, `${labels}labels/barcode.py`, `${labels}labels/render.py`, `${labels}README.md`] },
  { who: 'dilanAtHome', day: 913, subject: 'tracking: store scans', paths: [`${tracking}go.mod`, `${tracking}main.go`, `${tracking}internal/store/`, `${tracking}README.md`] },
  { who: 'tobias', day: 911, subject: 'compose: everything on one machine', paths: ['compose.yaml'] },
  { who: 'ingrid', day: 905, subject: 'stickers: copy zpl-document 0.9.1', paths: [`${labels}vendor/zpl/document.py`] },
  { who: 'mara', day: 903, subject: 'payments: double-entry ledger', paths: [`${payments}src/ledger.ts`, `${payments}src/database.ts`, `${payments}migrations/0001_ledger.up.sql`, `${payments}migrations/0001_ledger.down.sql`] },
  { who: 'priya', day: 899, subject: 'tracking: answer the track page', paths: [`${tracking}internal/api/`], coAuthor: 'dilanAtHome' },
  { who: 'wouter', day: 896, subject: 'tracking: read scans from NATS', paths: [`${tracking}internal/events/`] },
  { who: 'tobias', day: 893, subject: 'infra: cluster and databases', paths: ['infra/terraform/', 'infra/README.md'] },
  { who: 'ingrid', day: 889, subject: 'stickers: routing codes of the carriers', paths: [`${labels}labels/carriers.py`, `${labels}labels/spool.py`, `${labels}Dockerfile`] },
  { who: 'tobias', day: 886, subject: 'infra: run it in the cluster', paths: ['infra/k8s/payments.yaml', 'infra/k8s/tracking.yaml', 'infra/k8s/labels.yaml', 'infra/k8s/ingress.yaml'] },
  { who: 'kenji', day: 880, subject: 'notifications: tell people by e-mail', paths: [`${notifications}package.json`, `${notifications}src/worker.ts`, `${notifications}src/templates.ts`, `${notifications}src/channels/email.ts`, `${notifications}README.md`, `${notifications}Dockerfile`] },
  { who: 'mara', day: 876, subject: 'payments: refunds', paths: [`${payments}src/refund.ts`, `${payments}src/idempotency.ts`, `${payments}migrations/0002_requests.up.sql`, `${payments}Dockerfile`] },
  { who: 'priya', day: 872, subject: 'CI for every service', paths: ['.github/workflows/ci.yaml', `${tracking}Dockerfile`] },
  { who: 'anneke', day: 866, subject: 'web: a workspace with the first page', paths: ['web/package.json', 'web/package-lock.json', 'web/packages/ui/', 'web/packages/track-page/package.json', 'web/packages/track-page/src/'] },
  { who: 'tobias', day: 858, subject: 'Owners of the folders', paths: ['.github/CODEOWNERS'] },
  { who: 'mara', day: 851, subject: 'docs: what to do when captures fail', paths: ['docs/runbooks/payment-capture-failing.md'] },
  { who: 'ingrid', day: 846, subject: 'docs: how to rotate the carrier keys', paths: ['docs/runbooks/rotate-carrier-keys.md', 'scripts/rotate-carrier-keys.sh'] },
  { who: 'mara', day: 838, subject: 'payments: webhook of the acquirer', paths: [`${payments}src/webhook.ts`, `${payments}src/settlement.ts`, `${payments}test/capture.test.ts`, `${payments}openapi.yaml`] },
  { who: 'tobias', day: 830, subject: 'monitoring: first alerts', paths: ['monitoring/alerts.yaml'] },
  { who: 'mara', day: 822, subject: 'docs: runbook of payments', paths: ['docs/runbooks/payments.md'] },
  { who: 'anneke', day: 815, subject: 'docs: list of the runbooks, how it fits together', paths: ['docs/runbooks/README.md', 'docs/architecture.md'], coAuthor: 'tobias' },
  { who: 'ingrid', day: 806, subject: 'stickers: tests for the barcode, reprint', paths: [`${labels}tests/test_barcode.py`, `${labels}labels/reprint.py`] },
  { who: 'priya', day: 780, subject: 'tracking: say when it arrives', paths: [`${tracking}internal/eta/`] },
  { who: 'kenji', day: 764, subject: 'notifications: text messages', paths: [`${notifications}src/channels/sms.ts`, `${notifications}src/retry.ts`, `${notifications}test/retry.test.ts`] },
  { who: 'ingrid', day: 738, subject: 'labels: notes for whoever comes after me', paths: [`${labels}README.md`] },
  { who: 'tobias', day: 726, subject: 'Deploy by hand from a workflow', paths: ['.github/workflows/deploy.yaml', 'infra/k8s/notifications.yaml'] },
  { who: 'wouter', day: 702, subject: 'docs: runbook of tracking', paths: ['docs/runbooks/tracking.md'], coAuthor: 'priya' },
  { who: 'anneke', day: 690, subject: 'web: desk for the people at the counter', paths: ['web/packages/desk/package.json', 'web/packages/desk/src/main.ts', 'web/packages/desk/src/search.ts'] },
  { who: 'tobias', day: 660, subject: 'docs: restore a database', paths: ['docs/runbooks/restore-database.md'] },
  { who: 'noor', day: 640, subject: 'notifications: people choose how they hear from us', paths: [`${notifications}src/preferences.ts`, `${notifications}src/worker.ts`], coAuthor: 'kenji' },
  { who: 'mara', day: 612, subject: 'payments: settle every night', paths: ['.github/workflows/settlement.yaml', `${payments}src/settlement.ts`] },
  { who: 'dilanAtHome', day: 588, subject: 'scripts: replay scans', paths: ['scripts/replay-scans.sh', 'Makefile'] },
  { who: 'noor', day: 545, subject: 'client: generate types from the API of payments', paths: [`${client}package.json`, `${client}src/`, '.gitattributes'] },
  { who: 'anneke', day: 505, subject: 'docs: playbook for a data leak', paths: ['docs/runbooks/data-leak.md'], coAuthor: 'noor' },
  { who: 'noor', day: 400, subject: 'labels: new contract of inselkurier', paths: [`${labels}labels/carriers.py`] },
  { who: 'dilan', day: 328, subject: 'Join my two addresses', paths: ['.mailmap'] },
  { who: 'wouter', day: 300, subject: 'labels: zpl-document 0.9.2', paths: [`${labels}vendor/zpl/`] },
  { who: 'mara', day: 263, subject: 'payments: capture in parallel', paths: [`${payments}src/capture.ts`, `${payments}src/idempotency.ts`] },
  { who: 'mara', day: 262, subject: 'Revert "payments: capture in parallel"', body: 'Customers paid twice: the key did not include the authorisation.', paths: [`${payments}src/capture.ts`, `${payments}src/idempotency.ts`] },
  { who: 'mara', day: 261, subject: 'hotfix: include the authorisation in the key', paths: [`${payments}src/capture.ts`] },
  { who: 'anneke', day: 252, subject: 'docs: what happened with the double captures', paths: ['docs/incidents/double-capture.md'], coAuthor: 'mara' },
  { who: 'priya', day: 240, subject: 'web: image of our own', paths: ['web/Dockerfile', 'compose.yaml'] },
  { who: 'noor', day: 214, subject: 'desk: refunds', paths: ['web/packages/desk/src/refundDialog.ts', `${client}src/index.ts`] },
  { who: 'samir', day: 196, subject: 'Fix what I tripped over on my first day', paths: ['README.md', 'Makefile'] },
  { who: 'tobias', day: 171, subject: 'monitoring: dashboard of payments', paths: ['monitoring/dashboards/payments.json'] },
  { who: 'wouter', day: 150, subject: 'Describe services for the catalog', paths: ['catalog-info.yaml'] },
  { who: 'noor', day: 133, subject: 'hotfix: do not send twice when the SMS gateway times out', paths: [`${notifications}src/channels/sms.ts`] },
  { who: 'samir', day: 118, subject: 'payments: refuse refunds above what was paid', paths: [`${payments}src/refund.ts`], reviewer: 'mara' },
  { who: 'tobias', day: 97, subject: 'labels: base image without known holes', paths: [`${labels}Dockerfile`] },
  { who: 'mara', day: 88, subject: 'Revert "payments: shorter timeout for captures"', body: 'The acquirer needs 8 seconds on Mondays.', paths: [`${payments}src/acquirer.ts`] },
  { who: 'samir', day: 61, subject: 'payments: test pending captures', paths: [`${payments}test/capture.test.ts`], reviewer: 'mara' },
  { who: 'samir', day: 47, subject: 'track-page: test the timeline', paths: ['web/packages/track-page/test/'] },
  { who: 'priya', day: 34, subject: 'docs: review the runbook of tracking', paths: ['docs/runbooks/tracking.md'], reviewer: 'dilan' },
  { who: 'anneke', day: 21, subject: 'Say what counts as a component', paths: ['.single-points.yml'] },
  { who: 'tobias', day: 9, subject: 'Rollback "payments 1.62.0" in the cluster', body: 'Captures took twice as long.', paths: ['infra/k8s/payments.yaml'] },
];

const paymentsTopics = ['declined captures', 'refunds of lost parcels', 'the acquirer timeout', 'ledger bookings', 'webhook signatures', 'idempotency keys', 'pending captures', 'the settlement', 'answer codes', 'currencies of the islands'];
const trackingTopics = ['late scans', 'reconnects', 'the estimate on Sundays', 'parcel numbers', 'the drain at shutdown', 'scans sent twice', 'depots without a line', 'cache headers', 'ferry delays'];
const webTopics = ['the timeline', 'the parcel card', 'keyboard focus', 'the search field', 'dates in Danish', 'slow networks', 'the empty state', 'contrast of the buttons', 'the number field'];
const notificationsTopics = ['quiet hours', 'Swedish templates', 'bounces', 'the retry wait', 'phone numbers with a plus', 'the health check', 'unsubscribed people', 'long subjects'];

export const streams: readonly Stream[] = [
  { who: 'mara', from: 836, to: 2, commits: 74, paths: [payments], atMost: 3, scope: 'payments', topics: paymentsTopics, mergedBy: 'mara' },
  { who: 'dilanAtHome', from: 900, to: 335, commits: 24, paths: [tracking], atMost: 3, scope: 'tracking', topics: trackingTopics, coAuthor: 'priya', mergedBy: 'wouter' },
  { who: 'dilan', from: 326, to: 6, commits: 22, paths: [tracking], atMost: 3, scope: 'tracking', topics: trackingTopics, mergedBy: 'priya' },
  { who: 'priya', from: 880, to: 5, commits: 38, paths: [tracking], atMost: 3, scope: 'tracking', topics: trackingTopics, coAuthor: 'wouter', mergedBy: 'dilan' },
  { who: 'wouter', from: 885, to: 3, commits: 40, paths: [tracking], atMost: 3, scope: 'tracking', topics: trackingTopics, mergedBy: 'priya' },
  { who: 'ingrid', from: 912, to: 745, commits: 38, paths: [labels], without: [`${labels}vendor/`], atMost: 3, scope: 'labels', topics: ['the check digit', 'routing codes', 'printers with an open lid', 'street names', 'the sorter of depot 2', 'reprints', 'umlauts'] },
  { who: 'kenji', from: 870, to: 232, commits: 34, paths: [notifications], atMost: 2, scope: 'notifications', topics: notificationsTopics },
  { who: 'noor', from: 600, to: 4, commits: 34, paths: [notifications], atMost: 2, scope: 'notifications', topics: notificationsTopics, mergedBy: 'noor' },
  { who: 'anneke', from: 855, to: 8, commits: 40, paths: ['web/packages/'], without: [`${client}src/generated/`], atMost: 3, scope: 'web', topics: webTopics, mergedBy: 'noor' },
  { who: 'noor', from: 540, to: 7, commits: 20, paths: ['web/packages/desk/', client], without: [`${client}src/generated/`], atMost: 2, scope: 'desk', topics: webTopics },
  { who: 'priya', from: 700, to: 15, commits: 18, paths: ['web/packages/track-page/', 'web/packages/ui/'], atMost: 2, scope: 'track-page', topics: webTopics },
  { who: 'samir', from: 190, to: 1, commits: 26, paths: ['web/packages/'], without: [`${client}src/generated/`], atMost: 2, scope: 'web', topics: webTopics, coAuthor: 'anneke', mergedBy: 'anneke' },
  { who: 'tobias', from: 480, to: 1, commits: 32, paths: ['infra/k8s/payments.yaml'], atMost: 1, scope: '', topics: ['payments @version', 'payments @version', 'k8s: payments @version', 'payments @version, for real this time', 'payments @version and more memory'] },
  { who: 'tobias', from: 870, to: 12, commits: 30, paths: ['infra/'], without: ['infra/k8s/payments.yaml'], atMost: 2, scope: 'infra', topics: ['node sizes', 'backups', 'the ingress', 'probes', 'memory limits', 'the state bucket', 'certificates'] },
  { who: 'wouter', from: 600, to: 90, commits: 3, paths: ['infra/k8s/tracking.yaml'], atMost: 1, scope: 'infra', topics: ['replicas of tracking', 'the probe of tracking'] },
  { who: 'tobias', from: 800, to: 20, commits: 7, paths: ['monitoring/alerts.yaml'], atMost: 1, scope: 'monitoring', topics: ['noisy alerts', 'thresholds'] },
  { who: 'mara', from: 780, to: 60, commits: 4, paths: ['monitoring/alerts.yaml'], atMost: 1, scope: 'monitoring', topics: ['alerts of payments', 'the ledger alert'] },
  { who: 'mara', from: 800, to: 410, commits: 7, paths: ['docs/runbooks/payments.md', 'docs/runbooks/payment-capture-failing.md'], atMost: 1, scope: '', topics: ['docs: the queue of pending captures', 'docs: what the answer codes mean', 'docs: where the dashboard is', 'docs: the ledger is off', 'docs: the second acquirer', 'docs: restart one instance first', 'docs: review the runbook of payments'] },
  { who: 'dilan', from: 300, to: 70, commits: 3, paths: ['docs/runbooks/tracking.md'], atMost: 1, scope: '', topics: ['docs: which depots lag', 'docs: replay after a rollback', 'docs: who is on call for tracking'] },
  { who: 'priya', from: 650, to: 120, commits: 4, paths: ['docs/runbooks/tracking.md', 'docs/architecture.md'], atMost: 1, scope: '', topics: ['docs: scale tracking', 'docs: draw the events', 'docs: check after a deployment', 'docs: what can be replayed'] },
  { who: 'anneke', from: 780, to: 30, commits: 7, paths: ['docs/runbooks/README.md', 'docs/architecture.md', 'README.md'], atMost: 1, scope: '', topics: ['docs: links that work', 'docs: say it shorter', 'docs: table of the runbooks', 'docs: words for newcomers', 'docs: new pages', 'docs: where the ledger is', 'docs: spelling'] },
  { who: 'tobias', from: 850, to: 25, commits: 9, paths: ['.github/workflows/', 'compose.yaml', 'Makefile'], atMost: 1, scope: 'build', topics: ['caches', 'the order of the services', 'pinned images'] },
  { who: 'priya', from: 800, to: 40, commits: 7, paths: ['.github/workflows/ci.yaml', 'compose.yaml', 'Makefile'], atMost: 1, scope: 'build', topics: ['flaky tests', 'health checks', 'targets'] },
  { who: 'samir', from: 180, to: 10, commits: 5, paths: ['.github/workflows/ci.yaml', 'compose.yaml', 'Makefile'], atMost: 1, scope: 'build', topics: ['the help text', 'ports', 'node versions'] },
  { who: 'noor', from: 500, to: 50, commits: 4, paths: [`${client}src/generated/`], atMost: 1, scope: '', topics: ['client: generate again'] },
  { who: 'bot', from: 820, to: 4, commits: 34, paths: ['web/package-lock.json'], atMost: 1, scope: '', topics: ['build(deps): bump vite in /web', 'build(deps): bump rollup in /web', 'build(deps-dev): bump typescript in /web', 'build(deps): bump openapi-typescript in /web'] },
  { who: 'agent', from: 160, to: 6, commits: 8, paths: ['web/packages/track-page/', `${notifications}src/templates.ts`, `${notifications}test/`], atMost: 2, scope: 'web', topics: ['types of the timeline', 'edge cases of dates', 'missing translations'], coAuthor: 'noor' },
];

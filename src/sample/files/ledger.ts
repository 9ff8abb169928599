import { type SampleFiles, text } from './text';

/** Where the service of payments keeps its books. */
export const ledgerFiles: SampleFiles = {
  'services/payments/src/ledger.ts': text`
import { database } from './database.js';

export type Account = 'receivable' | 'acquirer' | 'claims' | 'marketing' | 'bank';

export interface Booking {
  from: Account;
  to: Account;
  /** In the smallest unit of the currency. */
  amount: number;
  currency: string;
  reference: string;
}

/** Double entry: both sides in one transaction, or none. */
export async function book(booking: Booking): Promise<void> {
  await database.transaction(async query => {
    await query('SET LOCAL lock_timeout = 2000');
    await query(
      'INSERT INTO entry (account, amount, currency, reference) VALUES ($1, $2, $3, $4)',
      [booking.from, -booking.amount, booking.currency, booking.reference],
    );
    await query(
      'INSERT INTO entry (account, amount, currency, reference) VALUES ($1, $2, $3, $4)',
      [booking.to, booking.amount, booking.currency, booking.reference],
    );
  });
}

export async function balanceOf(reference: string): Promise<number> {
  const rows = await database.query<{ sum: string }>(
    "SELECT coalesce(sum(amount), 0) AS sum FROM entry WHERE reference = $1 AND account = 'acquirer'",
    [reference],
  );
  return Number(rows[0]?.sum ?? 0);
}

/** Zero, or the books are wrong: the alert LedgerMismatch watches this. */
export async function imbalance(): Promise<number> {
  const rows = await database.query<{ sum: string }>('SELECT coalesce(sum(amount), 0) AS sum FROM entry', []);
  return Number(rows[0]?.sum ?? 0);
}
`,
  'services/payments/src/database.ts': text`
import pg from 'pg';

type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

const pool = new pg.Pool({
  connectionString: process.env.LEDGER_DATABASE_URL,
  max: 12,
  idleTimeoutMillis: 30_000,
});

export const database = {
  query: (async (sql, values = []) => (await pool.query(sql, values)).rows) as Query,

  async transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
      const result = await work(async (sql, values = []) => (await client.query(sql, values)).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },

  async isAlive(within: number): Promise<boolean> {
    const slow = new Promise<boolean>(resolve => setTimeout(() => resolve(false), within));
    return Promise.race([slow, pool.query('SELECT 1').then(() => true, () => false)]);
  },
};
`,
  'services/payments/src/settlement.ts': text`
import { database } from './database.js';
import { forgetOld } from './idempotency.js';
import { book, imbalance } from './ledger.js';

interface Payout {
  reference: string;
  amount: number;
  currency: string;
}

/** A webhook told us how a pending capture ended. */
export async function settlePending(reference: string, code: number): Promise<void> {
  if (code >= 2000) return;
  const [pending] = await database.query<Payout>('SELECT * FROM pending WHERE reference = $1', [reference]);
  if (pending === undefined) return;
  await book({ from: 'receivable', to: 'acquirer', ...pending });
  await database.query('DELETE FROM pending WHERE reference = $1', [reference]);
}

/** Every night at 02:30: what the acquirer paid out moves to the bank account. */
export async function settle(payouts: readonly Payout[]): Promise<void> {
  for (const payout of payouts) {
    // The acquirer keeps 1.4 % and does not say so in the file.
    const fee = Math.round(payout.amount * 0.014);
    await book({ from: 'acquirer', to: 'bank', ...payout, amount: payout.amount - fee });
  }

  const difference = await imbalance();
  if (difference !== 0) throw new Error('The ledger is off by ' + difference);
  await forgetOld();
}
`,
  'services/payments/migrations/0001_ledger.up.sql': text`
CREATE TABLE entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  reference text NOT NULL,
  booked timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX entry_reference ON entry (reference);
`,
  'services/payments/migrations/0001_ledger.down.sql': text`
DROP TABLE entry;
`,
  'services/payments/migrations/0002_requests.up.sql': text`
CREATE TABLE request (
  key text PRIMARY KEY,
  answer jsonb,
  created timestamptz NOT NULL
);

CREATE TABLE pending (
  reference text PRIMARY KEY,
  amount bigint NOT NULL,
  currency char(3) NOT NULL
);
`,
};

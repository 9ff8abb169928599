import type { Identity } from './fastImport';

/** Everybody who appears in the sample. All of them are made up. */
export const people = {
  /** Knows payments, alone. */
  mara: { name: 'Mara Lindqvist', email: 'mara.lindqvist@example.com' },
  /** Keeps the cluster alive, alone. */
  tobias: { name: 'Tobias Rehn', email: 'tobias.rehn@example.com' },
  dilan: { name: 'Dilan Okafor', email: 'dilan.okafor@example.com' },
  /** The same person, before `.mailmap` said so. */
  dilanAtHome: { name: 'dokafor', email: 'dilan@okafor.example.com' },
  priya: { name: 'Priya Castellanos', email: 'priya.castellanos@example.com' },
  wouter: { name: 'Wouter Haddad', email: 'wouter.haddad@example.com' },
  /** Wrote labels, then left. */
  ingrid: { name: 'Ingrid Salvesen', email: 'ingrid.salvesen@example.com' },
  /** Wrote notifications, then went quiet. */
  kenji: { name: 'Kenji Baptiste', email: 'kenji.baptiste@example.com' },
  noor: { name: 'Noor Eriksen', email: 'noor.eriksen@example.com' },
  anneke: { name: 'Anneke Mwangi', email: 'anneke.mwangi@example.com' },
  /** Joined last. */
  samir: { name: 'Samir Kowalczyk', email: 'samir.kowalczyk@example.com' },
  bot: { name: 'deps-bot[bot]', email: 'deps-bot[bot]@users.noreply.example.com' },
  agent: { name: 'Claude', email: 'noreply@anthropic.com' },
} as const satisfies Record<string, Identity>;

export type PersonName = keyof typeof people;

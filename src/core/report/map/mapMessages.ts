import type { Words } from '../translate';
import type { MapColumns, MapOwnership } from './mapColumns';

/** Somebody who may be thought away. */
export interface MapPerson {
  readonly name: string;
  readonly away: boolean;
}

/** Editor to webview. Plain, with typed arrays, which a webview's port carries as they are. */
export type ToMap =
  /** First of all. `repository` names it to the editor; `words` are null for English. */
  | {
      readonly kind: 'start';
      readonly repository: string;
      readonly words: Words | null;
    }
  /** Nothing can be shown, and why. */
  | { readonly kind: 'nothing'; readonly text: string }
  | {
      readonly kind: 'map';
      /** Of the list of people. */
      readonly revision: number;
      /** What the repository is called. */
      readonly name: string;
      readonly columns: MapColumns;
      readonly ownership: MapOwnership;
      /** By name; null where the settings of the repository do not allow to ask. */
      readonly people: readonly MapPerson[] | null;
      /** Moments that can be looked back at, in seconds, oldest first; without today. */
      readonly past: readonly number[];
    }
  /** What would be without people, or what is again. `text` is empty for what is. */
  | {
      readonly kind: 'simulated';
      readonly ownership: MapOwnership | null;
      readonly text: string;
      /** By index in the list of people. */
      readonly away: readonly number[];
    }
  /** What was at a moment; `gone` files of it are not there any more. */
  | { readonly kind: 'moment'; readonly date: number; readonly ownership: MapOwnership; readonly gone: number }
  | { readonly kind: 'momentProgress'; readonly date: number; readonly done: number; readonly total: number }
  | { readonly kind: 'momentFailed'; readonly date: number; readonly text: string }
  /** Why something is in the state it is. */
  | {
      readonly kind: 'explained';
      readonly question: number;
      readonly sentence: string;
      readonly facts: readonly string[];
    }
  /** Look at a component. */
  | { readonly kind: 'look'; readonly component: string };

/** Webview to editor. */
export type FromMap =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly path: string }
  /** A component that is looked at, for the views that can go along. */
  | { readonly kind: 'follow'; readonly component: string }
  | {
      readonly kind: 'explain';
      readonly question: number;
      readonly component: string | null;
      readonly path: string | null;
    }
  | { readonly kind: 'away'; readonly revision: number; readonly people: readonly number[] }
  | { readonly kind: 'moment'; readonly date: number }
  /** The moment is not waited for any more. */
  | { readonly kind: 'cancelMoment' }
  | { readonly kind: 'save'; readonly format: 'svg' | 'png'; readonly picture: Uint8Array };

/** A message of the webview, if it is one; null for anything else. */
export function messageFromMap(value: unknown): FromMap | null {
  if (typeof value !== 'object' || value === null) return null;
  const message = value as Readonly<Record<string, unknown>>;
  switch (message['kind']) {
    case 'ready':
      return { kind: 'ready' };
    case 'cancelMoment':
      return { kind: 'cancelMoment' };
    case 'open': {
      const { path } = message;
      return typeof path === 'string' ? { kind: 'open', path } : null;
    }
    case 'follow': {
      const { component } = message;
      return typeof component === 'string' ? { kind: 'follow', component } : null;
    }
    case 'explain': {
      const { question, component, path } = message;
      return isWhole(question) && isTextOrNull(component) && isTextOrNull(path)
        ? { kind: 'explain', question, component, path }
        : null;
    }
    case 'away': {
      const { revision, people } = message;
      return isWhole(revision) && Array.isArray(people) && people.every(isWhole)
        ? { kind: 'away', revision, people }
        : null;
    }
    case 'moment': {
      const { date } = message;
      return isWhole(date) ? { kind: 'moment', date } : null;
    }
    case 'save': {
      const { format, picture } = message;
      return (format === 'svg' || format === 'png') && picture instanceof Uint8Array
        ? { kind: 'save', format, picture }
        : null;
    }
    default:
      return null;
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

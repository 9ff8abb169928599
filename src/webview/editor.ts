import type { FromMap } from '../core/report/map/mapMessages';

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** The way to the extension; a page may take it once. */
const api = acquireVsCodeApi();

export function send(message: FromMap): void {
  api.postMessage(message);
}

/** What was kept when the page was last there: when it is shown again, and after a reload. */
export function keptState(): unknown {
  return api.getState();
}

export function keep(state: unknown): void {
  api.setState(state);
}

import type { ToMap } from '../core/report/map/mapMessages';
import { plainTranslate, translateWith } from '../core/report/translate';
import { keep, keptState, send } from './editor';
import { keptPage } from './keptPage';
import { Page } from './page';
import { returnFocus } from './returningFocus';
import { followTheme } from './theme';

let page: Page | null = null;

/** Only the editor sends messages here: no other page can reach a webview. */
window.addEventListener('message', ({ data }: MessageEvent<ToMap>) => {
  if (data.kind !== 'start') {
    page?.take(data);
    return;
  }
  const translate = data.words === null ? plainTranslate : translateWith(data.words);
  const kept = keptPage(keptState());
  const own = kept.repository === data.repository ? kept : { ...keptPage(null), repository: data.repository };
  keep(own);
  page = new Page(own, translate);
});

followTheme();
returnFocus();
send({ kind: 'ready' });

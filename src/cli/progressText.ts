import type { Progress } from '../analysis/protocol';
import { percent, wholeNumber } from '../core/report/numbers';
import { plainTranslate } from '../core/report/translate';

const phases: Readonly<Record<Progress['phase'], { readonly text: string; readonly unit: string }>> = {
  store: { text: 'Reading what was analysed before', unit: '' },
  history: { text: 'Reading the history', unit: 'commits' },
  files: { text: 'Looking at files', unit: 'files' },
  ownership: { text: 'Finding out who knows what', unit: 'files' },
  lines: { text: 'Following every line', unit: '%' },
  saving: { text: 'Saving', unit: '' },
};

/** `Reading the history: 12,345 commits`, `Looking at files: 120 of 400`. */
export function progressText({ phase, done, total }: Progress): string {
  const { text, unit } = phases[phase];
  if (done <= 0 || unit === '') {
    return `${text} …`;
  }
  if (unit === '%') {
    return total === null || total <= 0 ? `${text} …` : `${text}: ${percent(done / total, plainTranslate)}`;
  }
  return total === null || total <= 0
    ? `${text}: ${wholeNumber(done, plainTranslate)} ${unit}`
    : `${text}: ${wholeNumber(done, plainTranslate)} of ${wholeNumber(total, plainTranslate)} ${unit}`;
}

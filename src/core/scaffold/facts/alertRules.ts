import { alertsOfFile } from '../../runbooks/alerts/readAlerts';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { hasWord, isTelling, namesOf, type Subject, speaksOf } from '../subject';

const most = 200;

/** Alerts that fire for the component: those of its own files, elsewhere those that name it or ask about it. */
export function alertFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  return alertsOfFile(path, text)
    .filter(
      alert => alert.kind === 'rule' && (own || names(subject, `${alert.name} ${alert.summary}`, alert.expression)),
    )
    .slice(0, most)
    .map(({ name, severity, summary, place }): Fact => {
      const said = [severity, summary].filter(each => each !== null && each.trim() !== '').join(': ');
      return { kind: 'alert', name: shown(name), value: shown(said), path, line: place.line };
    });
}

function names(subject: Subject, called: string, expression: string): boolean {
  if (speaksOf(subject, called.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2'))) return true;
  // Only what is selected by a label: metrics of others may carry the name, too.
  const values = [...expression.slice(0, 10_000).matchAll(/=~?\s*["']([^"']{1,200})["']/g)].map(
    match => match[1] ?? '',
  );
  return [...namesOf(subject)].some(
    name => isTelling(name) && values.some(value => value.split('|').some(each => hasWord(each, name))),
  );
}

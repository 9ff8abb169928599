import type { Fact } from '../fact';
import { shown } from '../redact';
import { removalOf, removing } from '../removal';
import { type Subject, speaksOf } from '../subject';

const entry =
  /^\s*((?:[\d*,/A-Za-z-]+[ \t]+){4}[\d*,/A-Za-z-]+|@(?:reboot|yearly|annually|monthly|weekly|daily|hourly))[ \t]+(\S.*)$/;

/** The lines of a crontab: all of the component's own, elsewhere those that speak of it. */
export function crontabFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  return text
    .split('\n')
    .slice(0, 2000)
    .flatMap((line, index): readonly Fact[] => {
      const [, when = '', command = ''] = entry.exec(line.slice(0, 1000)) ?? [];
      if (!/[\d*@]/.test(when) || (!own && !speaksOf(subject, command))) return [];
      return [
        {
          kind: 'schedule',
          name: shown(command),
          value: when.replace(/\s+/g, ' '),
          path,
          line: index + 1,
          ...removing(removalOf(command)),
        },
      ];
    });
}

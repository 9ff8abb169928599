import type { Snapshot } from '../../model';
import type { PastMoment } from '../../pastMoment';
import type { Block, Section } from '../document/block';
import { dayText, wholeNumber } from '../numbers';
import type { Translate } from '../translate';
import { type TrendPoint, trendSvg } from '../trendSvg';

/** Three years of quarters, and today. */
const shownMoments = 13;

/** How truck factor and single points went. */
export function trendSection({ past }: Snapshot, translate: Translate): Section {
  const moments = past.slice(-shownMoments);
  const [first] = moments;
  const last = moments.at(-1);
  const blocks =
    first === undefined || last === undefined || moments.length < 2
      ? [
          {
            kind: 'paragraph' as const,
            text: translate('The history here does not reach back far enough to tell one.', {}),
          },
        ]
      : trendBlocks(moments, first, last, translate);
  return { id: 'trend', title: translate('Trend', {}), blocks };
}

function trendBlocks(
  moments: readonly PastMoment[],
  first: PastMoment,
  last: PastMoment,
  translate: Translate,
): readonly Block[] {
  const pointsOf = (value: (moment: PastMoment) => number | null): readonly TrendPoint[] =>
    moments.map(moment => ({ at: moment.date, label: dateOf(moment, translate), value: known(value(moment)) }));
  const charts = [
    trendSvg(translate('Components that are single points', {}), pointsOf(pointsAt), translate),
    trendSvg(
      translate('Truck factor by recent activity', {}),
      pointsOf(({ truckFactor }) => truckFactor),
      translate,
    ),
  ];
  return [
    {
      kind: 'paragraph',
      text: translate(
        'On {day} {pointsThen} of {componentsThen} components were single points, and the truck factor by recent activity was {factorThen}. On {now} it is {pointsNow} of {componentsNow}, and a truck factor of {factorNow}.',
        {
          day: dateOf(first, translate),
          pointsThen: wholeNumber(pointsAt(first), translate),
          componentsThen: wholeNumber(first.components, translate),
          factorThen: factorText(first, translate),
          now: dateOf(last, translate),
          pointsNow: wholeNumber(pointsAt(last), translate),
          componentsNow: wholeNumber(last.components, translate),
          factorNow: factorText(last, translate),
        },
      ),
    },
    {
      kind: 'paragraph',
      text: translate(
        'Each day is judged as of that day, by authorship and recent activity: which lines stood then is not known, and accepted risks are counted. So today may differ from the numbers above. What belongs together is as today.',
        {},
      ),
    },
    {
      kind: 'drawing',
      html: `<div class="trends">
${charts.join('')}</div>
`,
    },
    {
      kind: 'table',
      isFolded: true,
      caption: translate('The trend in numbers', {}),
      columns: [
        { head: translate('Day', {}) },
        { head: translate('Known by one person', {}), isNumber: true },
        { head: translate('By nobody active', {}), isNumber: true },
        { head: translate('Components', {}), isNumber: true },
        { head: translate('Truck factor', {}), isNumber: true },
      ],
      rows: moments.map(moment => [
        dateOf(moment, translate),
        wholeNumber(moment.sole, translate),
        wholeNumber(moment.orphaned, translate),
        wholeNumber(moment.components, translate),
        factorText(moment, translate),
      ]),
    },
  ];
}

function pointsAt({ sole, orphaned }: PastMoment): number {
  return sole + orphaned;
}

function dateOf({ date }: PastMoment, translate: Translate): string {
  return dayText(date, translate) ?? '?';
}

function factorText({ truckFactor }: PastMoment, translate: Translate): string {
  return known(truckFactor) === null ? translate('unknown', {}) : wholeNumber(truckFactor ?? 0, translate);
}

/** Null for what counts nothing. */
function known(value: number | null): number | null {
  return value !== null && value >= 0 && Number.isFinite(value) ? value : null;
}

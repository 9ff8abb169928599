// What the title of a page says that it answers; the first that fits has it.
const byTitle: readonly (readonly [section: string, title: RegExp])[] = [
  ['data', /\b(?:restor\w*|back-?ups?|recover\w*|snapshots?)\b/i],
  ['roll-back', /\b(?:roll(?:ing)?[ -]?backs?|revert\w*|fail-?overs?|disaster|continuity)\b/i],
  ['configuration', /\b(?:secrets?|credentials?|certificates?|rotat\w+|configur\w+)\b/i],
  [
    'restart',
    /\b(?:restart\w*|maintenance|start(?:ing)?|stop(?:ping)?|shut(?:ting)? ?down|scaling|running (?:it )?(?:in|on) (?:an? |the )?(?:servers?|prod\w*|live))\b/i,
  ],
  ['deploy', /\b(?:(?:re-?)?deploy\w*|releas\w+|roll-?outs?|upgrad\w+|migrat\w+|schema changes?)\b/i],
  ['schedules', /\b(?:cron\w*|schedul\w+)\b/i],
  [
    'first-look',
    /\b(?:logs?|logging(?! in(?:to)?(?:$| to\b))|monitor\w*|dashboards?|troubleshoot\w*|debug\w*|diagnos\w+)\b/i,
  ],
];

/** The id of the section whose questions a page or a part of one answers, by its title; null for none. */
export function answeredSection(title: string): string | null {
  return byTitle.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** Whether a page of such a title answers a section: what is deployed anew is restarted by that. */
export const answers = (title: string, section: string): boolean =>
  answeredSection(title) === section || (section === 'restart' && /\bre-?deploy/i.test(title));

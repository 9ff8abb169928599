import { solid } from '../../alerts/suggestion';
import { isAlertName } from '../../classify';
import type { RunbookDocument } from '../../document';
import type { Fix } from '../problem';
import type { RepositoryView } from '../repositoryView';
import type { RepositoryRule } from '../rule';

/**
 * RB006: the title of an alert's runbook is not the name of the alert, so that a search for it fails, or the page was
 * copied and its title forgotten. The alert is the one that leads to the page; where none does, nothing is known: files are
 * often named otherwise than their alerts. Case, spaces and words around the name do not count.
 */
export const titleNotAlert: RepositoryRule = {
  id: 'RB006',
  name: 'title-not-alert',
  severity: 'information',
  types: ['alert'],
  needs: 'repository',
  check: ({ path, document }, repository) => {
    const { title, titlePlace } = document;
    const leading = alertsLeadingTo(path, repository);
    const named = isAlertName(title.trim());
    const [alert, ...others] = leading;
    if (alert === undefined || others.length > 0 || title === '' || isSaid(alert, document)) return [];
    return [
      {
        place: titlePlace,
        data: { alert, title },
        // A title that names another alert was copied.
        ...(named ? { severity: 'warning' } : {}),
        fixes: fixesOf(document, alert),
      },
    ];
  },
  text: ({ alert, title }, translate) =>
    translate('The title is “{title}”, the alert is {alert}.', { title: title ?? '', alert: alert ?? '' }),
  fixText: ({ data: { alert } }, translate) => translate('Change the title to {alert}', { alert: alert ?? '' }),
};

/** Whether a reader who looks for the alert finds it in a title. */
const isSaid = (alert: string, document: RunbookDocument): boolean =>
  names(document).some(name => solid(name).includes(solid(alert).replace(/(?<=.)alert$/, '')));

/** Front matter and the first heading may both be a title; a reader sees both. */
const names = ({ title, headings, frontMatter: { all } }: RunbookDocument): readonly string[] => [
  title,
  headings[0]?.text ?? '',
  ...['alert', 'alertname', 'alert_name', 'aliases'].map(key => all.get(key)?.value ?? ''),
];

/** Names of the alerts that lead to the page as a whole. */
function alertsLeadingTo(path: string, repository: RepositoryView): readonly string[] {
  const leading = repository.alertLinks
    .to(path)
    .filter(({ target }) => target?.kind === 'file' && target.fragment === null);
  return [...new Set(leading.map(({ alert }) => alert.name))];
}

function fixesOf({ titlePlace, headings, frontMatter }: RunbookDocument, alert: string): readonly Fix[] {
  const heading = frontMatter.title === null ? headings.find(each => each.place === titlePlace) : undefined;
  // Front matter may be quoted, and a heading underlined.
  if (heading === undefined || heading.place.line !== heading.place.endLine) return [];
  const text = `${'#'.repeat(heading.depth)} ${alert}`;
  return [{ code: 'renameTitle', data: { alert }, edits: [{ place: heading.place, text }], safe: false }];
}

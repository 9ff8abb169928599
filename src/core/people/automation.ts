import { isAgent } from './agents';
import type { Signature } from './mailmap';

export type Actor = 'human' | 'bot' | 'agent';

const botAddresses = [
  /\[bot\]@/,
  /^(?:bot|robot|ci|cicd|automation|builds?|buildbot|circleci|release-?bot|ci-?bot|svc[-_.][^@]+|[^@]*service[-_.]?account[^@]*|action|actions|github-actions?|gitlab-?ci|gitlab-bot|azure-?pipelines)@/,
  /^[^@]*[-_](?:bot|robot|ci-robot|autoroll|autoroller)@/,
  // GitLab's tokens and service accounts; Bitbucket's pipelines; accounts of programs at Google's cloud.
  /^(?:project|group)_\d+_bot(?:_?[0-9a-z]*)?@/,
  /^service_account_[^@]*@noreply\./,
  /^commits-noreply@bitbucket\.org$/,
  /gserviceaccount\.com$/,
  /^(?:support|bots?|hello|hosted|noreply|no-reply|builds?|l10n-bot|translations?|notifications?|badger)(?:\+[^@]*)?@(?:[a-z0-9-]+\.)*(?:travis-ci\.(?:org|com)|circleci\.com|appveyor\.com|weblate\.org|translatewiki\.net|transifex\.com|crowdin\.(?:com|net)|lokalise\.com|poeditor\.com|dependabot\.com|renovateapp\.com|whitesourcesoftware\.com|greenkeeper\.io|snyk\.io|pyup\.io|depfu\.com|imgbot\.net|allcontributors\.org|mergify\.(?:io|com)|restyled\.io|netlify\.com|semantic-release\.org)$/,
  /^(?:noreply|actions?|github-actions)@github\.com$/,
  /^(?:copybara-worker|copybara|gerrit-?bot|yoshi-?\w*)@google\.com$/,
  /\b(?:dependabot|renovate|greenkeeper|semantic-release|snyk)-?(?:bot|preview)?@/,
];

/** Services and jobs, as a whole name. */
const serviceNames =
  /^(?:dependabot(?:-preview| preview)?|renovate(?: bot)?|mend renovate|whitesource(?: renovate)?|greenkeeper(?:io)?|snyk|depfu|pyup|requires\.io|web-flow|github(?: (?:actions?|workflow|merge queue|enterprise))?|actions-user|gitlab(?:[- ](?:ci|runner|bot))?|bitbucket[- ]pipelines|azure[- ](?:pipelines|devops)|project collection build service\b.*|microsoft\.visualstudio\.services\.tfs|mergify|kodiak(?:hq)?|bors(?:-ng|-servo)?|homu|zuul|prow|gerrit code review|(?:chromium |v8 |webrtc )?luci cq|commit[- ]?queue|copybara(?:[- ]service)?|google copybara|(?:[\w-]+ )?auto-?roll(?:er)?|travis(?: ci|-ci)|(?:apache |eslint |the )?jenkins(?: (?:ci|nightly|builder|build|user|x))?|jenkins-x|teamcity|bamboo|concourse(?: ci)?|drone(?: ci)|circle ?ci|appveyor|buildkite|buildbot|build ?server|build (?:agent|machine|system|user)|ci(?: (?:user|builder|runner))?|cicd|continuous integration|codecov|allcontributors|all contributors|imgbot(?:app)?|restyled(?:\.io)?|pre-commit(?:-ci(?:-lite)?|\.ci)|semantic-release|release-please|changesets?|(?:hosted )?weblate|weblate \(bot\)|crowdin|transifex|translatewiki(?:\.net)?|lokalise|poeditor|localization updates|l10n updates|scala steward|scala-steward|the gitter badger|googleapis-publisher|npm cli|service account|svc[-_]\S+|automation|autobot|netlify|vercel)$/i;

const botNames =
  /(?:\[bot\]$)|(?:(?:^|[-_ .])(?:bot|robot)$)|(?:(?:^|[-_ .])(?:bot|robot) ?[([\d])|(?:^(?:bot|robot)[-_ ])|(?:[-_](?:bot|robot)[-_]?(?:\d+|ci|prod|dev|user)?$)|(?:[-_](?:ci-robot|autoroll(?:er)?|service-account)$)/i;

/** "ReleaseBot", "Release MergeBot"; with the case, since "Marc Lambot" is a person. */
const botInCamelCase = /[a-z](?:Bot|Robot)(?:App)?$/;

/** One word such as "stalebot", and the surnames of people that end so, alone or behind an initial or two. */
const oneWordBot = /^\S*[a-z\d]bot$/i;
const surnameInBot =
  /(?:abbot|albot|elbot|cabot|ambot|ibot|turbot)$|^\w{0,2}\.?(?:chabot|rabot|barbot|herbot|corbot)$/i;

/**
 * Who is behind a signature. Bots keep a repository tidy, agents write what a human asked for; neither knows anything
 * the day after, so neither ever owns. A person whose name looks like a bot's, such as the Dutch surname Bot, is told by
 * listing them under `people` in the settings.
 */
export function actorOf(signature: Signature): Actor {
  if (isAgent(signature)) {
    return 'agent';
  }
  const address = signature.email.trim().toLowerCase();
  const name = signature.name.trim();
  return botAddresses.some(pattern => pattern.test(address)) || isBotName(name) ? 'bot' : 'human';
}

function isBotName(name: string): boolean {
  return (
    serviceNames.test(name) ||
    botNames.test(name) ||
    botInCamelCase.test(name) ||
    (oneWordBot.test(name) && !surnameInBot.test(name))
  );
}

import { compileGlob } from '../components/glob';
import type { RunbookType } from '../model';
import type { AnalysisSettings } from '../settings';
import { isShell, isSql, languageOf } from './commands/shellBlock';
import { isComment, isDay } from './diary';
import type { RunbookPlace } from './discover';
import type { RunbookDocument } from './document';
import { plainHeading, type SectionId, sectionOfHeading } from './sections';

const types: readonly RunbookType[] = ['alert', 'procedure', 'service', 'playbook', 'hub', 'record'];

const recordFolder =
  /(?:^|\/)(?:post-?_?mortems?|incidents|incident-?_?reports?|adrs?|decisions?|meetings?|meeting-?_?notes|(?:weekly-?_?)?minutes|changelogs?|release-?_?notes|retrospectives?|stand-?_?ups|hand-?_?offs|accomplishments|journals?|(?:audit|status|progress|daily|weekly)-?_?reports?)\//i;
const recordName =
  /^(?:post-?_?mortem|adr|incident-?_?report|minutes|retro(?:spective)?|release-?_?notes)(?:[-_ .\d]|$)|(?:stand-?_?up|meeting|planning|grooming|refinement|retro|sprint|weekly)[-_ +]?(?:notes|minutes)|^(?:sprint|work|dev|daily|weekly|decision|ship)[-_ ]?(?:log|diary|journal)s?$/i;
/** Of a day, of a week or of a version. */
const datedName =
  /(?:^|[-_ .])20\d{2}[-_]?(?:0\d|1[0-2])[-_]?[0-3]\d(?:[-_ .]|$)|^(?:week|sprint|iteration)[-_ ]?\d{1,8}$|^v?\d+(?:[._-]\d+){1,3}(?:[-_.]?(?:rc|beta|alpha)[-_.]?\d*)?$/i;
const recordTitle =
  /\b(?:post-?mortem|incident report|incident review|retrospective|meeting notes|minutes of|release notes|stand-?up notes)\b/i;
/** So many days are no accident. */
const fewestDays = 3;
// What an incident is answered with, and how one writes it up, is no record of it.
const guideFolder = /(?:^|\/)(?:playbooks?|run-?_?books?|process(?:es)?|procedures?|how-?to|guides?)\//i;
// To be copied and filled.
const templatePath = /(?:^|\/)_?templates?\/|(?:^|[/_.-])template(?:\.html)?\.(?:md|markdown|mdx)(?:\.erb)?$/i;
const helperFolder = /(?:^|\/)(?:helpers?|includes?|snippets?|shared|common)\//i;
const procedureTitle =
  /\b(?:procedure|process|steps|guide|how it works|deep-?dive|access to|migration|set-?up|plan)\b|^(?:deployments?|releases?|roll-?backs?|backups?)$/i;
const numberedStep = /^(?:step|phase)\s*\d/i;
const hubName = /^(?:readme|index|_index|summary|_sidebar|toc|home)$/i;

const howTo =
  /^(?!run[- ]?books?\b)(?:how (?:to|do|we)\b|howto\b|(?:steps|procedure|instructions) (?:to|for)\b|(?:add|allow|backup|back up|build|change|clean|clear|configur|connect|copy|creat|debug|decommission|delet|deploy|destroy|disabl|drain|enabl|export|find|fix|fail ?over|grant|import|increas|install|investigat|manag|migrat|mov|onboard|offboard|perform|provision|purg|rebuild|recover|recycl|releas|remov|renew|replac|reset|resiz|restart|restor|revok|roll|rotat|run|scal|set(?: ?up)?|shut|start|stop|switch|troubleshoot|updat|upgrad|us)(?:e|es|ing|ting|ning|ping|ying|ation|y)?\b)/i;
const serviceName = /^(?:runbook|system-?_?manual|service-?_?manual)$/i;
const operationsName = /^(?:operations?|ops)$/i;
const incidentTitle = /\b(?:incident response|security incident|breach|ransomware|ddos|compromis|data leak|playbook)/i;
const responseHeading =
  /^(?:\w+ )?(?:detect|identif|contain|eradicat|recover|communicat|post incident|lessons learned|notif|triage|prepar)/;
const otherPlaybook =
  /\b(?:sales|campaign|marketing|prompts?|agents?|agentic|brand|growth|pricing|persona|customer journey|llm)\b/i;
const operationalTitle =
  /\b(?:runbook|playbook|on-?call|restor|fail-?over|disaster|recover|incident|roll-?back|deploy|outage|escalat|operat(?:ions|ional|ing)|maintenance|rotat|upgrade|migrat|alert|monitor|troubleshoot|drain|decommission|standard operating|sop)/i;

// KubePodCrashLooping, etcdMembersDown, CephOSDFlapping, HAProxyDown: two humps or more and no space.
const alertName = /^[A-Za-z][a-z0-9]*(?:[A-Z]+[a-z0-9]*|_[A-Z][a-z0-9]*)+$/;
// Products are written that way too.
const product =
  /^(?:GitHub|CodeQL|GitLab|GitOps|DevOps|PostgreSQL|MySQL|MongoDB|RabbitMQ|OpenShift|OpenSearch|ElasticSearch|JavaScript|TypeScript|NodeJS|ArgoCD|CloudFront|CloudWatch|CloudFlare|DynamoDB|PagerDuty|OpsGenie|CircleCI|FluxCD|GraphQL|ClickHouse|CockroachDB|HAProxy|BigQuery|OAuth|macOS|iOS|HowTo|HowTos|README|ReadMe|OnCall|RunBook|PlayBook|LoadBalancer|VictoriaMetrics)$/i;

const humps = (name: string): number => name.match(/[A-Z]+[a-z0-9]+|[a-z0-9]+|[A-Z]+/g)?.length ?? 0;

/** Whether a word is shaped like the name of an alert: two humps or more, no product. */
export function isAlertName(name: string): boolean {
  return (
    name.length >= 6 &&
    name.length <= 120 &&
    alertName.test(name) &&
    name !== name.toUpperCase() &&
    humps(name) >= 2 &&
    !product.test(name)
  );
}

/** `docs/runbooks/Payments.html.md.erb` → `Payments`. */
export function pageName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/(?:\.html)?\.(?:md|markdown|mdx)(?:\.erb)?$/i, '');
}

function declaredType(path: string, settings: AnalysisSettings): RunbookType | null {
  for (const { glob, type } of settings.runbookTypes) if (compileGlob(glob)?.(path)) return type;
  return null;
}

/** Blocks of commands and of queries. */
const shellBlocks = ({ code }: RunbookDocument): number =>
  code.filter(({ language, value }) => {
    const block = { lang: language, value };
    return isShell(block) || isSql(block) || languageOf(block) === 'promql';
  }).length;

const linkDensity = (document: RunbookDocument): number =>
  document.lines === 0 ? 0 : document.links.length / document.lines;

function isHub(path: string, document: RunbookDocument, sections: ReadonlySet<SectionId>): boolean {
  const density = linkDensity(document);
  const commands = shellBlocks(document);
  if (!hubName.test(pageName(path)))
    return density > 0.5 && document.links.length >= 5 && commands === 0 && document.steps < 3;
  if (density > 0.5 || (document.links.length >= 20 && document.links.length > 4 * commands)) return true;
  // A folder of its own holds one runbook with its pictures: the title tells it from an index without links.
  if (howTo.test(document.title) || isAlertName(document.title)) return false;
  return sections.size < 2 && commands < 2 && document.steps < 3;
}

const has = (sections: ReadonlySet<SectionId>, ...ids: readonly SectionId[]): number =>
  ids.filter(id => sections.has(id)).length;

/** Signs that a page tells someone how to run something. */
function operationalSigns(path: string, document: RunbookDocument, sections: ReadonlySet<SectionId>): number {
  let signs = 0;
  if (operationalTitle.test(document.title) || howTo.test(document.title) || operationalTitle.test(pageName(path)))
    signs++;
  if (document.frontMatter.ownerSlack !== null || document.frontMatter.lastReviewedOn !== null) signs++;
  if (shellBlocks(document) > 0) signs++;
  if (document.steps >= 3) signs++;
  const told = has(
    sections,
    'trigger',
    'impact',
    'escalation',
    'diagnosis',
    'mitigation',
    'verification',
    'rollback',
    'monitoring',
    'backupDr',
  );
  return signs + Math.min(told, 2);
}

/**
 * The type of a runbook, or null when the page is none. `place`: what its path says, `linked` when only another page or
 * an alert leads there. The settings decide first, then the front matter, the path, the title and what the page says.
 * Types and their signs: 2,026 public runbook files of 66 repositories.
 */
export function classifyRunbook(
  path: string,
  document: RunbookDocument,
  place: RunbookPlace | 'linked',
  settings: AnalysisSettings,
): RunbookType | null {
  const declared = declaredType(path, settings);
  if (declared !== null) return declared;
  const own = types.find(type => type === document.frontMatter.type?.value.toLowerCase());
  if (own !== undefined) return own;
  const headings = document.headings.filter(heading => heading.depth > 1 || heading.text !== document.title);
  const sections = new Set(headings.map(heading => sectionOfHeading(heading.text)).filter(id => id !== null));
  const name = pageName(path);
  if (templatePath.test(path)) return null;
  if (isRecord(path, name, document)) return place === 'linked' ? null : 'record';
  if (/playbook/i.test(path) && isOtherPlaybook(document)) return null;
  const sure = place === 'named' || place === 'declared';
  if (!sure && operationalSigns(path, document, sections) < 2) return null;
  if (isHub(path, document, sections)) return sure ? 'hub' : null;
  return typeOfContent(
    path,
    document,
    sections,
    headings.map(heading => plainHeading(heading.text)),
  );
}

function isRecord(path: string, name: string, { title, headings }: RunbookDocument): boolean {
  if (datedName.test(name)) return true;
  const days = headings.filter(({ text }) => isDay(text) || isComment(text)).length;
  if (days >= fewestDays && days * 3 >= headings.length) return true;
  const folder = recordFolder.exec(path);
  if (folder !== null) return !guideFolder.test(path.slice(folder.index + folder[0].length - 1));
  return !howTo.test(title) && (recordName.test(name) || recordTitle.test(title));
}

const isOtherPlaybook = (document: RunbookDocument): boolean =>
  [document.title, ...document.headings.map(heading => heading.text)].some(text => otherPlaybook.test(text)) &&
  shellBlocks(document) === 0;

function typeOfContent(
  path: string,
  document: RunbookDocument,
  sections: ReadonlySet<SectionId>,
  headings: readonly string[],
): RunbookType {
  const name = pageName(path);
  const title = document.title.replace(/^(?:alert|runbook)\s*[:-]\s*/i, '').trim();
  // What several pages for alerts share.
  if (helperFolder.test(path)) return 'procedure';
  const symptom = has(sections, 'trigger', 'impact', 'diagnosis', 'mitigation');
  const inAlerts = /(?:^|\/)alerts?\//i.test(path);
  const amongRunbooks = inAlerts || /(?:^|\/)run-?_?books?\//i.test(path);
  if ((isAlertName(name) || isAlertName(title)) && (inAlerts || symptom >= (amongRunbooks ? 1 : 2))) return 'alert';
  if (amongRunbooks && isAlertName(name) && document.headings.length <= 1) return 'alert';
  if (listsAlerts(document)) return 'alert';
  if (/(?:^|\/)playbooks?\//i.test(path) || incidentTitle.test(title)) {
    if (headings.filter(heading => responseHeading.test(heading)).length >= 2) return 'playbook';
  }
  if (howTo.test(title) || /^how-?to[-_]/i.test(name)) return 'procedure';
  if (isService(name, title, document)) return 'service';
  const main = mainSections(document);
  const procedural = has(sections, 'prerequisites', 'verification', 'rollback');
  if ((main.has('impact') || main.has('diagnosis')) && procedural === 0) {
    if (has(main, 'trigger', 'impact', 'diagnosis', 'mitigation') >= 2) return 'alert';
  }
  if (inAlerts && !howTo.test(title)) return 'alert';
  return 'procedure';
}

/** Whether a page has one heading an alert. */
function listsAlerts({ headings }: RunbookDocument): boolean {
  const alerts = headings.filter(({ text }) => isAlertName(text.replace(/^alert(?: name)?\s*:\s*/i, '').trim())).length;
  return alerts >= 3 && alerts * 2 >= headings.length;
}

/** Deep below, a heading is about a detail. */
function mainSections({ headings, title }: RunbookDocument): ReadonlySet<SectionId> {
  const main = headings.filter(({ depth, text }) => depth <= 2 && text !== title);
  return new Set(main.map(({ text }) => sectionOfHeading(text)).filter(id => id !== null));
}

function isService(name: string, title: string, document: RunbookDocument): boolean {
  if (serviceName.test(name)) return true;
  if (procedureTitle.test(title)) return false;
  if (document.headings.filter(({ text }) => numberedStep.test(text)).length >= 2) return false;
  const sections = mainSections(document);
  const told = has(sections, 'overview', 'architecture', 'owner', 'monitoring', 'deployment', 'rollback', 'backupDr');
  const run = has(sections, 'owner', 'monitoring', 'rollback', 'backupDr');
  return (operationsName.test(name) && told >= 2) || (told >= 3 && run > 0);
}

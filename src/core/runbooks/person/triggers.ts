/** Stands for a person in a sentence that triggers are looked for in; entities around it are put there by the engine. */
export const someone = '\uE000';

/** What a reader needs of a person. */
export type DependenceKind = 'contact' | 'ownership' | 'access' | 'premises';

/** A way of saying that the reader depends on a person. Its first group of `people` is who. */
export interface Trigger {
  readonly kind: DependenceKind;
  readonly pattern: RegExp;
  /** Also makes a person of a name that is an English word. */
  readonly personal?: true;
  /** A negation before it is a part of what it says: "do not deploy without approval from". */
  readonly negated?: true;
  /** A request in so many words, whatever the page around it is like. */
  readonly asks?: true;
  /** Tells of a person, as pages do of many whom no reader needs: it takes one whom the repository knows. */
  readonly tells?: true;
}

const E = someone;
/** One person, or two and more in a row, each perhaps with a title and with something in parentheses. */
const one = `(?:(?:Dr|Prof|Mr|Mrs|Ms)\\.?\\s+){0,2}["'“‘(<\\[*]{0,3}${E}["'”’)>\\]*]{0,3}(?:\\s{0,2}\\([^()${E}]{1,60}\\))?`;
const between = `\\s{0,2}(?:,|;|/|&|\\+)?\\s{0,2}(?:(?:and|or|and\\/or|und|oder|et|ou|y|e|o)\\b)?\\s{0,2}`;
const people = `(?<people>${one}(?:${between}(?:their\\s+|@)?${one}){0,6})`;

// A word that may stand between a verb and its person; not one that begins another clause or turns to somebody else.
const stop =
  'to|that|which|who|whom|whose|if|whether|when|where|while|because|so|then|about|how|what|why|is|are|was|were|be|been|being|has|have|had|will|would|should|must|can|could|may|might|by|until|unless|before|after|since|than|like|as|using|via|without|from|of';
const word = `(?!(?:${stop}|former|list)\\b|[–—-]+\\s)[\\p{L}\\p{N}_'’./&#@-]+[,:]?`;
const few = (most: number): string => `(?:(?:${word}|\uE001)\\s+){0,${most}}?`;
/** Up to about 45 characters of any words, the last of which leads to the person. */
const any = (most: number): string => `(?:[\\p{L}\\p{N}_'’./&#@,:"“”()\uE001-]+\\s+){0,${most}}?`;

/** The same within one clause. */
const plain = (most: number): string => `(?:[\\p{L}\\p{N}_'’./&#@,"“”()\uE001-]+\\s+){0,${most}}?`;

const make = (source: string): RegExp => new RegExp(source.replaceAll('{people}', people), 'giu');

// A gerund is an instruction behind these words, and tells what happened elsewhere: "it kept failing, paging Ann".
const asking =
  '(?<=^\\s{0,2}|[.:;!?(\\[*–—-]\\s{0,2}|\\b(?:by|before|after|without|consider|recommend|suggest|start|try|worth|when|for|of|about|is|are|and|or|via|through|involves?|means|requires?|keep|just|simply)\\s{1,2})(?:ask|ping|pok|nudg|consult|notify|inform|tell|contact|approach|remind|involv|e-?mail|call|pag|tagg)ing|(?:talk|speak|chatt|writ)ing\\s+(?:to|with)|reaching\\s+out\\s+to|getting\\s+in\\s+touch\\s+with|ask|ping|poke|nudge|consult|notify|inform|tell|(?<!\\b(?:active|existing|previous|recent)\\s)contact|dm|cc|pester|approach|remind|involve|invite|hit\\s+up|loop\\s+in|call\\s+upon|reach(?:\\s+out\\s+to)?|(?<!\\b(?:an?|the)\\s(?:\\p{L}{2,20}\\s)?)(?:talk|speak|chat|write|turn|defer|appeal)\\s+(?:directly\\s+|back\\s+)?(?:to|with)|(?:get|be)\\s+in\\s+(?:touch|contact)\\s+with|get\\s+(?:a\\s+)?hold\\s+of|touch\\s+base\\s+with|reach\\s+out(?:\\s+directly)?(?:\\s+to)?';
// Nouns as well: "a call", "the page".
const alsoNoun = 'call|e-?mail(?!\\s+address)|mail|message|msg|page|tag|mention|alert|request|assign';

const giving =
  'send|sends|sending|sent|submitted|forward|e-?mail|mail|give|return|returned|routed|rout(?:e|es)|delegate|delegated|assign|escalate|escalated|transfer|hand|pass|submit|report|direct(?!\\s+(?:connections?|links?|lines?|access|routes?|paths?)\\b)|refer|address|communicate|turn|redirect|raise|present|deliver|talk|speak|write|reach\\s+out|go|ship|bring|drop|post|show|announce|apply';
const getting =
  'request|requests|get|obtain|ask|asking|seek|receive|await|permission|approval|sign-?off|help|assistance|access|credentials|password|passwords|key|keys|invite|invitation|confirmation|clearance|blessing|okay|lgtm|token';
const joining =
  '(?:have|having)\\s+an?\\s+(?:chat|word|talk|call|meeting)|check(?!\\s+out\\b)|confirm|coordinate|liaise|work|consult|speak|chat|talk|follow\\s+up|verify|discuss|arrange|sync|sync\\s+up|pair|schedule|book|connect|align|clarify|agree|clear|collaborate|communicate|engage|validate|review|set\\s+up|raise|share|double-?check|organi[sz]e|plan|interface|negotiate|consultation|contact';

const keeping =
  'owned|managed|maintained|run|administered|administrated|handled|controlled|operated|held|hosted|paid|overseen|looked\\s+after|kept|monitored|triaged|provisioned|registered|guarded';
const doing =
  'done|performed|approved|reviewed|signed(?:\\s+off)?|merged|carried\\s+out|executed|granted|created|made|changed|updated|accessed|requested|triggered|signed|deployed|issued|generated|configured|added|enabled|restarted|fixed|unlocked|authori[sz]ed|confirmed|authorised|completed|ordered|booked|arranged|assigned';
const serving =
  'help|assist|add|give|grant|provide|create|reset|approve|do|fix|answer|tell|advise|explain|unlock|set|restart|sign|merge|access|arrange|handle|review|confirm|assign|send|schedule|activate|enable|process|book|order|run|perform';
const office =
  'owner|maintainer|admin|administrator|contact|contacts|point\\s+of\\s+contact|poc|pocs|contact\\s+person|point\\s+person|point\\s+persons|dri|sme|expert|approver|go-?to(?:\\s+person)?|manager|lead|custodian|caretaker|sysadmin|operator|account\\s+holder|registrant|key\\s*holder';
const gear =
  'account|accounts|laptop|phone|mobile|cell|machine|workstation|desktop|computer|macbook|home\\s+directory|mailbox|inbox|e-?mail\\s+address|credit\\s+card|credentials|password|passwords|key|keys|token|tokens|garage|basement|office|desk|house|pc|yubikey|drive|subscription|crontab|login';
const now = '(?:(?:currently|also|now|usually|normally|generally|always|then|still|both|each|either|just)\\s+)?';
const rights =
  'access|credentials?|passwords?|keys?|admin|administrator|permissions?|login|logins|rights|root|licen[cs]es?|tokens?|cop(?:y|ies)|card|details|privileges|ownership|control|certificates?|certs?';

/** Ways of saying so, English first, the most telling kind first where a sentence says it twice. */
export const triggers: readonly Trigger[] = [
  {
    kind: 'access',
    pattern: make(
      `(?<!\\b(?:using|with|via|use)\\s)\\bonly\\s+(?:be\\s+(?:${doing}|${keeping})\\s+by\\s+)?(?:by\\s+|through\\s+|to\\s+|from\\s+|for\\s+)?{people}`,
    ),
  },
  {
    kind: 'access',
    pattern: make(
      `\\b(?:${doing}|${keeping}|known|available|accessible|possible)\\s+(?:only\\s+(?:by|to|through|for|from|with|via)|(?:by|to|through|for|from)\\s+only)\\s+${few(1)}{people}`,
    ),
  },
  {
    kind: 'access',
    pattern: make(`{people}\\s+(?:is|are)\\s+(?:${few(1)})?(?:the|our)\\s+(?:only|sole)\\s+(?!in\\b)`),
  },
  {
    kind: 'access',
    tells: true,
    pattern: make(
      `{people}\\s+${now}(?:has|have|holds?|keeps?|possess(?:es)?|controls?|got)\\s+(?!no\\b|not\\b|never\\b)(?:the\\s+|all\\s+|our\\s+|an?\\s+)?${few(3)}(?:${rights})\\b`,
    ),
  },
  {
    kind: 'access',
    tells: true,
    pattern: make(
      `{people}\\s+(?:${now}knows?|${now}remembers?)\\s+(?:how|where|the(?!\\s+(?:[\\p{L}-]+\\s+){1,6}?(?:is|are|was|were)\\b)|what|which|about|more|all|it)\\b`,
    ),
  },
  {
    kind: 'premises',
    tells: true,
    pattern: make(
      `{people}['’]s?\\s+${few(3)}(?:${gear})\\b(?![/-]|\\s+(?:of|teams?|staff|hours|managers?|buildings?|numbers?|was|were|had|did)\\b|\\s+didn|\\s*(?:(?:is|are)\\s+(?:not|never)\\b|page|profile|menu|settings|tab|field|dropdown|button|is\\s+an?\\s+example))`,
    ),
  },
  {
    kind: 'premises',
    tells: true,
    pattern: make(
      `\\b(?:accounts?|laptop|phone|machine|computer|mailbox|inbox|desk|office)\\s+belonging\\s+to\\s+{people}`,
    ),
  },
  {
    kind: 'contact',
    personal: true,
    asks: true,
    pattern: make(`(?<!-)\\b(?:${asking}|bug|phone|ring|grab)\\s+(?:directly\\s+)?{people}`),
  },
  { kind: 'contact', asks: true, pattern: make(`(?<!-)\\b(?:${asking})\\s+${few(5)}{people}`) },
  { kind: 'contact', pattern: make(`(?<!-)\\b(?:${asking})\\s*:\\s*${few(5)}{people}`) },
  {
    kind: 'contact',
    asks: true,
    pattern: make(
      `(?:\\b(?:${asking})|(?<=^\\s{0,2}|[.:;]\\s{0,2}|\\b(?:to|please|and|then)\\s{1,2})(?:e-?mail|call|message))\\s+${any(9)}\\((?:i\\.e\\.|currently|now|usually|probably)?[:,]?\\s{0,2}{people}\\)?`,
    ),
  },
  {
    kind: 'contact',
    asks: true,
    pattern: make(
      `(?<=^\\s{0,2}|[.:;,!?()\\[*–—-]\\s{0,2}|\\b(?:to|please|can|and|or|then|should|must|you|just|also|either|will|we|may|could|would|always|immediately)\\s{1,2})(?<!\\bon-)\\b(?:${alsoNoun})\\s+${few(2)}{people}`,
    ),
  },
  {
    kind: 'contact',
    asks: true,
    pattern: make(`\\b(?:e-?mail|call|text|message|dm)(?:s|ing)?\\s+(?:or\\s+\\w+\\s+)${few(1)}{people}`),
  },
  {
    kind: 'contact',
    pattern: make(
      `\\b(?:${giving})\\b(?![^\uE000]{0,60}\\b(?:access|permissions?|rights|privileges|roles?|ownership)\\s+to\\b)\\s+${any(9)}to\\s+(?:our\\s+|the\\s+)?${few(2)}{people}`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(`\\b(?:${getting})\\b\\s+${plain(7)}from\\s+(?:our\\s+|the\\s+|either\\s+)?${few(2)}{people}`),
  },
  {
    kind: 'contact',
    tells: true,
    pattern: make(
      `(?<!\\b(?:our|their|his|her|my|shared|joint|recent|ongoing|I|(?:an?|the)\\s\\p{L}{2,20})\\s)\\b(?:${joining})\\b\\s+${any(6)}with\\s+(?:our\\s+|the\\s+|either\\s+)?${few(2)}{people}`,
    ),
  },
  {
    kind: 'contact',
    negated: true,
    pattern: make(
      `\\bwithout\\s+(?:the\\s+|an?\\s+|prior\\s+|explicit\\s+|written\\s+){0,2}(?:approval|permission|sign-?off|consent|confirmation|agreement)\\s+(?:of|from|by)\\s+{people}`,
    ),
  },
  { kind: 'contact', pattern: make(`\\blet\\s+{people}\\s+know\\b`) },
  { kind: 'contact', pattern: make(`\\bhelp(?:ed)?\\s+(?:of|by)\\s+{people}`) },
  {
    kind: 'contact',
    pattern: make(
      `\\b(?:add|put|copy|include|invite|bcc|see|have|get|find)\\s+${few(1)}{people}\\s+(?:and\\s+)?(?:to|as(?!\\s+(?:profiles?|users?|members?|authors?)\\b)|for|on|in|about|if|do|review|approve|check|run|sign|set|reset|add|create)\\b`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `\\b(?:wait\\s+(?:for|on)|rely\\s+on|relies\\s+on|depends?\\s+on|up\\s+to|(?:go|goes|went)\\s+through|reachable\\s+(?:via|through)|kn(?:own|ows?)\\s+(?:only\\s+)?(?:by|to))\\s+{people}`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `{people}\\s+(?:should|must|can|may|could|will|needs?\\s+to|has\\s+to|have\\s+to|is\\s+to|are\\s+to)\\s+(?:also\\s+|always\\s+|then\\s+)?be\\s+(?:contacted|notified|asked|informed|consulted|e-?mailed|called|paged|pinged|messaged|reached|cc['’]?d|involved|tagged|told|alerted|invited)\\b`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `{people}\\s+(?:is|are)\\s+(?:the\\s+)?(?:best\\s+)?(?:(?:person|people|one|ones|available|reachable|your\\s+friend|a\\s+good)\\s+(?:to|who|for|by|person|contact)|(?:happy|able|here)\\s+to\\s+(?:help|assist|answer|advise|explain|give|grant|provide|add|show|do|fix|set))\\b`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `(?:^|[.:;,(-]\\s*|(?<!${E}\\s{1,2})\\b(?:and|then|that|so|but)\\s+){people}\\s+(?:can|will|must|has\\s+to|needs\\s+to)\\s+(?:also\\s+|then\\s+)?(?:${serving})\\b`,
    ),
  },
  { kind: 'ownership', tells: true, pattern: make(`\\b(?:${keeping})\\s+by\\s+(?:the\\s+|our\\s+)?${few(3)}{people}`) },
  {
    kind: 'ownership',
    pattern: make(
      `\\b(?:must|should|has\\s+to|have\\s+to|needs?\\s+to|can|will|may)\\s+(?:first\\s+|then\\s+|also\\s+)?be\\s+(?:${doing})\\s+(?:to\\s+you\\s+)?by\\s+(?:either\\s+)?{people}`,
    ),
  },
  {
    kind: 'ownership',
    pattern: make(
      `\\b(?:${office})\\b(?:\\s+(?:for|of|with|at|on|in|to)\\s+${any(6)}|\\s+)(?:is|are|would\\s+be|will\\s+be)\\s+(?:currently\\s+|now\\s+)?{people}`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `\\b(?:(?:emergency|escalation|main|primary|technical|vendor|admin|business|security|support)\\s+)?(?:contact|contacts|contact\\s+person|point\\s+of\\s+contact|poc|escalation)\\s*(?:\\((?:[^()]{1,40})\\))?\\s*[:–—-]\\s*${few(0)}{people}`,
    ),
  },
  {
    kind: 'ownership',
    pattern: make(
      `{people}\\s+(?:is|are)\\s+${now}(?:the\\s+|our\\s+|an?\\s+)?${few(3)}(?:${office}|responsible|in\\s+charge)\\b(?!\\s+(?:and\\s+\\p{L}+\\s+)?(?:at|@)\\s)`,
    ),
  },
  {
    kind: 'ownership',
    tells: true,
    pattern: make(
      `{people}\\s+${now}(?:owns?|maintains?|manages?|administers?|oversees?|looks?\\s+after|takes?\\s+care\\s+of|pays?\\s+for)\\s+(?!away\\b|into\\b|out\\b)`,
    ),
  },
  // German, French, Spanish, Portuguese
  {
    kind: 'contact',
    personal: true,
    pattern: make(
      `\\b(?:frag(?:e|en|t)?|kontaktier(?:e|en|t)?|(?:wende|wenden|wendet)\\s+(?:dich|sie\\s+sich|euch|sich)\\s+(?:bitte\\s+)?(?:direkt\\s+)?an|ruf(?:e|en)?|schreib(?:e|en)?(?:\\s+an)?|melde\\s+dich\\s+bei|sprich(?:\\s+mit)?|informier(?:e|en|t)?|bitte)\\s+(?:bitte\\s+|direkt\\s+)?{people}`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `\\b(?:nachfrage[n]?|anfragen?|rücksprache|absprache|melden|absprechen|abstimmen|zugang|passwort|zugangsdaten)\\s+${few(2)}(?:bei|mit|von|über)\\s+{people}`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `\\b(?:bei|mit|von|über)\\s+{people}\\s+${few(2)}(?:nachfragen|anfragen|melden|erfragen|abklären|absprechen|abstimmen|anfordern|erhältlich|zu\\s+bekommen)\\b`,
    ),
  },
  {
    kind: 'access',
    pattern: make(
      `\\b(?:nur|seul|seule|solo|sólo|somente|apenas|só)\\s+{people}\\s+(?:hat|haben|kann|können|kennt|weiß|a|ont|peut|peuvent|connaît|sait|tiene|tienen|puede|pueden|sabe|tem|têm|pode|podem)(?=\\s|$)`,
    ),
  },
  {
    kind: 'contact',
    personal: true,
    pattern: make(
      `(?<!\\p{L})(?:demande[rz]?\\s+(?:de\\s+l['’]aide\\s+)?à|contacte[rz]?|appele[rz]|prévenir|prévene[rz]|adresse[rz][ -](?:vous\\s+)?à|s['’]adresser\\s+à|écri(?:re|vez)\\s+à|voir\\s+avec|parle[rz]?\\s+(?:à|avec)|envoye[rz]\\s+(?:un\\s+(?:mail|message|e-mail|courriel)\\s+)?à|pinge[rz]?)\\s+{people}`,
    ),
  },
  {
    kind: 'contact',
    pattern: make(
      `(?<!\\p{L})(?:demande[rz]?|mot\\s+de\\s+passe|accès|envoye[rz]?|transmettre|valider|validation)\\s+${any(5)}(?:à|auprès\\s+de|avec|par)\\s+{people}`,
    ),
  },
  {
    kind: 'contact',
    personal: true,
    pattern: make(
      `(?<!\\p{L})(?:pregunta(?:r|le|d)?\\s+a|pídele\\s+a|pedir(?:le)?\\s+a|contacta(?:r|te)?(?:\\s+(?:con|a))?|habla(?:r)?\\s+con|avisa(?:r)?\\s+a|escrib(?:e|ir)\\s+a|llama(?:r)?\\s+a|consulta(?:r)?\\s+(?:con|a)|ponte\\s+en\\s+contacto\\s+con|notifica(?:r)?\\s+a)\\s+{people}`,
    ),
  },
  {
    kind: 'contact',
    personal: true,
    pattern: make(
      `(?<!\\p{L})(?:pergunt(?:e|ar|a)\\s+(?:ao?|para\\s+[oa]|à)|fal(?:e|ar|a)\\s+com(?:\\s+[oa])?|ped(?:ir|e)\\s+(?:ao?|para\\s+[oa]|à)|peça\\s+(?:ao?|para\\s+[oa]|à)|contat(?:e|ar)|entr(?:e|ar)\\s+em\\s+contato\\s+com(?:\\s+[oa])?|avis(?:e|ar)(?:\\s+[oa])?|lig(?:ue|ar)\\s+para(?:\\s+[oa])?|chame|chamar|notifi(?:que|car))\\s+(?:[oa]\\s+)?{people}`,
    ),
  },
];

/** Ways of saying so without a name; the text is what is found. */
export const nameless: readonly { readonly kind: DependenceKind; readonly pattern: RegExp }[] = [
  {
    kind: 'premises',
    pattern:
      /\b(?:in|on|under|from|via|with|using|at)\s+(?:an?\s+(?:individual|single\s+person)|one\s+person|one\s+of\s+(?:the|our)\s+(?:developers?|engineers?))['’]s?\s+(?:[\p{L}-]+\s+){0,2}(?:account|laptop|phone|machine|computer|workstation|mailbox|inbox|credit\s+card|home\s+directory)\b/giu,
  },
  {
    kind: 'access',
    pattern:
      /(?<!\b(?:reduce|increase|improve|avoid|beyond|than|not|raise)\s)\b(?:bus|truck|lottery)\s+factor\s+(?:(?:is|of|=|:)\s*)?(?:1|one)\b(?!\s*(?:is\s+bad|or\s+more|\+|to\b))/giu,
  },
  {
    kind: 'access',
    pattern:
      /(?<!\b(?:no|that|if|when|where|ensure|avoid|by|which|never|not|case|assume|assumes)\s{1,3})\bonly\s+one\s+(?:person|engineer|developer|admin|administrator|colleague|employee|maintainer|of\s+us)\s+(?:[\p{L}-]+\s+){0,4}?(?:currently\s+|really\s+|actually\s+)?(?:knows|understands|has\s+(?:the\s+)?(?:access|credentials|password|permissions?|keys?)|is\s+able\s+to)\b/giu,
  },
];

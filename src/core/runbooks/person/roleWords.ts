// Parts of a handle or of an address before the `@` that name an office, a team or a machine, not a person.
const roles = new Set(
  `abuse access account accounting accounts action actions admin administration administrator administrators admins advisory
  agreements alert alerting alerts all announce api app approver approvers apps architects archive audit automation autoroller backend backup billing
  board booking bot bots build builds bureau business search growth code success captain captains careers cert channel chapter ci cd cicd client cloud coc
  cluster commander committee comms community compliance conduct config contact contacts contrib contributors coordinator core
  council crew cs css customer customers data database databases dba dbas dbre delivery department deploy deployment design desk
  dev devel developer developers development devops devs devrel directors distribution docs documentation donotreply dpo duty eng engineer
  engineering engineers enquiries enquiry events everyone exec executive executives expert experts facilities feedback finance
  fleet forum foundation frontend gcp general governance group groups guild hardware hello help helpdesk here hiring hostmaster
  hr incident incidents info infosec infra infrastructure inquiries integration integrations internal invoice invoices it itops
  jobs kubernetes lab labs lead leaders leadership leads legal library linter license licenses licensing list lists mail mailbox mailer
  mailing maintainer maintainers maintenance management manager managers marketing media member members mgmt migration mobile
  moderation moderators mods monitoring net network networking networks news newsletter noc noreply notification notifications
  notify observability office officer oncall on-call operations operator operators ops org outreach owner owners pager partners payment
  payments people permissions personnel platform platforms pm postmaster press privacy procurement product production program prow
  project projects purchasing qa query questions receipts recruiting registrar registration release releases reliability renewals
  replies reply report reporting reports request requests research responder responders response review reviewer reviewers robot
  root rota rotation safety sales sec secops secrets secretary security server service servicedesk services shared sheriff
  sheriffs shift site slack soc software solutions spam squad sre sres staff staging status steering stewards storage store
  subscriptions support supporters sys sysadmin sysadmins sysop sysops system systems task team teams tech technical techops test
  tester testers testing tests tickets tools tooling training travel triage triagers troubleshooting trust ui updater updates user users ux
  vendor vendors wg web webadmin webmaster webmasters website website workflow working www`
    .split(/\s+/)
    .filter(word => word !== ''),
);

// "dnceng", "cpinfra": initials of a unit and what it does. Syllables of Chinese names end the same way.
const unit =
  /^(?:[bcdfghjklmnpqrstvwxz]{2,5}(?:eng|infra|ops|devs?|sre|qa)|\w{2,}(?:team|oncall|support|admins?|devops|infra|bot|conduct|security|community))$/;
const syllable = /(?:ch|zh|sh|[dfghklmnptwzs])eng$/;

/** Whether a handle or the part of an address before the `@` names an office, a team or a machine. */
export function isRole(name: string): boolean {
  const plain = name.toLowerCase();
  const parts = plain.split(/[-_.+/\s]+/);
  if (parts.some(part => roles.has(part.replace(/\d+$/, '')))) return true;
  return parts.length === 1 && unit.test(plain) && !syllable.test(plain);
}

// What a page says instead of a name, in examples and templates.
const placeholders = new Set(
  `alice bob mallory trent foo bar baz example sample dummy fake me you your yourself someone somebody anyone person name names
  username user login handle whoever who myself firstname lastname first last nickname assignee author authors reviewer
  teammate colleague mention slackname githubname slackhandle ldap alias xyz abc handles xxx yyy zzz johndoe janedoe jdoe doe`
    .split(/\s+/)
    .filter(word => word !== ''),
);
const figures =
  /^(?:j(?:ohn|ane|oe)[ ._-]?(?:doe|smith|bloggs|appleseed|public|schmoe?)|marie[ ._-]curie|ada[ ._-]lovelace|alan[ ._-]turing|grace[ ._-]hopper|max[ ._-]mustermann|erika[ ._-]mustermann|jean[ ._-]dupont|mary[ ._-]sue|foo[ ._-]bar|friendly[ ._-]\w+)$/;

/** Whether a name, a handle or the part of an address before the `@` stands for whoever reads the page. */
export function isPlaceholder(name: string): boolean {
  const plain = name.toLowerCase();
  return (
    figures.test(plain) ||
    plain.split(/[-_.+\s]+/).some(part => placeholders.has(part) || /^(?:first|last|user|your)name/.test(part))
  );
}

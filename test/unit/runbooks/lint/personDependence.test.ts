import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RunbookEdit } from '../../../../src/core/runbooks/authors';
import { noPeople, type PeopleLookup, peopleLookup } from '../../../../src/core/runbooks/lint/peopleLookup';
import { partlyChecked } from '../../../../src/core/runbooks/lint/rules/partlyChecked';
import { personDependence } from '../../../../src/core/runbooks/lint/rules/personDependence';
import { examplePerson } from '../../report/exampleSnapshot';
import { applied, lintText, repositoryView } from './lintText';

describe('RB020, prose that depends on one person', () => {
  const found = (text: string, people: PeopleLookup = noPeople): readonly string[] =>
    lintText(personDependence, text, { repository: repositoryView({ people }) }).map(
      ({ finding: { severity, data } }) => `${severity} ${data?.['kind']} ${data?.['people']}`,
    );

  const silent = (...texts: readonly string[]): void => {
    for (const text of texts) assert.deepEqual(found(text), [], text);
  };

  it('finds who is to be asked, by name, handle, address and profile', () => {
    assert.deepEqual(found('For help, ask Ravi.'), ['information contact Ravi']);
    assert.deepEqual(found('Begin by asking Ravi.'), ['information contact Ravi']);
    assert.deepEqual(found('Reach out to Sofia Okafor before you begin.'), ['information contact Sofia Okafor']);
    assert.deepEqual(found('Then ping `@sokafor`.'), ['information contact @sokafor']);
    assert.deepEqual(found('Send the report to <sofia.okafor@corp.test.org>.'), [
      'information contact sofia.okafor@corp.test.org',
    ]);
    assert.deepEqual(found('Talk to [sokafor](https://github.com/sokafor) first.'), ['information contact sokafor']);
    assert.deepEqual(found('Ask Ravi or Sofia for help.'), ['information contact Ravi, Sofia']);
    assert.deepEqual(found('Sofia Okafor (sofia.okafor@corp.test.org) should be contacted first.'), [
      'information contact Sofia Okafor',
    ]);
  });

  it('weighs credentials, lone access and belongings more, and an alternative less', () => {
    assert.deepEqual(found('Ask Ravi for the password.'), ['warning credential Ravi']);
    assert.deepEqual(found('Currently only Sofia can do this.'), ['warning access Sofia']);
    assert.deepEqual(found('It runs from Sofia’s old laptop.'), ['warning premises Sofia']);
    assert.deepEqual(found('The zone is managed by Sofia Okafor.'), ['information ownership Sofia Okafor']);
    assert.deepEqual(found('Ask Ravi, or someone else with access.'), ['hint credential Ravi']);
    assert.deepEqual(found('Send it to Ravi or post it in the `#harbour-desk` channel.'), ['hint contact Ravi']);
    assert.deepEqual(found('As a backup, ping Ravi.'), ['hint contact Ravi']);
    assert.deepEqual(found('First contact: SRE or Ravi.'), ['hint contact Ravi']);
    assert.deepEqual(found('Post it in the #harbour channel and tag @sokafor.'), ['hint contact @sokafor']);
    assert.deepEqual(found('Mail harbour-desk@corp.test.org and cc Ravi.'), ['hint contact Ravi']);
    assert.deepEqual(found('The bus factor is one here.'), ['warning access ']);
  });

  it('says nothing of teams, roles, machines, crowds, authors and examples', () => {
    silent(
      'Ask the payments team, or `@payments-oncall`.',
      'Mail support@corp.test.org or the help desk.',
      'Ask Ravi, Sofia or Nils.',
      'Engage with @sokafor, @officer_harbour and @team_quay.',
      'Written by Sofia Okafor, with thanks to Ravi.',
      'Ask Jenkins to build it, then tell Grafana.',
      'Contact Tilda Support for that.',
      'Mention `@username` in the ticket.',
      'Install @sofia/tools and ask for `@ravi/tools`.',
      '```\nask Ravi\n```\n\n<!-- ask Ravi -->\n',
      '---\nowner: ask Ravi\n---\n',
      '14:05 - ask Ravi for the key',
      'Do not ask Ravi.',
      'We had to ask Ravi.',
      'For example, ask Ravi.',
      'Change it by the end of June, and mark it done. Will it work?',
      'The analyst informs BAs that it was filed.',
      'There are direct links to Vernon and to two others.',
      'Ask `@github` or tag @terraform.',
      'CC (Claude Code) answers.',
      'You should add a `@classmethod` to the job.',
      'Restarts are managed by Aurora MySQL.',
      'The account of sofia.okafor@corp.test.org, who has no access; Ravi has no access to it either.',
      'It kept failing all night, paging Sofia.',
      'Check out the podcast with Sofia Okafor.',
      'A restore that needed a key from one person’s laptop is none.',
      'Mail the private sofia.okafor@corp.test.org list.',
      '| Ravi | **Oct26**: ask Sofia for a review |\n|---|---|\n| Nils | **Nov 2nd**: will ask Sofia |',
    );
  });

  it('says nothing of programs that are spoken to', () => {
    silent('Agents can help:\n\n- Ask `@harbourmaster` to check the plan\n', 'Ask the agent @harbourmaster.');
    assert.deepEqual(found('The pilots can help:\n\n- Ask `@sokafor` for the plan\n'), [
      'information contact @sokafor',
    ]);
  });

  it('takes a handle typed as code for a person only right behind a verb for people, or if it is known', () => {
    assert.deepEqual(found('Then ping `@zorblina`.'), ['information contact @zorblina']);
    silent('Include `@zorblina` in every form.', 'Check the scope (protected with `@zorblina`).');
    const known = peopleLookup([examplePerson(0, 'Zorblina Quell', { aliases: ['zorblina@corp.test.org'] })], []);
    assert.deepEqual(found('Include `@zorblina` in every review.', known), ['information contact @zorblina']);
  });

  it('counts names of a row that it does not know, before and behind those it does', () => {
    silent(
      'Ask Ravi, Sofia, or Zorblina (who knows everything).',
      'Reach out to Ravi, Sofia, etc. before you leave.',
      'Reach out to either Ravi, Sofia or Zorblina Quell on chat.',
      'Who to talk to: Zorblina Quell, Grimble Oxter, Sofia Okafor',
    );
    assert.deepEqual(found('Ask Ravi or Zorblina.'), ['information contact Ravi']);
  });

  it('takes no name for a person that is an organisation, a site, a number in the alphabet of the air or at hand', () => {
    silent(
      'To use the Sofia Okafor system, ask for access at <https://www.sofiaokafor.org/help>.',
      'Every pilot at Sofia Okafor has access to a berth.',
      'Request City Route Charlie One.',
      'Work with Yara rulesets, and tell Hugo where to look.',
      'Then go back to Sofia’s build guide.',
      'Send the receipt to Sofia Okafor at harbour-billing@corp.test.org.',
    );
  });

  it('is without somebody’s approval only where that is forbidden, and goes on behind an example', () => {
    silent('Hotfixes can be deployed without approval from Ingrid Novak.');
    assert.equal(found('Never deploy without approval from Ingrid Novak.').length, 1);
    assert.equal(found('For example, restart the queue. If it fails, only Ingrid Novak has the password.').length, 1);
  });

  it('leaves out what is shown, to be done some day, or only told', () => {
    silent(
      'For example: Ravi is on call until noon. At noon the bell will notify Ravi.',
      'TODO: ask Ravi about the limits.',
      'Someone should tell Ravi.',
      'Watch the training session hosted by Sofia Okafor.',
      'Sofia’s private phone is not given to anybody.',
      'Ravi and Sofia know the current state is not good.',
      'Often Ravi and Sofia will pick the topics.',
    );
  });

  it('says nothing of who a page is about, of what is done for somebody, and of what is ticked off', () => {
    silent(
      '# Sofia Okafor\n\nSofia Okafor is the owner of a bakery. Sofia has access to the mill.',
      '- [x] Ask Sofia for the key\n  - [x] Moved to Sofia’s desktop',
      'Set up Sofia’s laptop, then connect Ravi’s machine.',
      'The drill enrolled Sofia’s production key.',
      'Sofia’s computer didn’t have any ports open.',
      'Find Sofia’s credit card number.',
      'Our shared work with Sofia has gone well.',
      'Sofia needs to understand how the harbour works.',
      'Nils Berg is the founder and owner at Harbour Cakes.',
      'Add Ravi and Sofia as profiles.',
      'Read Bug Bounties, Proof - Sofia Okafor.',
      '- Email address: `sofia.okafor@corp.test.org`',
      '# Sofia Okafor: questions to a guest\n\nAsk Sofia: “Is the berth clear?”',
      'CC: @sokafor',
      '/cc @sokafor in case I missed anything',
      'The harbour crew, the art department, Ravi, and Sofia have the password.',
      'The day is built around a fireside chat with Sofia Okafor.',
      'Watch [Sofia’s Garage](https://b.test).',
      'A harbour pipeline only one engineer understands is a risk.',
      'We agreed Ravi owns the rotation page.',
      'I collaborate with Sofia Okafor on it.',
      '**Key goal:** grow from two (Sofia and Ravi) to many.',
    );
    assert.deepEqual(found('# Ask Sofia\n\n- [ ] Ask Sofia for a review'), ['information contact Sofia']);
    assert.deepEqual(found('If needed Ravi’s laptop has it.'), ['warning premises Ravi']);
  });

  it('finds on a page that tells how things are only who is asked for in so many words', () => {
    const told =
      'The crane is old. It lifts the boats. A belt drives it. The belt is made of hemp. Rope holds the belt. It creaks. ';
    assert.deepEqual(found(`${told}It is maintained by Ravi. For a berth, contact Sofia.`), [
      'information contact Sofia',
    ]);
    silent(`${told}Contact: Ravi. Only Sofia has the key.`);
    assert.equal(found(`${told}Open the gate. Close it. Contact: Ravi.`).length, 1);
    const others = peopleLookup([examplePerson(0, 'Nils Berg')], []);
    assert.deepEqual(found(`${told}Talk to Sofia.`, others), []);
    assert.equal(found(`${told}Talk to Nils.`, others).length, 1);
  });

  it('finds nobody on plans, minutes, pages for machines and below the heading of an example', () => {
    silent(
      '# Crane proposal\n\nAsk Ravi for the key.',
      'Attendees: the crew\n\n- Ask Ravi for the key.',
      '- 2024-05-01: opened\n- 2024-05-02: shut\n- 2024-05-03: ask Sofia\n- 2024-05-04: done\n\nAsk Ravi for the key.',
      '# Rules for Claude\n\nAsk Ravi before you push.',
      '# Restart\n\n## Example\n\nAsk Ravi for the key.',
    );
    assert.equal(found('# Restart\n\n## Restore the template database\n\nAsk Ravi for the key.').length, 1);
    assert.equal(found('# Restart\n\n## Example\n\nIt is old.\n\n## Access\n\nAsk Ravi for the key.').length, 1);
  });

  it('leaves out what a person by name or the writer does', () => {
    silent(
      'Nils should talk to Ravi.',
      'Compare it with what Ravi pays for.',
      'I’ll pass it to Ravi.',
      'I started chatting with Ravi.',
      'Read [how to ask Ravi](https://a.test/ask).',
      'Ravi will water the plants.',
      'Peer-notify Ravi.',
      'Use your `[username]`@harbour account.',
      'Notify the crew, the pilot, and Ravi.',
      'Contact: Ravi (master), Zorblina Okafor, Nils Berg',
    );
    assert.deepEqual(found('Ravi will approve it.'), ['information contact Ravi']);
  });

  it('takes the name of a machine, or of a figure beside Alice and Bob, for nobody', () => {
    silent(
      'Only Sofia has the key.\n\n`ssh sofia`',
      'Only Sofia has the key. See [the login](../guides/login_sofia.md).',
      'Bob sends it to Charlie.',
    );
    assert.equal(found('Only Sofia has the key. See [the login](https://a.test/sofia).').length, 1);
    const known = peopleLookup([examplePerson(0, 'Sofia Okafor')], []);
    assert.equal(found('Only Sofia has the key.\n\n`ssh sofia`', known).length, 1);
  });

  it('believes what is told of a person only of those whom the repository knows, where it knows any', () => {
    const told = 'The zone is managed by Sofia Okafor.';
    assert.equal(found(told, peopleLookup([examplePerson(0, 'Sofia Okafor')], [])).length, 1);
    const others = peopleLookup([examplePerson(0, 'Nils Berg')], []);
    assert.deepEqual(found(told, others), []);
    assert.equal(found('Ask Sofia Okafor for the zone.', others).length, 1);
    assert.deepEqual(found('The zone is managed by @sokafor.', others), []);
    assert.equal(found('Ask @sokafor for the zone.', others).length, 1);
  });

  it('finds who is let know, whose approval it takes, and who is behind an office', () => {
    assert.deepEqual(found('Let Ravi know before you begin.'), ['information contact Ravi']);
    assert.deepEqual(found('Do not deploy without approval from Ravi.'), ['information contact Ravi']);
    assert.deepEqual(found('Email the harbour office (Sofia Okafor) with the dates.'), [
      'information contact Sofia Okafor',
    ]);
    assert.deepEqual(found('New cards can be ordered by Sofia.'), ['information ownership Sofia']);
  });

  it('takes a name that is also a word for a person only right behind a verb for people', () => {
    assert.deepEqual(found('Just ask Mark.'), ['information contact Mark']);
    silent('Check the boxes with Mark selected.');
  });

  it('knows the people and the teams of the repository', () => {
    const known = peopleLookup([examplePerson(0, 'Zorblina Quell')], ['quokkas']);
    assert.deepEqual(found('Ask Zorblina.', known), ['information contact Zorblina']);
    silent('Ask Zorblina.');
    assert.deepEqual(found('Ask @quokkas.'), ['information contact @quokkas']);
    assert.deepEqual(found('Ask @quokkas.', known), []);
  });

  it('reads German, French, Spanish and Portuguese', () => {
    assert.deepEqual(found('Bei Fragen wende dich an Jürgen.'), ['information contact Jürgen']);
    assert.deepEqual(found('Demandez à Hélène.'), ['information contact Hélène']);
    assert.deepEqual(found('Preguntar a Lucía.'), ['information contact Lucía']);
    assert.deepEqual(found('Pergunte ao João.'), ['information contact João']);
  });

  it('says where, over lines, emphasis, quotations, lists, tables and wide characters', () => {
    const place = (text: string): string => {
      const [first] = lintText(personDependence, text);
      assert.ok(first, text);
      const { line, column, endLine, endColumn } = first.finding;
      return `${line}:${column}-${endLine}:${endColumn}`;
    };
    assert.equal(place('ask Ravi'), '1:5-1:9');
    assert.equal(place('\u{1F980} ask **Sofia** _Okafor_ now'), '1:10-1:25');
    assert.equal(place('Something long,\nthen ask\nRavi for it'), '3:1-3:5');
    assert.equal(place('> - one\n>   ask Sofia\n>   Okafor'), '2:9-3:11');
    assert.equal(place('| a | b |\n|---|---|\n| x | ask Ravi |'), '3:11-3:15');
    assert.equal(place('a \\* b &amp; `c` ask Ravi'), '1:22-1:26');
    assert.equal(place('See [the docs](https://a.test/ask) and ask [Ravi](https://b.test).'), '1:45-1:49');
  });

  it('offers a team for a handle, and a second person or a channel beside one person', () => {
    const edit = (person: number, date: number): RunbookEdit => ({
      ...{ person, date, automated: false, created: false, mechanical: false },
    });
    const repository = repositoryView({
      people: peopleLookup(
        [
          examplePerson(0, 'Ann Example'),
          examplePerson(1, 'sokafor'),
          examplePerson(2, 'Dov Left', { state: 'left' }),
          examplePerson(3, 'Nils Berg'),
        ],
        [],
      ),
      editsOf: () => [edit(1, 9), edit(2, 8), edit(3, 5)],
    });
    const text = '---\nowner_slack: payments\n---\n\nAsk @sokafor for help.\n';
    const [first] = lintText(personDependence, text, { repository });
    assert.ok(first);
    assert.deepEqual(
      first.fixes.map(fix =>
        personDependence.fixText?.(fix, (message, values) => `${message} ${JSON.stringify(values)}`),
      ),
      [
        '{handle} is a team {"handle":"@sokafor"}',
        'Name {second} as well {"second":"Nils Berg"}',
        'Name {second} as well {"second":"#payments"}',
      ],
    );
    assert.equal(first.fixes[0]?.action, 'declareTeam');
    assert.match(applied(text, first, 1), /Ask @sokafor or Nils Berg for help\./);
    assert.match(applied(text, first, 2), /Ask @sokafor or #payments for help\./);
  });

  it('looks at no record, and at no page for programs', () => {
    assert.deepEqual(lintText(personDependence, 'Ask Ravi.', { type: 'record' }), []);
    const of = (path: string): number => lintText(personDependence, 'Tell Ravi what to change.', { path }).length;
    assert.equal(of('ops/.claude/skills/restore/SKILL.md'), 0);
    assert.equal(of('ops/AGENTS.md'), 0);
    assert.equal(of('docs/claude/restore.md'), 1);
    assert.equal(of('docs/runbooks/agents.md'), 1);
  });

  it('stands any text, and what it finds lies on the page', () => {
    const bits = [
      'ask ',
      'Ravi ',
      '@sokafor ',
      'only ',
      '*',
      '`',
      '[',
      '](',
      ')',
      '\n',
      '> ',
      '- ',
      '| ',
      '&amp;',
      '\\',
      'ב',
      '語',
      '\u{1F980}',
      ', or ',
      "'s laptop ",
      '(',
      'by ',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map(list => list.join('')),
        ),
        text => {
          const lines = text
            .replace(/^\uFEFF/, '')
            .replace(/\r\n?/g, '\n')
            .split('\n');
          for (const { finding } of lintText(personDependence, text)) {
            if (finding.rule !== 'RB020') continue;
            assert.ok(finding.line <= finding.endLine && finding.endLine <= lines.length);
            assert.ok(finding.column >= 1 && finding.column <= (lines[finding.line - 1]?.length ?? 0) + 1);
            assert.ok(finding.endColumn >= 1 && finding.endColumn <= (lines[finding.endLine - 1]?.length ?? 0) + 1);
            assert.ok(finding.line < finding.endLine || finding.column <= finding.endColumn);
          }
        },
      ),
    );
  });

  it('gives up on no long line', () => {
    for (const unit of ['@', 'Ravi, ', 'send x to ', '   ']) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      assert.equal(lintText([personDependence, partlyChecked], text).at(-1)?.finding.rule, 'RB000');
    }
  });
});

const shared = `  --format FORMAT     table, json or markdown; without it table on a terminal, else json
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names and addresses
  --verbose           say on stderr what is being done`;

/** What `--help` prints without a command. */
export const generalHelp = `Single Points finds the places in a Git repository that only one person knows.

Usage: single-points <command> [path]

Commands
  scan [path]           who knows which component, what is at risk, what to do first
  lines [path]          who wrote the lines that stand in each file, as git blame -w has them
  truck-factor [path]   fewest people whose loss leaves more than half of the files without an owner
  what-if [path]        what becomes known by one person or by nobody if someone is away
  plan [path]           who should take over what, so that no single point is left
  codeowners [path]     what CODEOWNERS lacks, and lines with an owner and a backup for it
  commits [path]        the commits and lines behind what is said of a file or a component
  runbooks [path]       what keeps runbooks and alerts from working without their author
  stub [path]           a runbook for a component or an alert, filled with what the repository says
  checklist [path]      the steps that end a single point, or that come before somebody leaves or a shift ends
  progress [path]       how far the checklists are: claimed, evidenced, proven by git
  report [path]         all of it as one page for people who do not open an editor
  mcp [repository…]     answers assistants about repositories, by the Model Context Protocol

[path] is a work tree, a folder inside one, or a bare repository; without it the folder you are in.
Nothing leaves this machine, and nothing is written into the repository but where --out says.

Options
${shared}
  --help              this, or with a command what it takes
  --version           the version

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or not analysable, 130 cancelled.
`;

/** The commands there are. */
export type CommandName =
  | 'scan'
  | 'lines'
  | 'truck-factor'
  | 'what-if'
  | 'plan'
  | 'codeowners'
  | 'commits'
  | 'runbooks'
  | 'stub'
  | 'checklist'
  | 'progress'
  | 'report'
  | 'mcp';

/** What `<command> --help` prints. */
export const commandHelp: Readonly<Record<CommandName, string>> = {
  scan: `Who knows which component, what is at risk, what to do first.

Usage: single-points scan [path] [options]

Options
  --component ID      this component only, with its reasons and files
  --all               every component in the table, not the first 20
  --fail-on LIST      exit 1 when a component is "sole" (known by one person) or "orphaned" (by nobody active),
                      or on RB060, a runbook written by one person; separated by commas. Accepted risks do not count.
  --format FORMAT     table, json, markdown, or html, which is what "report" prints; without it table on a terminal,
                      else json
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names and addresses
  --verbose           say on stderr what is being done
`,
  lines: `Who wrote the lines that stand in each text file at HEAD: JSON, one file a line, in the order of the tree.

Usage: single-points lines [path] [options]

A line is by the author of the commit that "git blame -w" names in this repository. Of a folder inside a work tree
only the files below it are printed; paths begin at the root of the repository.

Options
  --path GLOB         only files that match; may be given more than once
  --commits           the commit of every line as well: "runs", [length, id], top to bottom
  --ignore-revs       step over the revisions in .git-blame-ignore-revs, too
  --ignore-revs-file FILE
                      step over the revisions that FILE lists, besides those of blame.ignoreRevsFile; may be repeated
  --no-ignore-revs-file
                      forget the files before, and those of blame.ignoreRevsFile
  --ignore-rev REV    step over this revision; may be given more than once
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      pseudonyms instead of addresses, also in paths
  --verbose           say on stderr what is being done
`,
  'truck-factor': `Fewest people whose loss leaves more than half of the files without an owner.

Usage: single-points truck-factor [path] [options]

Options
  --definition NAME   combined: active people who know a file by any of the three below (default)
                      doa: authors by degree of authorship over the whole history, present or not
                      activity: active people with enough of what was changed in a file lately
                      lines: active people who wrote enough of the lines that stand in a file
  --component ID      of one component, by id or by name
  --folder PATH       of one folder, from the root of the repository
  --at REV            at this revision instead of HEAD
${shared}
`,
  'what-if': `What becomes known by one person or by nobody active if someone is away, each with the best backup who stays.

Usage: single-points what-if [path] --without PERSON… [options]

Options
  --without PERSON…   by name, part of a name, or address; several may follow, or each with its own --without.
                      [path] comes before
  --all               every component and file in the table, not the first 20
${shared}
`,
  plan: `Who should take over which component, so that no single point of a risk is left: the fewest pairings within what each
person can take, operations and high criticality first, then by risk, each with why it is that person.

Usage: single-points plan [path] [options]

Options
  --max-per-person N  at most so many components for each person, 2 without it; who owns much already takes less
  --risk LEVEL        high, medium (and high, default) or low (any)
  --pin PERSON=COMPONENT
                      keep this pairing, whatever else is best; may be given several times
  --forbid PERSON=COMPONENT
                      never this pairing; may be given several times
  --all               every step in the table, not the first 20
${shared}
`,
  codeowners: `What CODEOWNERS lacks: lines that name who is gone or one person only, and components whose files have neither a
team nor two people there, with the lines that would name an owner and a backup. Printed; nothing is written.

Usage: single-points codeowners [path] [options]

Options
  --addresses         addresses for people whose login no address tells; without it only where the file has some already
  --format FORMAT     table, json or markdown; without it table on a terminal, else json
  --no-cache          neither read nor write what was analysed before
  --verbose           say on stderr what is being done
`,
  commits: `The commits and lines behind what is said of a file or a component, newest first; those that count for nothing
are listed apart, with why.

Usage: single-points commits [path] --file PATH | --component ID [options]

Options
  --file PATH         a file, from the root of the repository
  --component ID      a component, by id or by name
  --person PERSON     of one person only, by name, part of a name, or address
  --all               every commit, not the newest 50
${shared}
`,
  runbooks: `What keeps runbooks and alerts from working without their author.

Usage: single-points runbooks [path] [options]

Options
  --all               information and hints in the table, too
  --fail-on LIST      exit 1 on findings of this severity or worse (error, warning, information, hint), or of these
                      rules (RB060); separated by commas
  --runbooks-in DIR   another repository that the runbooks of alerts may be in; may be given several times
  --format FORMAT     table, json, markdown, html or sarif; without it table on a terminal, else json
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names and addresses
  --verbose           say on stderr what is being done

Which rules apply, and how grave they are, is set under "runbooks: rules:" in .single-points.yml.
`,
  stub: `A page for a component or an alert, filled with what the repository says. Printed, unless --out names a file.

Usage: single-points stub [path] --component ID [options]
       single-points stub [path] --alert NAME [options]

Options
  --component ID      the component, by id or by name; "single-points scan" lists them
  --alert NAME        the alert, by the name its rule gives it
  --type TYPE         of a component's: service, procedure, playbook (it is down) or architecture (how it is built);
                      without it procedure for operations files and scripts, else service
  --out FILE          write it there; in a file that was drafted before, what lies between its markers is written
                      anew and the rest stays; any other file that exists stays as it is
  --force             overwrite the file of --out as a whole
  --format FORMAT     markdown (default) or json
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names and addresses
  --verbose           say on stderr what is being done
`,
  checklist: `The steps that end a single point, as a Markdown task list filled with what the repository says. Printed, unless
--out names a file. In a checklist that is there already only what stands between its comments is written again.

Usage: single-points checklist [path] --component ID [options]
       single-points checklist [path] --leaving PERSON [options]
       single-points checklist [path] --hand-over [options]

Options
  --component ID      a second person for a component, by id or by name; "single-points scan" lists them
  --leaving PERSON    before somebody leaves or is away for long; by name, part of a name, or address
  --hand-over         at the end of a shift on call
  --out FILE          write it there; progress is told of pages in docs/ownership of the repository
  --force             overwrite the file of --out
  --format FORMAT     markdown (default) or json
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names and addresses
  --verbose           say on stderr what is being done
`,
  progress: `How far the checklists in docs/ownership are. Claimed: ticked. Evidenced: the commit or page it names exists. Proven:
in the 180 days before the newest commit the backup made two changes of the component in substance, or one, one edit of
what its runbook says, and a drill. New dates, format, renames, sweeps and co-author lines prove nothing.

Usage: single-points progress [path] [options]

Options
  --at REV            at this revision instead of the work tree
${shared}
`,
  report: `One page to send to a team: the state in three numbers, map, trend, top risks, plan, progress, runbooks, method, and
which service level is honest until it is solved. HTML is one file that loads nothing and runs nothing. Printed, unless
--out names a file.

Usage: single-points report [path] [options]

Options
  --out FILE          write it there; what is there already stays
  --force             overwrite the file of --out
  --format FORMAT     html or markdown; without it markdown for a FILE of that kind, else html
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names and addresses
  --verbose           say on stderr what is being done
`,
  mcp: `Answers assistants on stdin and stdout, by the Model Context Protocol: who knows what (get_ownership_risk), which
alerts have no working runbook (list_runbook_gaps), who can review or take over (suggest_backup). It only reads.

Usage: single-points mcp [repository…] [options]

Without a repository it answers about those that the client has open (its roots), else about the folder it is in; about
others never. Names are told as the settings of the repository allow, addresses never.

Options
  --store DIR         keep what was analysed there, instead of in the cache of the platform
  --no-cache          neither read nor write what was analysed before
  --pseudonymise      Person A, Person B and so on instead of names
  --verbose           say on stderr what is being done
`,
};

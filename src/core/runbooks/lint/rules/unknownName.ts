import { nearestName } from '../../commands/nearest';
import { type OwnCommand, ownCommands } from '../../commands/ownCommands';
import type { PageWord } from '../../commands/pageCommands';
import type { Problem } from '../problem';
import type { RepositoryView } from '../repositoryView';
import { operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB042: a command names a service of compose, a variable, or a port on this machine that the repository does not have. A
 * name is said only where it is almost one that is defined, for most others are names of other systems; a port only on a
 * page that starts compose, where it stands in no file that could open it.
 */
export const unknownName: RepositoryRule = {
  id: 'RB042',
  name: 'unknown-name',
  severity: 'information',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    const { files, names } = repository;
    if (names.services.size === 0 && names.variables.size === 0) return [];
    const commands = ownCommands(page, path => files.isFolder(path));
    return [
      ...commands.flatMap(command => [
        ...composeServices(command)
          .map(word => problem('service', word, names.services, 2))
          .filter(found => found !== null),
        ...variables(command, repository),
      ]),
      ...ports(commands, page.text, repository),
    ];
  },
  text: ({ kind, name, meant }, translate) => {
    const values = { name: name ?? '', meant: meant ?? '' };
    if (kind === 'port') return translate('Nothing that this repository starts publishes port {name}.', values);
    return kind === 'service'
      ? translate('No compose file here has a service {name}; there is one called {meant}.', values)
      : translate('The variable {name} is not in the example environment; there is one called {meant}.', values);
  },
  fixText: ({ data: { name } }, translate) => translate('Change to {name}', { name: name ?? '' }),
};

function problem(
  kind: 'service' | 'variable',
  word: PageWord,
  known: ReadonlySet<string>,
  most: number,
): Problem | null {
  const meant = known.has(word.text) ? null : nearestName(word.text, known, most);
  if (meant === null) return null;
  return {
    place: word.place,
    data: { kind, name: word.text, meant },
    fixes: [{ code: 'rename', data: { name: meant }, edits: [{ place: word.place, text: meant }], safe: false }],
  };
}

const verbs =
  /^(?:up|restart|logs|exec|run|stop|start|rm|pull|push|build|kill|ps|port|top|pause|unpause|create|images)$/;
const oneService = /^(?:exec|run|port)$/;
const withValue =
  /^(?:-f|--file|-p|--project-name|--profile|--env-file|--tail|-n|-t|--timeout|-e|--env|-u|--user|-w|--workdir|--scale|--since|--until|--index|-s|--signal|--project-directory|--build-arg|--progress|--pull|-v|--volume|--entrypoint|--name|--publish|-l|--label)$/;

/** The words of a `docker compose` command that name services. */
function composeServices(command: OwnCommand): PageWord[] {
  const { words } = command;
  const start = words[0]?.text === 'docker' ? 2 : 1;
  const found: PageWord[] = [];
  let verb: string | null = null;
  for (let index = start; isCompose(command) && index < words.length; index++) {
    const word = words[index] as PageWord;
    if (withValue.test(word.text) && !(verb === 'logs' && word.text === '-f')) index++;
    else if (word.text.startsWith('-')) continue;
    else if (verb === null) {
      if (!verbs.test(word.text)) return [];
      verb = word.text;
    } else if (!word.plain || !/^[\w.-]+$/.test(word.text)) return found;
    else {
      found.push(word);
      if (oneService.test(verb)) return found;
    }
  }
  return found;
}

/** `export NAME=…`: names with a typing error of one letter, which stand nowhere else. */
function variables({ words }: OwnCommand, { names }: RepositoryView): Problem[] {
  if (words[0]?.text !== 'export') return [];
  return words.slice(1).flatMap(word => {
    const name = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)=/.exec(word.text)?.[1];
    if (name === undefined || name.length < 8 || names.mentions(name)) return [];
    const { line, column } = word.place;
    const place = { line, column, endLine: line, endColumn: column + name.length };
    const found = problem('variable', { text: name, plain: true, place }, names.variables, 1);
    // NODE_1 and NODE_2 are two things.
    const isNumbered = String(found?.data['meant'] ?? '').replace(/\d+/g, '') === name.replace(/\d+/g, '');
    return found === null || isNumbered ? [] : [found];
  });
}

const localPort = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1):(\d{2,5})(?:[/?#]|$)/;
// Other things than compose may open a port.
const opens = /port-forward|--port\b|\s-p\b|\bssh\b|\btunnel\b|\bproxy\b|\bport:/i;

/** Ports of this machine that a page calls after it started compose, and that no file of the repository speaks of. */
function ports(commands: readonly OwnCommand[], text: string, { names }: RepositoryView): Problem[] {
  const starts = commands.some(command => isCompose(command) && command.words.some(word => word.text === 'up'));
  if (!starts || names.publishedPorts === 0 || opens.test(text)) return [];
  return commands.flatMap(({ words }) =>
    words.flatMap(({ text: word, place }) => {
      const port = localPort.exec(word)?.[1];
      return port === undefined || names.mentions(port) ? [] : [{ place, data: { kind: 'port', name: port } }];
    }),
  );
}

const isCompose = ({ words: [first, second] }: OwnCommand): boolean =>
  first?.text === 'docker-compose' || (first?.text === 'docker' && second?.text === 'compose');

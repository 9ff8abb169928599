import type { PageWord } from './pageCommands';

const withValue =
  /^(?:-p|--project-name|--project-directory|--env-file|--profile|--ansi|--parallel|--progress|-c|--context|-H|--host|--log-level)$/;

/**
 * The files that `docker compose -f … -f … up` reads, in their order; none of another command. Behind the verb `-f` means
 * something else (`logs -f`).
 *
 * @see https://docs.docker.com/reference/cli/docker/compose/
 */
export function composeFileWords([first, ...rest]: readonly PageWord[]): readonly PageWord[] {
  const tool = first?.text ?? '';
  const isOne = /^(?:docker|podman)-compose$/.test(tool);
  if (!isOne && (!/^(?:docker|podman)$/.test(tool) || rest[0]?.text !== 'compose')) return [];
  const files: PageWord[] = [];
  for (let at = isOne ? 0 : 1; at < rest.length; at++) {
    const word = rest[at] as PageWord;
    if (!word.text.startsWith('-')) break;
    const given = /^(?:--file|-f)=/.exec(word.text)?.[0];
    const next = rest[at + 1];
    if (given !== undefined) files.push(behind(word, given.length));
    else if (/^(?:-f|--file)$/.test(word.text)) {
      if (next !== undefined) files.push(next);
      at++;
    } else if (withValue.test(word.text)) at++;
  }
  return files;
}

/** The value of a flag, with the quotes around it if there are some. */
const behind = ({ text, plain, place }: PageWord, length: number): PageWord => ({
  text: text.slice(length),
  plain,
  place: { ...place, column: place.column + length },
});

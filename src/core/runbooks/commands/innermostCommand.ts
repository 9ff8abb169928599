import { commandsOfLine } from './shellWords';

const wrapper = /^(?:sudo|doas|time|nohup|exec|command|then|do|else|if|watch|xargs|env|\{|!)$/;
const assignment = /^[A-Za-z_]\w*=/;

/** How many words of a command stand before the one it runs: `sudo -E`, `time`, assignments, `bundle exec`. */
export function wordsInFront(words: readonly string[]): number {
  let at = 0;
  while (at < words.length && (wrapper.test(words[at] ?? '') || assignment.test(words[at] ?? ''))) {
    at++;
    while (/^-/.test(words[at] ?? '')) at++;
  }
  return words[at] === 'bundle' && words[at + 1] === 'exec' ? at + 2 : at;
}

/** The command that is run in the end: what `sudo`, `kubectl exec … --`, `docker exec` and `ssh` hand on, however deep. */
export function innermostCommand(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let depth = 0; depth < 6; depth++) {
    rest = rest.slice(wordsInFront(rest));
    const next = handedOn(rest);
    if (next === null) return rest;
    rest = next;
  }
  return rest;
}

function handedOn(words: readonly string[]): readonly string[] | null {
  const [tool = '', verb = ''] = words;
  const after = words.indexOf('--');
  if (/^(?:kubectl|oc)$/.test(tool) && words.includes('exec')) return after > 0 ? words.slice(after + 1) : null;
  if (/^(?:docker|podman)$/.test(tool) && verb === 'exec') {
    const container = words.findIndex((word, at) => at > 1 && !word.startsWith('-'));
    return words.slice(container + 1);
  }
  // The command is the last word where it is quoted, which is how it is written as a rule.
  const last = words.at(-1) ?? '';
  if (/^(?:ssh|bash|sh|su)$/.test(tool) && words.length > 2 && last.includes(' ')) {
    return commandsOfLine(last)[0]?.map(({ text }) => text) ?? null;
  }
  return null;
}

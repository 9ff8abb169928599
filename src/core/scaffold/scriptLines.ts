import { compileGlobs } from '../components/glob';
import { folderOf, inFolder } from '../components/repositoryPath';
import { actionFor } from './actions';
import { careful, commandLine } from './commandLines';
import type { Fact } from './fact';
import { isScriptPath } from './facts/scriptCall';
import { code, prose, sources } from './markdown';
import { type Lines, more } from './stubLines';

/** Scripts of the component's own that are not said elsewhere, with their help; `all`: those, too, that are named for what they do. */
export function scriptLines(facts: readonly Fact[], most = 12, all = false): Lines {
  const found = facts.filter(
    fact =>
      fact.kind === 'target' &&
      fact.wide !== true &&
      isScriptPath(fact.path) &&
      (all || actionFor(fact) === null) &&
      !seeds(fact, facts),
  );
  const lines = found.slice(0, most).map(fact => commandLine('Script', fact.command ?? '', fact));
  return [...lines, ...more(found.slice(most).map(fact => [fact]))];
}

/** Whether the script is one of those that fill an empty database: the image runs it, nobody else does. */
function seeds({ path }: Fact, facts: readonly Fact[]): boolean {
  return facts.some(
    fact =>
      fact.kind === 'seed' &&
      fact.name.split(' ').some(each => {
        const from = each.replace(/^(?:\.?\/)+/, '');
        // All that lies beside it says nothing of any of it.
        return !/^(?:\.|\**)$/.test(from) && compileGlobs([inFolder(folderOf(fact.path), from), from])(path);
      }),
  );
}

/** Recipes of the component's own, with their help. */
export function targetLines(facts: readonly Fact[], most = 20): Lines {
  const found = facts.filter(
    fact => (fact.kind === 'target' || fact.kind === 'script') && fact.wide !== true && !isScriptPath(fact.path),
  );
  const lines = found
    .slice(0, most)
    .flatMap(fact => (fact.command === undefined ? [] : [commandLine('Command', fact.command, fact)]));
  return [...lines, ...more(found.slice(most).map(fact => [fact]))];
}

/** Who runs or reads in the component's scripts, in their order. */
export function stepLines(facts: readonly Fact[], most = 60): Lines {
  const found = facts.filter(fact => fact.kind === 'step');
  const lines = found.slice(0, most).map(fact => {
    const called =
      fact.readIn === true ? undefined : facts.find(({ kind, name }) => kind === 'target' && name === fact.name);
    const mark = called === undefined ? '' : careful(called);
    const caller = fact.path === fact.value || /^(?:make|just|task|npm|pnpm|yarn|bun) /.test(fact.value);
    return `- ${caller ? code(fact.value) : prose(fact.value)} ${fact.readIn === true ? 'reads in' : 'runs'} ${code(fact.name)}${mark === '' ? '' : `: ${mark}`} ${sources([fact])}`;
  });
  return [...lines, ...more(found.slice(most).map(fact => [fact]))];
}

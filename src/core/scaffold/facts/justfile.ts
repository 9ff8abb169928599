import { folderOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { purposeOf } from './purpose';
import { type Recipe, reachedByRecipe } from './recipeReach';
import type { Reach } from './scriptReach';

const mostLines = 20_000;

const head = /^@?([A-Za-z_][\w-]*)((?:[ \t]+[^:=]{0,300})?(?:=[^:]{0,200})?):(?!=)/;

/** The recipes of a justfile, private ones left out; the comment above one is its help. */
export function justfileFacts(path: string, text: string, reach: Reach): readonly Fact[] {
  const folder = folderOf(path);
  const fixed = folder === '' ? ['just'] : ['just --justfile'];
  const facts: Fact[] = [];
  let help = '';
  let isPrivate = false;
  const lines = text.split('\n').slice(0, mostLines);
  const recipes = recipesOf(lines);
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 1000).trimEnd();
    if (/^#(?!!)/.test(line)) {
      help = line.replace(/^#+\s*/, '');
      continue;
    }
    if (/^\[/.test(line)) {
      isPrivate ||= line.includes('private');
      continue;
    }
    const recipe = head.exec(line);
    if (recipe?.[1] !== undefined && !isPrivate && !/^(?:_|(?:set|export|alias|import|mod)$)/.test(recipe[1])) {
      const name = recipe[1];
      const command = shellCommand(fixed, ...(folder === '' ? [name] : [path, name]));
      const run = recipes.find(each => each.name === name);
      // A recipe with parameters that must be given cannot be typed as it stands.
      const given = (recipe[2] ?? '')
        .trim()
        .split(/\s+/)
        .filter(each => each !== '' && !/^[*]|=/.test(each));
      facts.push({
        kind: 'target',
        name,
        value: help.length < 200 ? shown(help) : '',
        path,
        line: index + 1,
        ...(command === undefined || given.length > 0 ? {} : { command }),
        ...(run === undefined ? {} : purposeOf(name, reachedByRecipe(path, run, recipes, reach), reach.isAbout)),
      });
    }
    if (line !== '') {
      help = '';
      isPrivate = false;
    }
  }
  return facts;
}

/** Every recipe with its lines, private ones, too: others run them. */
function recipesOf(lines: readonly string[]): readonly Recipe[] {
  return lines.flatMap((line, index): readonly Recipe[] => {
    const [whole, name] = head.exec(line.slice(0, 1000)) ?? [];
    if (whole === undefined || name === undefined) return [];
    const body = lines.slice(index + 1, index + 40);
    const end = body.findIndex(each => each.trim() !== '' && !/^\s/.test(each));
    const needs = line.slice(whole.length).match(/[A-Za-z_][\w-]*/g) ?? [];
    return [{ name, body: (end < 0 ? body : body.slice(0, end)).join('\n'), needs }];
  });
}

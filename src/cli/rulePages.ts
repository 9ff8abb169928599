import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRulePage, type RulePage } from '../core/report/rulePage';

/** The pages of rules in a folder, by id: `RB020.md`. None where there is no such folder, as beside a program alone. */
export async function readRulePages(folder: string): Promise<ReadonlyMap<string, RulePage>> {
  const names = (await readdir(folder).catch(() => [])).filter(name => /^RB\d+\.md$/.test(name));
  const read = async (name: string): Promise<[string, RulePage]> => [
    name.slice(0, -'.md'.length),
    parseRulePage(await readFile(join(folder, name), 'utf8')),
  ];
  return new Map(await Promise.all(names.map(read)));
}

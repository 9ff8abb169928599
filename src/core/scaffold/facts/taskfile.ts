import { folderOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { purposeOf } from './purpose';
import { type Recipe, reachedByRecipe } from './recipeReach';
import type { Reach } from './scriptReach';
import { yamlDocument } from './yamlTree';

/** The tasks of a Taskfile, internal ones left out. */
export function taskfileFacts(path: string, text: string, reach: Reach): readonly Fact[] {
  const folder = folderOf(path);
  const tasks = yamlDocument(text).get('tasks').entries;
  const recipes = tasks.map(
    ({ key, value }): Recipe => ({
      name: key,
      body: value.allTexts.map(each => each.text).join('\n'),
      needs: [
        ...value.get('deps').allTexts.map(each => each.text),
        ...value.get('cmds').items.flatMap(item => item.get('task').text ?? []),
      ],
    }),
  );
  return tasks.flatMap(({ key, line, value }, index): readonly Fact[] => {
    if (value.get('internal').text === 'true') return [];
    const command = folder === '' ? shellCommand(['task'], key) : shellCommand(['task --dir'], folder, key);
    const recipe = recipes[index];
    return [
      {
        kind: 'target',
        name: key,
        value: shown(value.get('desc').text ?? value.get('summary').text ?? ''),
        path,
        line,
        ...(command === undefined ? {} : { command }),
        ...(recipe === undefined ? {} : purposeOf(key, reachedByRecipe(path, recipe, recipes, reach), reach.isAbout)),
      },
    ];
  });
}

import { folderOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { isDestructive, shellCommand } from '../shell';
import { yamlDocument } from './yamlTree';

/** The tasks of a Taskfile, internal ones left out. */
export function taskfileFacts(path: string, text: string): readonly Fact[] {
  const folder = folderOf(path);
  return yamlDocument(text)
    .get('tasks')
    .entries.flatMap(({ key, line, value }): readonly Fact[] => {
      if (value.get('internal').text === 'true') return [];
      const command = folder === '' ? shellCommand(['task'], key) : shellCommand(['task --dir'], folder, key);
      const body = value.allTexts.map(each => each.text).join('\n');
      return [
        {
          kind: 'target',
          name: key,
          value: shown(value.get('desc').text ?? value.get('summary').text ?? ''),
          path,
          line,
          ...(command === undefined ? {} : { command }),
          ...(isDestructive(body) ? { destructive: true } : {}),
        },
      ];
    });
}

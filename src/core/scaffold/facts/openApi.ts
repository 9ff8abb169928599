import type { Fact } from '../fact';
import { shown } from '../redact';
import { isHealthPath } from './healthRoutes';
import { yamlDocument } from './yamlTree';

/** What an OpenAPI or Swagger document says: its title with the number of paths, and those for health. */
export function openApiFacts(path: string, text: string): readonly Fact[] {
  const document = yamlDocument(text);
  if ((document.get('openapi').text ?? document.get('swagger').text) === null) return [];
  const title = document.get('info').entry('title');
  if (!title?.value.text) return [];
  const routes = document.get('paths').entries;
  const count = `${routes.length} ${routes.length === 1 ? 'path' : 'paths'}`;
  return [
    {
      kind: 'interface',
      name: shown(title.value.text),
      value: shown(`${title.value.text}, ${count}`),
      path,
      line: title.line,
    },
    ...routes
      .filter(({ key }) => isHealthPath(key))
      .slice(0, 5)
      .map(({ key, line }): Fact => ({ kind: 'healthRoute', name: key, value: shown(key), path, line })),
  ];
}

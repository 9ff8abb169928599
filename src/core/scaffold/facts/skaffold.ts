import { folderOf, resolvePath } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { foldersOf, isIn, isNamed, type Subject } from '../subject';
import { yamlDocuments } from './yamlTree';

/** What a `skaffold.yaml` builds of the component, and the command that brings all it names; none where it builds nothing of it. */
export function skaffoldFacts(path: string, text: string, subject: Subject): readonly Fact[] {
  const folders = foldersOf(subject.paths).filter(folder => folder !== '');
  const facts: Fact[] = [];
  for (const config of yamlDocuments(text)) {
    const before = facts.length;
    for (const artifact of config.get('build', 'artifacts').items) {
      const image = artifact.entry('image');
      const context = artifact.entry('context');
      const folder = resolvePath(folderOf(path), context?.value.text ?? '.');
      if (!image?.value.text || folder === null) continue;
      const name = image.value.text.split('/').at(-1) ?? '';
      if (!folders.some(each => folder !== '' && isIn(each, folder)) && !isNamed(subject, name)) continue;
      const { line } = context ?? image;
      facts.push({ kind: 'build', name: image.value.text, value: shown(`${folder || '.'} as ${name}`), path, line });
    }
    const deploy = config.entry('deploy') ?? config.entry('manifests');
    if (facts.length === before || deploy === null) continue;
    const command = path.includes('/') ? shellCommand(['skaffold run --filename'], path) : 'skaffold run';
    facts.push({
      kind: 'target',
      name: 'deploy',
      value: '',
      path,
      line: deploy.line,
      wide: true,
      removes: 'elsewhere',
      ...(command === undefined ? {} : { command }),
    });
  }
  return facts;
}

/**
 * Folders whose manifests a `skaffold.yaml` fills in before they are applied, outside of profiles: their images have no
 * tag yet. Before version 3 of its schema they stand below `deploy`.
 */
export function foldersFilledIn(path: string, text: string): readonly string[] {
  return yamlDocuments(text)
    .flatMap(config => ['manifests', 'deploy'].flatMap(part => config.get(part, 'kustomize', 'paths').texts))
    .flatMap(({ text: named }) => resolvePath(folderOf(path), named) ?? []);
}

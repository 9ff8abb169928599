import { folderOf, nameOf, resolvePath } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { foldersOf, isIn, isNamed, type Subject } from '../subject';
import { yamlDocument } from './yamlTree';

/**
 * What a `kustomization.yaml` that brings the component's manifests says: which of them, and the version it sets. The
 * command compares and changes nothing: whether a base may be applied as it is, it does not say. There is none for a
 * folder of `filledIn`, which only another program makes whole.
 */
export function kustomizationFacts(
  path: string,
  text: string,
  subject: Subject,
  own: boolean,
  filledIn: readonly string[] = [],
): readonly Fact[] {
  const document = yamlDocument(text);
  // Only a part, to be used by others.
  if (document.get('kind').text === 'Component') return [];
  const folder = folderOf(path);
  const folders = foldersOf(subject.paths).filter(each => each !== '');
  const speaks = (resource: string): boolean => {
    const place = resolvePath(folder, resource);
    if (place === null || /^https?:/.test(resource)) return false;
    return isNamed(subject, nameOf(place).replace(/\.ya?ml$/, '')) || folders.some(each => isIn(each, place));
  };
  const listed = [...document.get('resources').texts, ...document.get('bases').texts];
  const first = own ? listed[0] : listed.find(({ text: resource }) => speaks(resource));
  const facts: Fact[] = [];
  if (first !== undefined) {
    const command = folder === '' ? 'kubectl diff -k .' : shellCommand(['kubectl diff -k'], folder);
    facts.push({
      kind: 'kustomization',
      name: first.text,
      value: shown(`${folder === '' ? '.' : folder} brings ${first.text}`),
      path,
      line: first.line,
      ...(command === undefined || filledIn.includes(folder) ? {} : { command }),
    });
  }
  for (const image of document.get('images').items) {
    const name = image.entry('name');
    const tag = image.entry('newTag');
    if (!name?.value.text || !tag?.value.text || !(own || isNamed(subject, nameOf(name.value.text)))) continue;
    const called = image.get('newName').text ?? name.value.text;
    facts.push({
      kind: 'image',
      name: tag.value.text,
      value: shown(`${called}:${tag.value.text}`),
      path,
      line: tag.line,
    });
  }
  return facts;
}

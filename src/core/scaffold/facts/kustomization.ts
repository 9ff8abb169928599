import { folderOf, nameOf, resolvePath } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { shellCommand } from '../shell';
import { foldersOf, isIn, isNamed, type Subject } from '../subject';
import { type YamlText, type YamlValue, yamlDocument } from './yamlTree';

/** What of the component's a part changes: the name that a patch, written out in it, gives. */
function patchOf(document: YamlValue, subject: Subject): YamlText | null {
  for (const item of document.get('patches').items) {
    const target = item.get('target').entry('name');
    if (target?.value.text && isNamed(subject, target.value.text))
      return { text: target.value.text, line: target.line };
    const written = item.entry('patch');
    const named = yamlDocument(written?.value.text ?? '')
      .get('metadata')
      .entry('name');
    if (written === null || !named?.value.text || !isNamed(subject, named.value.text)) continue;
    // The text of a block begins a line below its key.
    return { text: named.value.text, line: written.value.isBlock ? written.line + named.line : written.line };
  }
  return null;
}

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
  const folder = folderOf(path);
  // Only a part, to be added by others.
  const isPart = document.get('kind').text === 'Component';
  const folders = foldersOf(subject.paths).filter(each => each !== '');
  const speaks = (resource: string): boolean => {
    const place = resolvePath(folder, resource);
    if (place === null || /^https?:/.test(resource)) return false;
    return isNamed(subject, nameOf(place).replace(/\.ya?ml$/, '')) || folders.some(each => isIn(each, place));
  };
  const listed = [...document.get('resources').texts, ...document.get('bases').texts];
  const first = own ? listed[0] : listed.find(({ text: resource }) => speaks(resource));
  const facts: Fact[] = [];
  const where = folder === '' ? '.' : folder;
  const patch = isPart && first === undefined ? patchOf(document, subject) : null;
  if (patch !== null) {
    const value = shown(`${where} changes ${patch.text} wherever it is added`);
    facts.push({ kind: 'kustomization', name: patch.text, value, path, line: patch.line });
  }
  if (first !== undefined) {
    const command = isPart
      ? undefined
      : folder === ''
        ? 'kubectl diff -k .'
        : shellCommand(['kubectl diff -k'], folder);
    facts.push({
      kind: 'kustomization',
      name: first.text,
      value: shown(`${where} brings ${first.text}${isPart ? ' wherever it is added' : ''}`),
      path,
      line: first.line,
      ...(command === undefined || filledIn.includes(folder) ? {} : { command }),
    });
  }
  // What a part sets is filled in by whoever adds it.
  for (const image of isPart ? [] : document.get('images').items) {
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

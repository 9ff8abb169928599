import type { Fact } from '../fact';
import { shown } from '../redact';
import { isNamed, type Subject } from '../subject';
import { yamlDocuments } from './yamlTree';

/** What a Backstage catalog says: description, owner, links, dependencies. In the component's folder, or by its name. */
export function catalogFacts(path: string, text: string, subject: Subject, inFolder: boolean): readonly Fact[] {
  const facts: Fact[] = [];
  for (const entity of yamlDocuments(text)) {
    const kind = entity.get('kind').text;
    const name = entity.get('metadata', 'name').text;
    if (kind !== 'Component' || name === null || !(inFolder || isNamed(subject, name))) continue;
    const description = entity.get('metadata').entry('description');
    if (description?.value.text) {
      facts.push({
        kind: 'description',
        name: 'description',
        value: shown(description.value.text),
        path,
        line: description.line,
      });
    }
    const owner = entity.get('spec').entry('owner');
    if (owner?.value.text)
      facts.push({ kind: 'owner', name: owner.value.text, value: shown(owner.value.text), path, line: owner.line });
    for (const link of entity.get('metadata', 'links').items) {
      const url = link.entry('url');
      if (!url?.value.text || !/^https?:\/\//i.test(url.value.text)) continue;
      facts.push({
        kind: 'link',
        name: shown(link.get('title').text ?? 'link'),
        value: shown(url.value.text),
        path,
        line: url.line,
      });
    }
    for (const { text: needed, line } of entity.get('spec', 'dependsOn').texts) {
      facts.push({ kind: 'dependency', name: needed, value: shown(needed), path, line });
    }
  }
  return facts;
}

import type { Fact } from '../fact';
import { shown } from '../redact';
import { removalOf, removing } from '../removal';
import { foldersOf, isIn, namesFolder, type Subject, speaksOf } from '../subject';
import { deploys, isDeployName } from './deployCommands';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

const keywords = new Set(
  'default include stages variables workflow image services before_script after_script cache pages spec'.split(' '),
);

/** What a pipeline of GitLab says about the component: jobs that name it, or that run on changes of its folder. */
export function gitlabFacts(path: string, text: string, subject: Subject): readonly Fact[] {
  const jobs = yamlDocument(text)
    .entries.filter(({ key, value }) => value.isMap && !keywords.has(key) && !key.startsWith('.'))
    .slice(0, 200);
  return jobs.flatMap(job => jobFacts(path, job, subject));
}

function jobFacts(path: string, { key, line, value }: YamlEntry, subject: Subject): readonly Fact[] {
  const whole = foldersOf(subject.paths).includes('');
  const about =
    whole || speaksOf(subject, key.replace(/[:_/]/g, ' ')) || changesOf(value).some(glob => isOwn(subject, glob));
  const script = [...value.get('before_script').items, ...value.get('script').items].flatMap(item =>
    item.text === null ? [] : [{ text: item.text, line: item.line, isBlock: item.isBlock }],
  );
  const named = about || script.some(({ text }) => namesFolder(subject, text));
  if (!named) return [];
  const facts: Fact[] = [];
  const environment = value.entry('environment');
  const where = environment?.value.text ?? environment?.value.get('name').text ?? null;
  const byHand = value.get('when').text === 'manual' ? ', by hand' : '';
  if (environment !== null && where !== null && !where.includes('$')) {
    facts.push({
      kind: 'deploy',
      name: key,
      value: shown(`environment ${where}, job ${key}${byHand}`),
      path,
      line: environment.value.entry('name')?.line ?? environment.line,
    });
  }
  for (const said of script) {
    const first = said.text.split('\n', 1)[0] ?? '';
    if (said.isBlock || !deploys.test(first) || first.includes('<<')) continue;
    facts.push({
      kind: 'deploy',
      name: key,
      value: shown(first),
      path,
      line: said.line,
      ...removing(removalOf(first)),
    });
  }
  if (facts.length === 0 && isDeployName(`${key} ${value.get('stage').text ?? ''}`))
    facts.push({ kind: 'deploy', name: key, value: shown(`job ${key}${byHand}`), path, line });
  return facts.slice(0, 6);
}

const changesOf = (job: YamlValue): readonly string[] =>
  [...job.get('rules').items, job.get('only'), job].flatMap(rule => [
    ...rule.get('changes').texts.map(({ text }) => text),
    ...rule.get('changes', 'paths').texts.map(({ text }) => text),
  ]);

const isOwn = (subject: Subject, glob: string): boolean => {
  const base = glob.replace(/^\.\//, '').split(/\/?[*?[{]/, 1)[0] ?? '';
  return foldersOf(subject.paths).some(folder => folder !== '' && base !== '' && isIn(folder, base));
};

import { nameOf } from '../../components/repositoryPath';
import type { Fact, FactKind } from '../fact';
import { isSecretName, shown } from '../redact';
import { shellWord } from '../shell';
import { isNamed, type Subject, speaksOf } from '../subject';

/**
 * What a unit of systemd says: what it runs, when, what it needs. In the component's folder, or where its name or its
 * command is the component's.
 */
export function systemdFacts(path: string, text: string, subject: Subject, own: boolean): readonly Fact[] {
  const file = nameOf(path).replace(/\.(?:j2|erb)$/, '');
  const settings = settingsOf(text);
  const starts = settings.filter(({ key }) => key === 'ExecStart' || key === 'OnCalendar');
  const head = settings[0];
  if (head === undefined || starts.length === 0) return [];
  const name = file.replace(/@?\.\w+$/, '');
  if (!own && !isNamed(subject, name) && !starts.some(({ value }) => speaksOf(subject, value))) return [];
  const facts: Fact[] = [];
  const add = (kind: FactKind, about: string, value: string, line: number, more: Partial<Fact> = {}): void => {
    facts.push({ kind, name: about, value: shown(value), path, line, ...more });
  };
  // An instance of a template needs a name that only its user knows.
  const word = file.includes('@') ? null : shellWord(file);
  const said = settings.find(({ key }) => key === 'Description');
  const first = said ?? starts[0] ?? head;
  add(
    'unit',
    file,
    said === undefined ? file : `${file}: ${said.value}`,
    first.line,
    word === null ? {} : { command: word },
  );
  for (const { key, value, line } of settings) {
    if (key === 'ExecStart') add('command', file, value, line);
    else if (key === 'OnCalendar') add('schedule', file, value, line);
    else if (key === 'Requires' || key === 'BindsTo') {
      for (const other of value.split(/\s+/)) add('dependency', other, other, line);
    } else if (key === 'Environment') {
      for (const variable of value.matchAll(/(?:^|[\s"'])([A-Za-z_]\w*)=/g)) {
        const about = variable[1] ?? '';
        add(isSecretName(about) ? 'secret' : 'environment', about, about, line);
      }
    } else if (key === 'EnvironmentFile') add('environment', value, `file ${value}`, line);
  }
  return facts;
}

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

function settingsOf(text: string): readonly Setting[] {
  return text
    .split('\n')
    .slice(0, 500)
    .flatMap((line, index): readonly Setting[] => {
      const [, key, value] = /^([A-Z]\w{0,60})[ \t]*=[ \t]*(\S.*)$/.exec(line.slice(0, 1000)) ?? [];
      // Templates of a configuration tool are no values.
      return key === undefined || value === undefined || /\{[{%]|<%/.test(value)
        ? []
        : [{ key, value: value.trim(), line: index + 1 }];
    });
}

import { nameOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';

const main =
  /^func main\(\)|^\s*(?:public\s+)?static\s+(?:async\s+)?(?:void|int|Task(?:<int>)?)\s+[Mm]ain\s*\(|^\s*if __name__ == ['"]__main__['"]\s*:|^(?:pub )?(?:async )?fn main\(\)|^fun main\(|\b(?:app|server|httpServer|fastify)\.listen\(|\b(?:WebApplication\.Create\w*Builder|Host\.Create\w*Builder)\(/;
const mostLines = 5000;

/** Where a program begins in a file of code: its `main`, or the call that makes it listen. At most one a file. */
export function codeEntryFacts(path: string, text: string): readonly Fact[] {
  // A program that only looks after another one.
  if (/health/i.test(nameOf(path))) return [];
  const at = text
    .split('\n')
    .slice(0, mostLines)
    .findIndex(line => line.length < 500 && main.test(line));
  return at < 0 ? [] : [{ kind: 'entryPoint', name: path, value: path, path, line: at + 1 }];
}

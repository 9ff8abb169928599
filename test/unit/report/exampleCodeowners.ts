import type { CodeownersDraft } from '../../../src/core/scaffold/codeowners/draftCodeowners';
import { draftCodeowners } from '../../../src/core/scaffold/codeowners/draftCodeowners';
import { planSpread } from '../../../src/core/spread/plan';
import { usualPlan } from '../../../src/core/spread/planOptions';
import { plannedSnapshot } from '../spread/plannedSnapshot';
import { examplePerson } from './exampleSnapshot';

/** A file that names one person for `payments`, and who left for `labels`. */
export function exampleCodeowners(): CodeownersDraft {
  const logins = ['ann', 'ben', 'dov'].map(login => ({ email: `1+${login}@users.noreply.github.com` }));
  const snapshot = plannedSnapshot({ payments: { known: { 1: 9 } }, labels: { owners: [1], known: { 0: 3 } } }, [
    examplePerson(0, 'Ann Example', logins[0]),
    examplePerson(1, 'Ben Ito', logins[1]),
    examplePerson(2, 'Dov Left', { ...logins[2], active: false, state: 'left', left: true }),
  ]);
  return draftCodeowners({
    plan: planSpread(snapshot, usualPlan),
    paths: [...snapshot.files.map(({ path }) => path), '.github/CODEOWNERS'],
    textOf: () => '/payments/ @ann\n/labels/ @dov\n',
    withAddresses: false,
  });
}

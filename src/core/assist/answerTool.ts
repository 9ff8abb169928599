import type { Snapshot } from '../model';
import { withoutPeople } from '../ownership/withoutPeople';
import { findPerson } from '../people/findPerson';
import { limitText } from '../report/limits';
import { pseudonymise } from '../report/pseudonymise';
import { plainTranslate } from '../report/translate';
import { backupSuggestion } from './backupSuggestion';
import { bounded } from './bounded';
import { ownershipRisk } from './ownershipRisk';
import { quoted } from './quoted';
import { runbookGaps } from './runbookGaps';
import { findComponent, findSubject, hint, type Place, type Subject } from './subject';
import { nameIn } from './telling';
import { type ToolAnswer, ToolFailure, type ToolName } from './tool';
import { readToolInput } from './toolInput';

/** A question of an assistant about one repository. */
export interface ToolQuestion {
  readonly tool: ToolName;
  /** As it was sent. */
  readonly input: unknown;
}

/**
 * The Snapshot that assistants are told of: with pseudonyms where they are asked for, and where the policy of the
 * repository keeps what people know off pages. Costs a walk over all of it, so it is made once for many questions.
 */
export function toldToAssistants(snapshot: Snapshot, pseudonyms: boolean): Snapshot {
  return pseudonyms || !snapshot.policy.people ? pseudonymise(snapshot) : snapshot;
}

/**
 * Answers a question from a Snapshot alone, the same each time. Never throws for what an assistant sent: what cannot be
 * answered is an answer that says why and what to do.
 *
 * @param snapshot by {@link toldToAssistants}
 * @param places where the repository is on disk; nothing outside of it is answered
 */
export function answerTool(snapshot: Snapshot, { tool, input }: ToolQuestion, places: readonly Place[]): ToolAnswer {
  try {
    return answered(snapshot, { tool, input }, places);
  } catch (error) {
    if (error instanceof ToolFailure) return failedAnswer(snapshot, error.message);
    throw error;
  }
}

function answered(snapshot: Snapshot, { tool, input }: ToolQuestion, places: readonly Place[]): ToolAnswer {
  const { path, component, alert, away, limit } = readToolInput(tool, input);
  switch (tool) {
    case 'list_runbook_gaps': {
      const asked = { component: component === null ? null : findComponent(snapshot, component), alert };
      return bounded(snapshot, limit, most => runbookGaps(snapshot, asked, most));
    }
    case 'get_ownership_risk': {
      const subject = told(snapshot, findSubject(snapshot, { path, component }, places));
      return bounded(snapshot, limit, most => ownershipRisk(snapshot, subject, most));
    }
    case 'suggest_backup': {
      const absent = peopleMeant(snapshot, away);
      const names = absent.map(person => nameIn(snapshot, person));
      const left = absent.length === 0 ? snapshot : withoutPeople(snapshot, new Set(absent));
      const subject = told(left, findSubject(left, { path, component }, places));
      return bounded(left, limit, most => backupSuggestion(left, subject, names, most));
    }
  }
}

function failedAnswer(snapshot: Snapshot, text: string): ToolAnswer {
  const { text: clean } = bounded(snapshot, 1, () => ({ text: text.split('\n'), content: {} }));
  return { failed: true, text: clean, content: null };
}

/** What is cut off cannot be told of: then the answer is what to do about that. */
function told(snapshot: Snapshot, subject: Subject): Subject {
  const cut = snapshot.limits.find(({ code }) => code === 'shallow');
  if (cut !== undefined && isUnknown(snapshot, subject)) throw new ToolFailure(limitText(cut, plainTranslate));
  return subject;
}

function isUnknown(snapshot: Snapshot, subject: Subject): boolean {
  switch (subject.kind) {
    case 'repository':
      return snapshot.components.every(({ state }) => state === 'unknown');
    case 'component':
      return subject.component.state === 'unknown';
    case 'folder':
      return subject.files.every(({ state }) => state === 'unknown');
    case 'file':
      return subject.file.state === 'unknown';
  }
}

const mostNamed = 5;

function peopleMeant(snapshot: Snapshot, names: readonly string[]): readonly number[] {
  if (names.length > 0 && !snapshot.policy.whatIf) {
    throw new ToolFailure(
      'The settings of this repository do not allow thinking people away (policy: whatIf: false). Ask without "away".',
    );
  }
  return names.map(name => {
    const found = findPerson(snapshot.people, name);
    if (found.kind === 'one') return found.person.id;
    const near = (found.kind === 'several' ? found.people : found.close)
      .slice(0, mostNamed)
      .map(({ id }) => nameIn(snapshot, id));
    throw new ToolFailure(
      found.kind === 'several'
        ? `${quoted(name)} may be any of ${near.map(quoted).join(', ')}. Write more of the name.`
        : `Nobody in this history is called ${quoted(name)}.${hint(near)}`,
    );
  });
}

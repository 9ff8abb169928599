import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { answerTool, toldToAssistants } from '../core/assist/answerTool';
import type { Place } from '../core/assist/subject';
import type { ToolAnswer } from '../core/assist/tool';
import type { Snapshot } from '../core/model';
import type { AssistRequest } from './protocol';

interface Told {
  readonly snapshot: Snapshot;
  readonly pseudonyms: boolean;
  readonly told: Snapshot;
}

/** Answers assistants from Snapshots. What they are told of the last one is kept for the next question. */
export class Assistants {
  private last: Told | null = null;

  async answer(snapshot: Snapshot, request: AssistRequest): Promise<ToolAnswer> {
    const { pseudonyms } = request;
    if (this.last?.snapshot !== snapshot || this.last.pseudonyms !== pseudonyms) {
      this.last = { snapshot, pseudonyms, told: toldToAssistants(snapshot, pseudonyms) };
    }
    return answerTool(this.last.told, request, await placesOf(snapshot.repository.root, request.path));
  }
}

/** Where paths may begin: at the root, or at what was opened, which links may lead to. */
async function placesOf(root: string, opened: string): Promise<readonly Place[]> {
  const inside = path.relative(root, await realpath(opened).catch(() => opened)).replaceAll('\\', '/');
  return [
    { folder: root, inside: '' },
    ...(inside.startsWith('..') || path.isAbsolute(inside) ? [] : [{ folder: opened, inside }]),
  ];
}

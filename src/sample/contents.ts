import type { Bytes } from './fastImport';
import { documentationFiles } from './files/documentation';
import { infrastructureFiles } from './files/infrastructure';
import { labelsFiles } from './files/labels';
import { ledgerFiles } from './files/ledger';
import { logo } from './files/logo';
import { notificationsFiles } from './files/notifications';
import { paymentsFiles } from './files/payments';
import { rootFiles } from './files/root';
import { filledIn, type SampleFiles } from './files/text';
import { trackingFiles } from './files/tracking';
import { webFiles } from './files/web';
import { moves, reformat } from './plan';
import { Random } from './random';
import type { Happening } from './timeline';
import { versionsOf } from './versions';

const texts: SampleFiles = {
  ...rootFiles,
  ...paymentsFiles,
  ...ledgerFiles,
  ...trackingFiles,
  ...labelsFiles,
  ...notificationsFiles,
  ...webFiles,
  ...infrastructureFiles,
  ...documentationFiles,
};
const images: Readonly<Record<string, Uint8Array>> = { 'web/packages/ui/assets/logo.png': logo };

/** The file one person edits by hand, again and again, because nothing deploys itself. */
const editedByHand = 'infra/k8s/payments.yaml';
const lastRelease = 63;

export const samplePaths: readonly string[] = [...Object.keys(texts), ...Object.keys(images)].sort();

/** What every file said after every commit of a timeline. */
export class Contents {
  private readonly versions = new Map<string, readonly Bytes[]>();
  private readonly reached = new Map<string, number>();
  private readonly moved = new Map<string, number>();
  private reformatted = 0;

  constructor(timeline: readonly Happening[], until: number) {
    const edits = new Map<string, number>();
    for (const { kind, subject, paths, time } of timeline) {
      for (const path of paths) edits.set(path, (edits.get(path) ?? 0) + 1);
      const move = moves.find(candidate => kind === 'move' && candidate.subject === subject);
      if (move !== undefined) this.moved.set(move.to, time);
      if (kind === 'reformat') this.reformatted = time;
    }
    for (const path of samplePaths) {
      const count = edits.get(path) ?? 0;
      if (count === 0) throw new Error(`The plan of the sample never creates ${path}.`);
      this.versions.set(path, allVersions(path, count, until));
    }
  }

  /** Where a file was at that time. */
  pathAt(path: string, time: number): string {
    const move = moves.find(({ to }) => path.startsWith(to));
    return move !== undefined && time < (this.moved.get(move.to) ?? 0) ? move.from + path.slice(move.to.length) : path;
  }

  /** The files of a folder that exist by now. */
  within(folder: string): readonly string[] {
    return [...this.reached.keys()].filter(path => path.startsWith(folder)).sort();
  }

  /** What the next edit of a file makes of it. */
  next(path: string, time: number): Bytes {
    this.reached.set(path, (this.reached.get(path) ?? -1) + 1);
    return this.now(path, time);
  }

  now(path: string, time: number): Bytes {
    const version = this.versions.get(path)?.[this.reached.get(path) ?? 0];
    if (version === undefined) throw new Error(`${path} has no such version.`);
    if (typeof version !== 'string') return version;
    const renamed =
      this.pathAt(path, time) === path
        ? version
        : version.replace(/^# labels$|harbour-labels/gm, name => name.replace('labels', 'stickers'));
    const tabbed = path.startsWith(reformat.folder) && /\.(ts|css)$/.test(path) && time < this.reformatted;
    return tabbed ? renamed.replace(/^(?: {2})+/gm, spaces => '\t'.repeat(spaces.length / 2)) : renamed;
  }

  /** The release that the last edit of the deployment brought. */
  release(): string {
    const versions = this.versions.get(editedByHand) ?? [];
    return /payments:([\d.]+)/.exec(String(versions[this.reached.get(editedByHand) ?? 0]))?.[1] ?? '';
  }
}

function allVersions(path: string, edits: number, until: number): readonly Bytes[] {
  const image = images[path];
  if (image !== undefined) return Array.from({ length: edits }, () => image);
  const text = filledIn(texts[path] ?? '', until);
  if (path !== editedByHand) return versionsOf(text, edits, new Random(path));
  return Array.from({ length: edits }, (_, edit) => deployment(text, edits - 1 - edit));
}

/** The deployment so many releases before the last. */
function deployment(text: string, before: number): string {
  return text
    .replace(`payments:1.${lastRelease}.0`, `payments:1.${lastRelease - before}.0`)
    .replace('memory: 768Mi', `memory: ${before < 5 ? 768 : before < 17 ? 640 : 512}Mi`)
    .replace('replicas: 4', `replicas: ${before < 12 ? 4 : 3}`)
    .replace('minReplicas: 4', `minReplicas: ${before < 12 ? 4 : 3}`);
}

import { readDocument } from '../runbooks/document';
import { isMarkedPage } from './regenerate';

/** What a page was drafted for. */
export interface DraftedFor {
  readonly type: string;
  /** Id of the component; null where the title tells. */
  readonly component: string | null;
  /** The heading, of an alert its name; null where the component tells. */
  readonly title: string | null;
}

/** What a draft is for, as its front matter and its heading say; null for a page without a type, such as a checklist. */
export function draftedFor(text: string): DraftedFor | null {
  const { frontMatter, title } = readDocument(text);
  const type = frontMatter.type?.value;
  if (type === undefined) return null;
  // Who fills in the component of an alert's page does not make it another page.
  return type === 'alert'
    ? { type, component: null, title }
    : { type, component: frontMatter.component?.value ?? null, title: null };
}

/** Whether a page was drafted for that before, and still has markers. */
export function isDraftedFor(text: string, { type, component, title }: DraftedFor): boolean {
  if (!isMarkedPage(text)) return false;
  const { frontMatter, title: heading } = readDocument(text);
  return (
    frontMatter.type?.value === type &&
    (component === null || frontMatter.component?.value === component) &&
    (title === null || heading === title)
  );
}

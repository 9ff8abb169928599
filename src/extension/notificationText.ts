import { printable } from '../core/report/printable';

/**
 * A message for a notification, or the prompt of an input box, with texts from a repository or from git in it. VS Code
 * makes a link of every `[text](target)` there, one that runs a command too; apart, the brackets are only brackets.
 */
export function notificationText(message: string): string {
  return printable(message).replaceAll('](', '] (');
}

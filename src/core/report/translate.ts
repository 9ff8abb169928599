/**
 * Puts values into a message: `{name}` stands for `values.name`. `vscode.l10n.t` fits, and then translates as well.
 * Messages are always written out at the call, so that tools can collect them.
 */
export type Translate = (message: string, values: Record<string, string | number>) => string;

/** {@link Translate} without a language: the message as it stands. A placeholder without a value stays. */
export const plainTranslate: Translate = (message, values) =>
  message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );

/**
 * Puts values into a message: `{name}` stands for `values.name`. `vscode.l10n.t` fits, and then translates as well.
 * Messages are always written out at the call, so that tools can collect them.
 */
export interface Translate {
  (message: string, values: Record<string, string | number>): string;
  /** Whose forms numbers and days take, as `de`. Without one, or in English: those of the command line. */
  readonly locale?: string | undefined;
}

/** {@link Translate} without a language: the message as it stands. A placeholder without a value stays. */
export const plainTranslate: Translate = (message, values) =>
  message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );

/** Messages of one language, as a bundle of `l10n/` has them. */
export interface Words {
  /** As `de`. */
  readonly locale: string;
  /** By the English message. */
  readonly messages: Readonly<Record<string, string>>;
}

/** {@link Translate} into the language of those words; what they lack stays English. */
export function translateWith({ locale, messages }: Words): Translate {
  const translate = (message: string, values: Record<string, string | number>): string =>
    plainTranslate(Object.hasOwn(messages, message) ? (messages[message] ?? message) : message, values);
  return Object.assign(translate, { locale });
}

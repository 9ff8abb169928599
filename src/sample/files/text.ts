/** Content by path, as it stands at the end. */
export type SampleFiles = Readonly<Record<string, string>>;

/**
 * The content of a sample file, written so that it survives a template literal: a backslash is a backslash,
 * `'''` a Markdown fence, `´` a backtick, `@{{` the start of a workflow expression.
 * `@day(40)`, the date 40 days before the sample's last day, is filled in later, by `filledIn`.
 */
export function text(strings: TemplateStringsArray): string {
  const raw = (strings.raw[0] ?? '').replace(/^\n/, '');
  return raw
    .replaceAll("'''", '```')
    .replaceAll('´', '`')
    .replaceAll('@{{', '$' + '{{');
}

/** Puts dates in, counted back from `until` (seconds since 1970). */
export function filledIn(content: string, until: number): string {
  return content.replace(/@day\((\d+)\)/g, (_, days) =>
    new Date((until - Number(days) * 86_400) * 1000).toISOString().slice(0, 10),
  );
}

import type { OwnersDialect } from './ownersPlace';

/**
 * A glob of a component as a pattern of CODEOWNERS, escapes resolved; null for what it has no words for: alternatives, ranges,
 * and wildcards that stand for themselves.
 */
export function ownersPattern(glob: string, dialect: OwnersDialect): string | null {
  if (glob === '**') return '*';
  const bare = glob.replace(/\\[\s\S]/g, '_');
  if (/[{}[\]!]/.test(bare) || /\\[*?\\]/.test(glob) || /[\r\n\t]/.test(glob)) return null;
  const plain = glob.replace(/\\([\s\S])/g, '$1').replace(/\/\*\*$/, '/');
  // GitLab and Bitbucket take brackets for a range; GitHub has none.
  return dialect !== 'github' && /[[\]]/.test(plain) ? null : `/${plain}`;
}

/** A line as it is written. Without owners it takes them away. */
export function ownersLine(pattern: string, owners: readonly string[]): string {
  return [pattern.replace(/[ #]/g, '\\$&'), ...owners].join(' ');
}

/** A link to a file on a forge, as far as its address tells. */
export interface ForgeLink {
  /** `github.com/owner/name`, lower case. */
  readonly project: string;
  /** Branch and path in one: a branch name may hold slashes. Without empty parts, decoded. */
  readonly parts: readonly string[];
  /** What stands before and behind the path in the URL, the branch in the former; the path is `parts` joined. */
  readonly before: string;
  readonly fragment: string | null;
}

const forms: readonly RegExp[] = [
  // GitLab first: its groups may be nested.
  /^(https?:\/\/([^/\s]+)\/([^\s?#]+?)\/-\/(?:blob|tree|raw|blame|edit)\/)([^\s?#]+)/i,
  /^(https?:\/\/(?:www\.)?(github\.[^/\s]+|[^/\s]*github[^/\s]*|codeberg\.org|gitlab\.[^/\s]+)\/([^/\s?#]+\/[^/\s?#]+)\/(?:blob|tree|raw|blame|edit|wiki\/raw)\/)([^\s?#]+)/i,
  // A host of one's own may be called anything; these words are said by forges alone.
  /^(https?:\/\/([^/\s]+)\/([^/\s?#]+\/[^/\s?#]+)\/(?:blob|blame|src\/(?:branch|commit|tag))\/)([^\s?#]+)/i,
  /^(https?:\/\/(raw\.githubusercontent\.com)\/([^/\s?#]+\/[^/\s?#]+)\/)([^\s?#]+)/i,
  /^(https?:\/\/(bitbucket\.org|[^/\s]*gitea[^/\s]*|codeberg\.org)\/([^/\s?#]+\/[^/\s?#]+)\/src\/)([^\s?#]+)/i,
];

/** What a URL of GitHub, GitLab, Gitea or Bitbucket leads to; null for any other text. */
export function forgeLink(url: string): ForgeLink | null {
  for (const form of forms) {
    const match = form.exec(url.slice(0, 2000));
    if (match === null) continue;
    const host = (match[2] ?? '').toLowerCase().replace('raw.githubusercontent.com', 'github.com');
    const parts = (match[4] ?? '')
      .split('/')
      .filter(part => part !== '')
      .map(decoded);
    const hash = url.indexOf('#');
    return {
      project: `${host}/${(match[3] ?? '').toLowerCase().replace(/\.git$/, '')}`,
      parts: parts[0] === 'refs' && parts[1] === 'heads' ? parts.slice(2) : parts,
      before: match[1] ?? '',
      fragment: hash < 0 ? null : url.slice(hash + 1),
    };
  }
  return null;
}

/** A part of a URL with what `%20` stands for; as it is when that is malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

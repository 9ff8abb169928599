const github = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/;
const gitlab = /^(?:\d+-)?([^@+]+)@users\.noreply\.gitlab\.com$/;

/** The login that a no-reply address of GitHub tells; null for another address. In lower case, as the address should be. */
export function githubLogin(address: string): string | null {
  return github.exec(address)?.[1] ?? null;
}

/** The same of GitLab. */
export function gitlabLogin(address: string): string | null {
  return gitlab.exec(address)?.[1] ?? null;
}

/** The same of either, which do not share their logins. */
export function hostLogin(address: string): string | null {
  return githubLogin(address) ?? gitlabLogin(address);
}

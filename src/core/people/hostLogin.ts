const github = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/;
const hosts = /^(?:\d+[+-])?([^@+]+)@users\.noreply\.(?:github|gitlab)\.com$/;

/** The login that a no-reply address of GitHub tells; null for another address. In lower case, as the address should be. */
export function githubLogin(address: string): string | null {
  return github.exec(address)?.[1] ?? null;
}

/** The same of GitHub or GitLab, which do not share their logins. */
export function hostLogin(address: string): string | null {
  return hosts.exec(address)?.[1] ?? null;
}

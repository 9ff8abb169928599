const url = /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^/@\s]*@)?([^/:@\s]+)(?::\d+)?\/(.+)$/i;
const scpLike = /^(?:[^/@:\s]+@)?([^/:@\s]+\.[^/:@\s]+):(?!\/\/)(.+)$/;

/**
 * The project a remote leads to, as `github.com/owner/name`, lower case; without users and passwords. Null for a folder on
 * disk and for what is no address of a project.
 */
export function remoteProject(address: string): string | null {
  const match = url.exec(address.trim()) ?? scpLike.exec(address.trim());
  const path = (match?.[2] ?? '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .replace(/^\/+/, '');
  if (match?.[1] === undefined || !path.includes('/')) return null;
  return `${match[1]}/${path}`.toLowerCase();
}

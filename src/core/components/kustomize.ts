import { isContainer } from './folderTree';
import { nameOf } from './repositoryPath';

/** Folders that are variants or parts of what the folder around them deploys. */
const variant =
  /^(?:overlays?|environments?|envs?|variants?|components?|patches|app|prod(?:uction)?|stag(?:e|ing)|dev(?:elopment)?|test(?:ing)?|qa|uat)$/i;
const base = /^bases?$/i;
/** Folders that only gather what is deployed. */
const gathering =
  /^(?:k8s|kubernetes|kustomize|manifests|deploy|deployments?|clusters?|infrastructure|infra|gitops|flux|argocd)$/i;

/**
 * The folder of what a `kustomization.yaml` in the given folder deploys: `cart/overlays/production` and `cart/base` are
 * `cart`; of `apps/base/cart`, where the base holds several, it is `apps/base/cart`. What stands in a `config` folder, as
 * operators have it, is one.
 */
export function kustomizeFolder(folder: string): string {
  const parts = folder.split('/');
  const config = parts.indexOf('config');
  if (config >= 0) return parts.slice(0, config + 1).join('/');
  const at = parts.findIndex((part, index) => index > 0 && (variant.test(part) || base.test(part)));
  if (at < 0) return folder;
  const around = parts.slice(0, at).join('/');
  const holdsSeveral = base.test(parts[at] ?? '') && parts.length > at + 1 && isGathering(around);
  return holdsSeveral ? parts.slice(0, at + 2).join('/') : around;
}

/** Whether a folder, by its name, only gathers what is deployed. */
export function isGathering(folder: string): boolean {
  return isContainer(folder) || gathering.test(nameOf(folder));
}

/**
 * Whether a folder only lists what others in it deploy: such are those whose own `kustomization.yaml` stands beside them, and
 * those that gather.
 * @param folder one of the folders of {@link kustomizeFolder}.
 * @param varied those among them that have variants.
 */
export function onlyLists(folder: string, varied: ReadonlySet<string>, holders: ReadonlySet<string>): boolean {
  return holders.has(folder) && (!varied.has(folder) || isGathering(folder));
}

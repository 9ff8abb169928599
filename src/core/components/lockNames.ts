/** Files that a package manager writes to pin what it resolved; all that end in `.lock` count besides. */
const lockNames: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  '.package-lock.json',
  'pnpm-lock.yaml',
  'pnpm-lock.yml',
  'shrinkwrap.yaml',
  'bun.lockb',
  'gems.locked',
  'go.sum',
  'go.work.sum',
  'glide.lock',
  'conda-lock.yml',
  'conda-lock.yaml',
  'packages.lock.json',
  'project.assets.json',
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'verification-metadata.xml',
  'Package.resolved',
  'Cartfile.resolved',
  'Manifest.toml',
  'stack.yaml.lock',
  'cabal.project.freeze',
  'requirements.lock',
  'requirements-dev.lock',
  '.terraform.lock.hcl',
  'MODULE.bazel.lock',
  'maven_install.json',
  'Policyfile.lock.json',
  'Brewfile.lock.json',
  'dub.selections.json',
  'lake-manifest.json',
  'elm-package-lock.json',
  'gemset.nix',
  'node-packages.nix',
  'Cargo.nix',
  'packages.dhall.lock',
  'opam.locked',
  'vcpkg-lock.json',
  'buf.lock',
]);

const lockPattern = /(?:\.lock|\.lockfile|\.opam\.locked|^pylock(?:\.[\w-]+)?\.toml|-lock\.ya?ml)$/;

/** Whether the name of a file is that of a lock file of any of the common package managers. */
export function isLockName(name: string): boolean {
  return lockNames.has(name) || lockPattern.test(name);
}

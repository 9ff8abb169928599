/** A commit that changes more files than this sweeps over the tree: it renames, reformats, relicenses. */
export const sweepBreadth = 100;

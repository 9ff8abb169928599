import { type Action, actionOf } from '../actions';
import type { Fact } from '../fact';
import { gravest, removalOf, removing } from '../removal';

// What shows that a text does what its name promises; a folder or a file called so shows nothing.
const evidence: Readonly<Partial<Record<Action, RegExp>>> = {
  migrate:
    /(?<![\w/.-])(?:\w+:)*migrat(?:e|ions?)(?![\w/.-])|\b(?:flyway|liquibase|alembic|goose|dbmate|sqitch|bootstrap|migrate:\w+|upgrade\s+head|alter\s+table|create\s+table)\b/i,
  backup:
    /\b(?:pg_(?:dump\w*|basebackup)|m(?:ysql|ongo|ariadb-)dump|dumpdata|export|bgsave|restic|borg|velero|wal-g|rclone|rsync|tar|cp|scp|snapshots?|backup|gsutil|s3\s+(?:cp|sync)|\.dump)\b/i,
  restore:
    /\b(?:pg_restore|psql|mysql|mongorestore|loaddata|import|restic|borg|velero|wal-g|rclone|rsync|tar|cp|scp|restore|gsutil|s3\s+(?:cp|sync))\b/i,
};

/**
 * What a script or a target does by all that it runs, as parts of its fact: what it removes, and no action where nothing of
 * what its name promises is done. `isAbout`: whether a text speaks of the component; what backs up or restores others is
 * none of its.
 */
export function purposeOf(
  name: string,
  reached: string,
  isAbout: (text: string) => boolean,
): Pick<Fact, 'removes' | 'action'> {
  const action = actionOf(name);
  const isKept = action === 'backup' || action === 'restore';
  const shows = action === null ? undefined : evidence[action];
  const isProven = (shows?.test(reached) ?? true) && (!isKept || isAbout(reached));
  const removes = removalOf(reached);
  return {
    // What is restored takes the place of what is there.
    ...removing(action === 'restore' && shows?.test(reached) ? gravest([removes, 'data']) : removes),
    ...(isProven ? {} : { action: null }),
  };
}

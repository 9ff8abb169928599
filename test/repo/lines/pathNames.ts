/**
 * Names of files, one character a byte: the same basename in several folders, names that are folders elsewhere, and
 * what git quotes, takes for a pattern or cannot show as text.
 */
export const pathNames = [
  'a.txt',
  'b.txt',
  'src/a.txt',
  'src/b.txt',
  'lib/a.txt',
  'lib/deep/er/a.txt',
  'docs/b.txt',
  'c',
  'src/c',
  'with space.txt',
  'quo"te.txt',
  "it's.txt",
  'tab\there.txt',
  'new\nline.txt',
  'back\\slash',
  'na\xc3\xafve/\xc3\xa4.txt',
  'old => new.txt',
  '{a => b}/c.txt',
  'latin\xe9.txt',
  '-dash',
  'star*[a].txt',
  ':(top)magic',
  'kept.on',
  'kept.off',
  'a.txt/inside',
  'src',
  'lib/deep',
  ' leading and trailing ',
];

import { folderOf, foldersAround, inFolder, nameOf } from '../../components/repositoryPath';
import type { FileIndex } from './fileIndex';

/** Files that say that pages of a folder become a site, and the folders below it that its pages and files are in. */
const generators: readonly {
  readonly files: readonly string[];
  readonly roots: readonly string[];
  readonly labels?: boolean;
}[] = [
  { files: ['mkdocs.yml', 'mkdocs.yaml', 'zensical.toml'], roots: ['docs'] },
  {
    files: ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs'],
    roots: ['docs', 'static', 'src/pages'],
  },
  {
    files: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config.yaml'],
    roots: ['content', 'content/en', 'static', 'assets'],
  },
  { files: ['config/_default'], roots: ['content', 'content/en', 'static', 'assets'] },
  { files: ['_config.yml', '_config.yaml'], roots: [''] },
  { files: ['config.rb', 'config/tech-docs.yml'], roots: ['source'] },
  { files: ['conf.py', 'myst.yml'], roots: [''], labels: true },
  {
    files: [
      'antora.yml',
      'book.toml',
      'book.json',
      '.vitepress',
      '_sidebar.md',
      'SUMMARY.md',
      'astro.config.mjs',
      'astro.config.ts',
      'gatsby-config.js',
      'eleventy.config.js',
      '.eleventy.js',
      'lektor.project',
      'nuxt.config.ts',
      'next.config.js',
      'next.config.mjs',
      'vocs.config.ts',
      'mint.json',
      'docs.json',
      'gridsome.config.js',
      'pelicanconf.py',
    ],
    roots: ['', 'src', 'source', 'docs', 'content', 'src/content/docs', 'public', 'static'],
  },
];

/** A site made of pages of the repository. */
export interface Site {
  /** Folders that its addresses begin at, relative to the root of the repository. */
  readonly roots: readonly string[];
  /** `#name` alone may be a label of any other page, as in Sphinx. */
  readonly labels: boolean;
}

/**
 * The site a page is part of, by the nearest configuration of a generator in its folders or beside them; null for a page
 * that is read as it is. Where addresses are made by a generator, a link may lead where no file is.
 */
export function siteOf(page: string, files: FileIndex): Site | null {
  if (/\.(?:erb|mdx)$/.test(page)) return { roots: rootsAround(page), labels: false };
  for (let folder = folderOf(page); ; folder = folderOf(folder)) {
    for (const beside of ['', 'website', 'site', 'docs', 'doc']) {
      const base = inFolder(folder, beside).replace(/\/$/, '');
      const found = generators.find(each => each.files.some(file => isThere(inFolder(base, file), files)));
      if (found === undefined) continue;
      const roots = [...found.roots.map(root => join(base, root)), ...rootsAround(page)];
      return { roots, labels: found.labels === true };
    }
    if (folder === '') return null;
  }
}

const isThere = (path: string, files: FileIndex): boolean => files.has(path) || files.isFolder(path);

const join = (folder: string, below: string): string => (below === '' ? folder : inFolder(folder, below));

const rootNames = new Set(['docs', 'content', 'source', 'pages', 'src']);

/** Folders of the page that sites often begin at. */
function rootsAround(page: string): string[] {
  return [...foldersAround(page).filter(folder => rootNames.has(nameOf(folder))), ''];
}

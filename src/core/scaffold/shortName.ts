import { folderOf, nameOf } from '../components/repositoryPath';
import { foldersOf, plainName, type Subject } from './subject';

/** So many folders side by side make what they begin with the name of the product. */
const fewest = 3;

/**
 * What is left of a component's name without what its neighbours' names begin with, too: beside `shop-pay` and `shop-web`,
 * `shop-cart` is the `cart` elsewhere. Null where too few begin so, or too little is left. `folders`: all of the repository.
 */
export function shortName(subject: Subject, folders: ReadonlySet<string>): string | null {
  const [own] = foldersOf(subject.paths);
  if (own === undefined || own === '') return null;
  const beside = [...folders].filter(folder => folder !== own && folderOf(folder) === folderOf(own)).map(nameOf);
  const name = nameOf(own);
  for (let at = name.lastIndexOf('-'); at > 0; at = name.lastIndexOf('-', at - 1)) {
    const start = name.slice(0, at + 1);
    if (beside.filter(each => each.startsWith(start)).length + 1 >= fewest) return name.slice(at + 1) || null;
  }
  return null;
}

/**
 * Plain names of folders beside the component's whose names go on where its own ends: beside `cart`, `cart-jobs`. What is
 * called so elsewhere is theirs.
 */
export function longerNames(subject: Subject, folders: ReadonlySet<string>): readonly string[] {
  const own = foldersOf(subject.paths).filter(folder => folder !== '');
  return own.flatMap(folder => {
    const start = `${plainName(nameOf(folder))}-`;
    const beside = [...folders]
      .filter(each => folderOf(each) === folderOf(folder))
      .map(each => plainName(nameOf(each)));
    return beside.filter(name => name.startsWith(start));
  });
}

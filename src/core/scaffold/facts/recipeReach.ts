import { type Reach, reachedText } from './scriptReach';

/** What Make, just or Task runs by a name. */
export interface Recipe {
  readonly name: string;
  readonly body: string;
  /** Recipes that are run before it. */
  readonly needs: readonly string[];
}

const deepest = 3;
const asked = /(?:\$[({]MAKE[)}]|(?<![\w./-])(?:make|just|task))((?:[ \t]+[\w.:=/$(){}-]+)+)/g;

/** All that runs when a recipe is run: itself, recipes of the same file that it needs or calls, and the scripts of these. */
export function reachedByRecipe(path: string, recipe: Recipe, recipes: readonly Recipe[], reach: Reach): string {
  const seen = new Set<string>();
  const bodies = (each: Recipe, depth: number): readonly string[] => {
    if (seen.has(each.name) || depth === 0) return [];
    seen.add(each.name);
    const called = [...each.body.matchAll(asked)].flatMap(([, words = '']) => words.trim().split(/\s+/));
    const further = recipes.filter(({ name }) => each.needs.includes(name) || called.includes(name));
    return [each.body, ...further.flatMap(other => bodies(other, depth - 1))];
  };
  return reachedText(path, bodies(recipe, deepest).join('\n'), reach);
}

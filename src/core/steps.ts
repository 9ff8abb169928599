/**
 * Work in short steps, for who must not hold a thread: between two of them it can wait for as long as it likes.
 *
 * @typeParam Step what is told after each
 */
export type Steps<T, Step = undefined> = Generator<Step, T, undefined>;

/** Takes all steps of something. */
export function inOneGo<T>(steps: Steps<T, unknown>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

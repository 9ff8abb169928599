/** A binary heap of indices; `pop` gives the first by that order, and −1 when it is empty. */
export class Heap {
  private readonly items: number[] = [];

  constructor(private readonly comesBefore: (a: number, b: number) => boolean) {}

  push(item: number): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent] as number;
      if (!this.comesBefore(item, above)) {
        break;
      }
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): number {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (top === undefined || last === undefined) {
      return -1;
    }
    if (items.length > 0) {
      this.sink(last);
    }
    return top;
  }

  private sink(item: number): void {
    const { items } = this;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= items.length) {
        break;
      }
      if (child + 1 < items.length && this.comesBefore(items[child + 1] as number, items[child] as number)) {
        child++;
      }
      const below = items[child] as number;
      if (!this.comesBefore(below, item)) {
        break;
      }
      items[at] = below;
      at = child;
    }
    items[at] = item;
  }
}

import { threadMilliseconds } from './threadClock';

/** How long each turn of the loop kept the processor, in milliseconds. */
export function measureTurns(): { end(): number[] } {
  const turns: number[] = [];
  let last = threadMilliseconds();
  const timer = setInterval(() => {
    const now = threadMilliseconds();
    turns.push(now - last);
    last = now;
  }, 1);
  return {
    end: () => {
      clearInterval(timer);
      return turns;
    },
  };
}

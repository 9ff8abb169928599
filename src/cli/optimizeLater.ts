import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 to optimise what runs fifteen times longer than it would wait for: a command is over in seconds, and of a short
 * history a quarter of all CPU was the optimising compiler. It holds for the whole process, so only a program of our own may say it.
 */
export function optimizeLater(): void {
  setFlagsFromString('--interrupt-budget=1000000');
}

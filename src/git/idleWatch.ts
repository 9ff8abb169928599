/** Fires when git is silent for too long while we wait. */
export class IdleWatch {
  private readonly timer: NodeJS.Timeout;
  private since = 0;
  private waiting = false;

  constructor(
    private readonly milliseconds: number,
    private readonly onIdle: (seconds: number) => void,
  ) {
    this.timer = setTimeout(() => this.check(), milliseconds);
  }

  wait(): void {
    this.waiting = true;
    this.heard();
  }

  heard(): void {
    this.since = performance.now();
  }

  pause(): void {
    this.waiting = false;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private check(): void {
    // A timer that comes due while the consumer computes says nothing about git: only full silence counts.
    if (this.waiting && performance.now() - this.since >= this.milliseconds) {
      this.onIdle(Math.round(this.milliseconds / 1000));
    } else {
      this.timer.refresh();
    }
  }
}

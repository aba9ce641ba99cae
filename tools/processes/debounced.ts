/** Work that is asked for often: done when it has been quiet, one at a time, and again if asked for meanwhile. */
export class Debounced {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly quietMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  call(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.running = this.running.then(this.work);
    }, this.quietMs);
  }

  /** Nothing more is begun; what runs is waited for. */
  async settled(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }
}

/** What was started, to be ended in the reverse order: at a stop, or because a later part did not start. */
export class OpenParts {
  private readonly closers: (() => unknown)[] = [];

  add(close: () => unknown): void {
    this.closers.push(close);
  }

  /** Ends every one of them, whatever the others do; the first failure is thrown when all have ended. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.closers.pop(); close; close = this.closers.pop())
      await Promise.resolve()
        .then(close)
        .catch((error: unknown) => failures.push(error));
    if (failures.length) throw failures[0];
  }
}

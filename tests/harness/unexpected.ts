/** As the program's log tells of an answer that was INTERNAL, or of none at all. */
const UNEXPECTED = /"level":"error","message":"(?:unexpected error|unanswered request)"/;
const MOST_SHOWN = 5;
const LONGEST_LINE = 600;

/** What a program's log says of what went wrong on its own side. */
export class Unexpected {
  private readonly lines: string[] = [];

  hear(line: string): void {
    if (UNEXPECTED.test(line)) this.lines.push(line);
  }

  /** Null when there was nothing. */
  told(): string | null {
    if (this.lines.length === 0) return null;
    const shown = this.lines.slice(0, MOST_SHOWN).map((line) => line.slice(0, LONGEST_LINE));
    return `The graph that the tests share answered INTERNAL, or not at all, ${this.lines.length} times:\n${shown.join('\n')}`;
  }
}

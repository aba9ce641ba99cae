/** What parts for jobs come to, told again without a database: a shelf for each part, and lines in their order. */
export interface ModelLine {
  /** The id in the graph. */
  id: string;
  job: number;
  part: number;
  quantity: number;
  held: number;
  issued: number;
  returned: number;
  cancelled: number;
}

export const missingOf = ({ quantity, held, issued, cancelled }: ModelLine): number =>
  quantity - held - issued - cancelled;

export class Model {
  readonly lines: ModelLine[] = [];
  private readonly shelf: number[];

  constructor(parts: number) {
    this.shelf = Array.from({ length: parts }, () => 0);
  }

  onHand(part: number): number {
    return this.shelf[part]!;
  }

  heldOf(part: number): number {
    return this.of(part).reduce((sum, { held }) => sum + held, 0);
  }

  request(line: Pick<ModelLine, 'id' | 'job' | 'part' | 'quantity'>): void {
    this.lines.push({ ...line, held: 0, issued: 0, returned: 0, cancelled: 0 });
    this.serve(line.part);
  }

  receive(part: number, quantity: number): void {
    this.shelf[part]! += quantity;
    this.serve(part);
  }

  /** False when it is to be refused. */
  issue(line: ModelLine, quantity: number): boolean {
    if (quantity > line.held) return false;
    line.held -= quantity;
    line.issued += quantity;
    this.shelf[line.part]! -= quantity;
    return true;
  }

  takeBack(line: ModelLine, quantity: number): boolean {
    if (quantity > line.issued - line.returned) return false;
    line.returned += quantity;
    this.receive(line.part, quantity);
    return true;
  }

  cancel(line: ModelLine, quantity: number): boolean {
    const missing = missingOf(line);
    if (quantity > line.held + missing) return false;
    line.held -= Math.max(0, quantity - missing);
    line.cancelled += quantity;
    this.serve(line.part);
    return true;
  }

  statusOf(line: ModelLine): string {
    if (missingOf(line) > 0) return 'WAITING';
    if (line.held > 0) return 'RESERVED';
    if (line.issued > line.returned) return 'ISSUED';
    return line.issued > 0 ? 'RETURNED' : 'CANCELLED';
  }

  private of(part: number): ModelLine[] {
    return this.lines.filter((line) => line.part === part);
  }

  private serve(part: number): void {
    let free = this.shelf[part]! - this.heldOf(part);
    for (const line of this.of(part)) {
      const got = Math.min(free, missingOf(line));
      line.held += got;
      free -= got;
    }
  }
}

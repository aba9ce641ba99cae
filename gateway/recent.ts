interface Entry<Value> {
  key: string;
  value: Value;
  characters: number;
}

/** What was used lately, bounded by number and by the characters of the texts it stands for. */
export class Recent<Value> {
  /** The longest unused first. */
  private readonly entries = new Map<string, Entry<Value>>();
  private characters = 0;

  constructor(private readonly most: { entries: number; characters: number }) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(entry.key);
    // Under the key's first copy: each request brings one of its own, which then need not outlive it.
    this.entries.set(entry.key, entry);
    return entry.value;
  }

  /** What alone is more than all that may be kept is not kept. */
  set(key: string, value: Value, characters: number): void {
    if (characters > this.most.characters) return;
    const before = this.entries.get(key);
    if (before) this.remove(before);
    this.entries.set(key, { key, value, characters });
    this.characters += characters;
    for (const entry of this.entries.values()) {
      if (this.entries.size <= this.most.entries && this.characters <= this.most.characters) return;
      this.remove(entry);
    }
  }

  private remove(entry: Entry<Value>): void {
    this.entries.delete(entry.key);
    this.characters -= entry.characters;
  }
}

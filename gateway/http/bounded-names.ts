const LONGEST = 100;

/**
 * Names for a label, out of names that clients choose: every distinct one is kept for as long as the process
 * lives, so past a number of them new ones are only `other`.
 */
export function boundedNames(distinct: number): (name: string | null | undefined) => string {
  const known = new Set<string>();
  return (name) => {
    if (!name) return 'anonymous';
    if (known.has(name)) return name;
    if (known.size >= distinct || name.length > LONGEST) return 'other';
    known.add(name);
    return name;
  };
}

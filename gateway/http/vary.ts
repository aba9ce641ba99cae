import type { ServerResponse } from 'node:http';

/** Tells caches that the answer depends on request headers, beside those already told: one, or some with commas. */
export function vary(res: ServerResponse, names: string): void {
  const told = res.getHeader('Vary');
  if (told === undefined) {
    res.setHeader('Vary', names);
    return;
  }
  const all = String(told).split(',');
  const known = new Set(all.map(keyOf));
  res.setHeader(
    'Vary',
    [...all, ...names.split(',').filter((name) => !known.has(keyOf(name)))]
      .map((name) => name.trim())
      .join(', '),
  );
}

const keyOf = (name: string): string => name.trim().toLowerCase();

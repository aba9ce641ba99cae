import type { ServerResponse } from 'node:http';

/** Tells caches that the answer depends on a request header, beside those already told. */
export function vary(res: ServerResponse, ...names: string[]): void {
  const told = new Map<string, string>();
  for (const name of [String(res.getHeader('Vary') ?? ''), ...names].join(',').split(',')) {
    const key = name.trim().toLowerCase();
    if (key && !told.has(key)) told.set(key, name.trim());
  }
  res.setHeader('Vary', [...told.values()].join(', '));
}

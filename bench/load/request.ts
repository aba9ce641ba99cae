import type { Place } from './connection';

/** Where a contender takes an operation, and what it wants to hear beside the body. */
export interface Target extends Place {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** A whole POST as it goes over the wire, head and body in one write. */
export function postRequest(target: Target, body: string): Buffer {
  const { host, port, path, headers } = target;
  const lines = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}:${port}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

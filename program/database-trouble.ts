import type { Environment } from '../shared/environment';

interface PostgresError {
  code?: string;
  message: string;
}

type Explanation = (place: Place, message: string) => string;

interface Place {
  server: string;
  database: string;
  login: string;
}

const UNREACHABLE = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
];
/** What the driver says, without a code, when nobody answers. */
const SILENT = /timeout expired|due to connection timeout|Connection terminated unexpectedly/;
/** The name in the server's refusal: a role of ours is made by the migration, which has then not been here. */
const OUR_ROLE = /"(liftbay_\w+)"/;

const refused: Explanation = ({ server, login }, message) => {
  const [, role] = OUR_ROLE.exec(message) ?? [];
  return role && role !== login
    ? `the PostgreSQL at ${server} does not let ${role} in. Migrate first, with the same SECRET_KEY: node dist/main.js migrate`
    : `the PostgreSQL at ${server} refuses the login (${message}). Correct user and password in DATABASE_URL.`;
};
const busy: Explanation = ({ server }, message) =>
  `the PostgreSQL at ${server} takes no connections now (${message}). Start again when it does.`;

const EXPLANATIONS: Record<string, Explanation> = {
  '28P01': refused,
  '28000': refused,
  '3D000': ({ server, database }) =>
    `the PostgreSQL at ${server} has no database "${database}". Create it, or correct DATABASE_URL.`,
  '42501': ({ server, login }, message) =>
    `the login "${login}" may not prepare the database at ${server} (${message}). Put one into DATABASE_URL that may create roles, schemas and extensions.`,
  '57P03': busy,
  '53300': busy,
};

/** It may answer yet: it is starting, or the machine is busy. A refusal stays one. */
export const isSlow = (error: unknown): boolean => SILENT.test((error as Error).message);

/** What DATABASE_URL leads to does not work: why, and what to do. Null when it is something else. */
export function databaseTrouble(error: unknown, { databaseUrl }: Environment): string | null {
  const { code = '', message } = error as PostgresError;
  if (!databaseUrl) return null;
  const url = new URL(databaseUrl);
  const [database, login] = [url.pathname.slice(1), url.username].map(decodeURIComponent);
  const place = { server: url.host, database: database!, login: login! };
  if (UNREACHABLE.includes(code) || SILENT.test(message))
    return `the PostgreSQL at ${place.server} does not answer (${code || message}). Start it, or correct DATABASE_URL.`;
  return EXPLANATIONS[code]?.(place, message) ?? null;
}

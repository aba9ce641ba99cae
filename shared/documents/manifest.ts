import { badField } from '../errors';
import { hashToken as sha256 } from '../security/tokens';

/** A document that somebody wants to run by its hash. */
export interface ManifestDocument {
  /** Where it stands in the manifest. */
  path: string;
  /** What the manifest calls it. */
  id: string;
  /** Made from the text, whatever the manifest says. */
  hash: string;
  body: string;
}

/** As many as a program of a third party has; a build of a large one is sent in parts. */
export const MOST_DOCUMENTS = 300;
const LONGEST_BODY = 50_000;

/**
 * The documents of Apollo's manifest (`{format, version, operations: [{id, name, type, body}]}`) or of Relay's
 * (id → text). Throws BAD_INPUT for what is neither; whether a document is good is not looked at.
 */
export function documentsIn(
  manifest: unknown,
  path = 'manifest',
  most = Number.POSITIVE_INFINITY,
): ManifestDocument[] {
  if (!isRecord(manifest))
    throw badField(path, 'MANIFEST', 'A manifest is a JSON object: Apollo’s or Relay’s.');
  const entries = 'operations' in manifest ? apolloEntries(manifest, path) : relayEntries(manifest, path);
  if (entries.length === 0) throw badField(path, 'EMPTY', 'The manifest has no documents.');
  if (entries.length > most)
    throw badField(path, 'TOO_MANY', `At most ${most} documents at once; these are ${entries.length}.`);
  return entries.map(({ path: place, id, body }) => {
    if (typeof id !== 'string' || typeof body !== 'string' || !body.trim())
      throw badField(place, 'DOCUMENT', 'Each document has an id and a text.');
    if (body.length > LONGEST_BODY)
      throw badField(place, 'TOO_LONG', `A document has at most ${LONGEST_BODY} characters.`);
    return { path: place, id: id.slice(0, 200), hash: sha256(body), body };
  });
}

interface Entry {
  path: string;
  id: unknown;
  body: unknown;
}

function apolloEntries({ format, version, operations }: Record<string, unknown>, path: string): Entry[] {
  if (format !== 'apollo-persisted-query-manifest' || version !== 1)
    throw badField(
      path,
      'FORMAT',
      'Of Apollo’s manifests, `apollo-persisted-query-manifest` version 1 is read.',
    );
  if (!Array.isArray(operations)) throw badField(`${path}.operations`, 'TYPE', 'The operations are a list.');
  return operations.map((operation: unknown, index) => {
    const { id, body } = isRecord(operation) ? operation : { id: undefined, body: undefined };
    return { path: `${path}.operations.${index}`, id, body };
  });
}

const relayEntries = (manifest: Record<string, unknown>, path: string): Entry[] =>
  Object.entries(manifest).map(([id, body]) => ({ path: `${path}.${id.slice(0, 80)}`, id, body }));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { createHash } from 'node:crypto';
import { ApiError } from '../shared/errors';
import { badParameter } from './http/bad-request';
import type { OperationRequest } from './operation-request';
import { Recent } from './recent';

/**
 * Automatic persisted queries: a client sends a hash instead of the text, and the text along with it once, when
 * the hash is not known here.
 */
export class PersistedQueries {
  private readonly texts = new Recent<string>({ entries: 5_000, characters: 4_000_000 });

  /** The document that is asked for, by its text or by its hash. */
  textOf({ query, extensions }: OperationRequest): string {
    const persisted = extensions?.persistedQuery;
    if (!persisted) {
      if (query) return query;
      throw badParameter(
        'query',
        'REQUIRED',
        'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
      );
    }
    const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
    if (version !== 1)
      throw badParameter(
        'extensions.persistedQuery.version',
        'UNKNOWN',
        'Unsupported persisted query version',
      );
    if (query === undefined) {
      const known = typeof sha256Hash === 'string' ? this.texts.get(sha256Hash) : undefined;
      if (known !== undefined) return known;
      throw new ApiError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    }
    if (sha256Hash !== createHash('sha256').update(query).digest('hex'))
      throw badParameter(
        'extensions.persistedQuery.sha256Hash',
        'MISMATCH',
        'provided sha does not match query',
      );
    return query;
  }

  /** Keeps a text that came with its hash; to be called once the operation is known to be good. */
  keep({ query, extensions }: OperationRequest): void {
    const persisted = extensions?.persistedQuery as { sha256Hash: string } | null | undefined;
    if (persisted && query !== undefined) this.texts.set(persisted.sha256Hash, query, query.length);
  }
}

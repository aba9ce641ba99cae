import { ApiError } from '../shared/errors';
import { hashToken as sha256 } from '../shared/security/tokens';
import type { RegisteredDocuments } from './clients/registered-documents';
import type { GatewayContext } from './context';
import { badParameter } from './http/bad-request';
import type { OperationRequest } from './operation-request';
import { Recent } from './recent';

export interface PersistedOptions {
  /** Of third parties; null without identity, where there are none. */
  registered: RegisteredDocuments | null;
  /** All that first parties may run, by hash; null for whatever is within the limits. */
  only: ReadonlyMap<string, string> | null;
}

/** A document named by its hash; `path`: where in the request, for what is wrong with it. */
interface Named {
  hash: unknown;
  path: string;
}

/**
 * Documents by their hashes. A first party sends a hash instead of the text, and the text along with it once, when the
 * hash is not known here (automatic persisted queries); a third party has nothing but hashes of what was registered
 * for it.
 */
export class PersistedQueries {
  private readonly texts = new Recent<string>({ entries: 5_000, characters: 4_000_000 });

  constructor(private readonly options: PersistedOptions) {}

  /** The document that is asked for, by its text or by its hash. */
  async textOf(request: OperationRequest, context: GatewayContext): Promise<string> {
    const named = namedBy(request);
    const { query } = request;
    if (context.identity.kind === 'CLIENT') return this.textFor(context, named, query || undefined);
    if (named && query !== undefined && named.hash !== sha256(query))
      throw badParameter(named.path, 'MISMATCH', 'provided sha does not match query');
    if (this.options.only) return heldTo(this.options.only, named ? named.hash : query && sha256(query));
    if (query !== undefined) return query;
    const known = typeof named?.hash === 'string' ? this.texts.get(named.hash) : undefined;
    if (known !== undefined) return known;
    throw new ApiError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
  }

  /** Keeps a text that came with its hash; to be called once the operation is known to be good. */
  keep(request: OperationRequest): void {
    const { query } = request;
    const named = query === undefined ? null : namedBy(request);
    if (named && query !== undefined) this.texts.set(String(named.hash), query, query.length);
  }

  /** Texts of clients are not looked at, whether somebody registered them or not. */
  private async textFor(
    context: GatewayContext,
    named: Named | null,
    query: string | undefined,
  ): Promise<string> {
    const found =
      query === undefined && typeof named?.hash === 'string'
        ? await this.options.registered?.textOf(context, named.hash)
        : undefined;
    return found ?? notRegistered();
  }
}

/** Null when the request has a text alone. Throws when it has neither, or is not as it should be. */
function namedBy({ query, extensions, documentId }: OperationRequest): Named | null {
  const persisted = extensions?.persistedQuery;
  if (persisted) {
    const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
    if (version !== 1)
      throw badParameter(
        'extensions.persistedQuery.version',
        'UNKNOWN',
        'Unsupported persisted query version',
      );
    if (documentId && documentId !== `sha256:${sha256Hash}`)
      throw badParameter('documentId', 'MISMATCH', '`documentId` and the persisted query are not the same.');
    return { hash: sha256Hash, path: 'extensions.persistedQuery.sha256Hash' };
  }
  if (documentId) return { hash: documentId.slice('sha256:'.length), path: 'documentId' };
  if (query) return null;
  throw badParameter(
    'query',
    'REQUIRED',
    'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
  );
}

function heldTo(only: ReadonlyMap<string, string>, hash: unknown): string {
  return (typeof hash === 'string' ? only.get(hash) : undefined) ?? notRegistered();
}

function notRegistered(): never {
  throw new ApiError(
    'DOCUMENT_NOT_REGISTERED',
    'Only registered documents run here, each named by `documentId` or by the hash of a persisted query.',
  );
}

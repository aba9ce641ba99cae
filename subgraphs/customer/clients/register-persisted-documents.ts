import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { DocumentFault, DocumentFindings } from '../../../shared/documents/document-check';
import { documentsIn, type ManifestDocument, MOST_DOCUMENTS } from '../../../shared/documents/manifest';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { ApiClient } from './api-client.entity';
import { apiClients } from './api-client.loader';
import { lookAtDocument, mismatchOf } from './look-at-document';
import { PersistedDocument, PersistedDocumentType } from './persisted-document.entity';
import type { ManifestReport } from './persisted-document.types';
import { requireLive } from './rotate-api-client-secret';

const MOST_OF_A_CLIENT = 2_000;

interface Looked {
  document: ManifestDocument;
  findings: DocumentFindings;
  faults: readonly DocumentFault[];
}

/** Registers what is good of a manifest, and says of the rest why not. What is registered already stays. */
export async function registerPersistedDocuments(
  context: Context,
  clientId: string,
  manifest: string,
): Promise<ManifestReport> {
  const documents = documentsIn(parsed(manifest), 'manifest', MOST_DOCUMENTS);
  const { scopes } = await context.loadOrFail(apiClients, clientId);
  const looked = await lookAtAll(context, scopes, documents);
  await context.transaction(async (tx) => {
    const client = await tx.lock(apiClients, clientId);
    requireLive(client, tx.now);
    const added = await add(
      tx,
      client,
      looked.filter(({ faults }) => faults.length === 0),
    );
    if (added)
      tx.emit({ name: 'PersistedDocumentsRegistered', subjectType: 'ApiClient', subjectId: clientId });
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return reportOf(looked);
}

function parsed(manifest: string): unknown {
  try {
    return JSON.parse(manifest);
  } catch {
    throw badField('manifest', 'JSON', 'The manifest is not JSON.');
  }
}

/** One after the other, each in a turn of its own: some hundred documents take a while to look at. */
async function lookAtAll(
  { kernel }: Context,
  scopes: readonly string[],
  documents: readonly ManifestDocument[],
): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const document of documents) {
    const findings = lookAtDocument(kernel.documents, scopes, document.body);
    const nameless = { code: 'NAME_MISSING', message: 'Its operation needs a name, to be known by.' };
    const unnamed = findings.type && !findings.name ? [nameless] : [];
    looked.push({ document, findings, faults: [...mismatchOf(document), ...findings.faults, ...unnamed] });
    await nextTurn();
  }
  return looked;
}

async function add(tx: Transaction, client: ApiClient, good: readonly Looked[]): Promise<number> {
  const known = await tx.query<{ hash: string }>(
    sql`select t.hash from customer.persisted_document t
        where t.organisation_id = ${tx.organisationId} and t.client_id = ${client.id}`,
  );
  const hashes = new Set(known.map(({ hash }) => hash));
  const before = hashes.size;
  for (const { document, findings } of good) {
    if (hashes.has(document.hash)) continue;
    hashes.add(document.hash);
    await tx.insert(PersistedDocument, {
      clientId: client.id,
      hash: document.hash,
      name: findings.name!.slice(0, 200),
      type: PersistedDocumentType[findings.type!],
      body: document.body,
    });
  }
  if (hashes.size > MOST_OF_A_CLIENT)
    throw conflict(
      `A client has at most ${MOST_OF_A_CLIENT} documents. Remove those that it no longer runs.`,
      {
        documents: before,
      },
    );
  return hashes.size - before;
}

function reportOf(looked: readonly Looked[]): ManifestReport {
  const documents = looked.map(({ document, findings, faults }) => ({
    id: document.id,
    documentId: `sha256:${document.hash}`,
    name: findings.name,
    registered: faults.length === 0,
    problems: faults,
  }));
  const registered = documents.filter((each) => each.registered).length;
  return { registered, refused: documents.length - registered, documents };
}

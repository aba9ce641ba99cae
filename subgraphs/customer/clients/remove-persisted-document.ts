import type { Context } from '../../../shared/subgraph/context';
import { PersistedDocument } from './persisted-document.entity';
import { persistedDocuments } from './persisted-document.loader';

export async function removePersistedDocument(context: Context, id: string): Promise<string> {
  await context.transaction(async (tx) => {
    const document = await tx.lock(persistedDocuments, id);
    await tx.delete(PersistedDocument, document);
    tx.emit({ name: 'PersistedDocumentRemoved', subjectType: 'PersistedDocument', subjectId: id });
  });
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return id;
}

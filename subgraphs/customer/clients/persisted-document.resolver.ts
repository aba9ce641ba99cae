import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { apiClients } from './api-client.loader';
import { listPersistedDocuments } from './list-persisted-documents';
import { lookAtDocument } from './look-at-document';
import { PersistedDocument } from './persisted-document.entity';
import { DocumentProblem, ManifestReport } from './persisted-document.types';
import { registerPersistedDocuments } from './register-persisted-documents';
import { removePersistedDocument } from './remove-persisted-document';

const PersistedDocumentConnection = connectionOf(PersistedDocument, 'PersistedDocument');

@Resolver(() => PersistedDocument)
export class PersistedDocumentResolver {
  @Query(() => PersistedDocumentConnection, {
    description: 'What API clients may run, the newest first.',
  })
  @Permission('clients:read')
  persistedDocuments(
    @Arg('clientId', () => ID, { nullable: true, description: 'Of this client; left out, of all.' })
    clientId: string | null,
    @Arg('deprecated', () => Boolean, {
      defaultValue: false,
      description: 'Only those that use what is going away.',
    })
    deprecated: boolean,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PersistedDocument>> {
    return listPersistedDocuments(context, { clientId, deprecated }, page);
  }

  @Mutation(() => ManifestReport, {
    description:
      'Lets an API client run the documents of a manifest: those that fit the schema, its limits and the client’s scopes.',
  })
  @Permission('clients:update')
  registerPersistedDocuments(
    @Arg('clientId', () => ID, { description: 'The client.' }) clientId: string,
    @Arg('manifest', {
      description:
        'The text of the file that the build wrote: Apollo’s manifest, or Relay’s (an object from id to text). At most 300 documents.',
    })
    manifest: string,
    @Ctx() context: Context,
  ): Promise<ManifestReport> {
    return registerPersistedDocuments(context, clientId, manifest);
  }

  @Mutation(() => ID, { description: 'Takes a document from its client, at once; the document’s id.' })
  @Permission('clients:update')
  removePersistedDocument(
    @Arg('id', () => ID, { description: 'The document.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return removePersistedDocument(context, id);
  }

  @FieldResolver(() => ID, { description: 'What to ask for it by: `sha256:` and the hash of its text.' })
  @Reads<PersistedDocument>('hash')
  documentId(@Root() { hash }: Row<PersistedDocument>): string {
    return `sha256:${hash}`;
  }

  @FieldResolver(() => ApiClient, { description: 'Whose it is.' })
  @Reads<PersistedDocument>('clientId')
  client(@Root() { clientId }: Row<PersistedDocument>, @Ctx() context: Context): Promise<ApiClient> {
    return context.loadOrFail(apiClients, clientId);
  }

  @FieldResolver(() => [String], { description: 'Each use of something that is going away, and why it is.' })
  @Reads<PersistedDocument>('body')
  deprecatedUses(@Root() { body }: Row<PersistedDocument>, @Ctx() { kernel }: Context): readonly string[] {
    return kernel.documents.look(body).deprecated;
  }

  @FieldResolver(() => [DocumentProblem], {
    description: 'Why it would be refused if it were registered now; empty while it is good.',
  })
  @Reads<PersistedDocument>('body', 'clientId')
  async problems(
    @Root() { body, clientId }: Row<PersistedDocument>,
    @Ctx() context: Context,
  ): Promise<readonly DocumentProblem[]> {
    const { scopes } = await context.loadOrFail(apiClients, clientId);
    return lookAtDocument(context.kernel.documents, scopes, body).faults;
  }
}

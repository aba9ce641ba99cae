import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { DocumentFault } from '../../../shared/documents/document-check';

@ObjectType({ description: 'Why a document cannot run.' })
@Permission('clients:read')
export class DocumentProblem implements DocumentFault {
  @Field({
    description:
      'As of errors; beside those, `HASH_MISMATCH`: its id is not the hash of its text, and `NAME_MISSING`.',
  })
  code!: string;

  @Field({ description: 'For the person who looks into it.' })
  message!: string;
}

@ObjectType({ description: 'What became of one document of a manifest.' })
@Permission('clients:read')
export class DocumentReport {
  @Field({ description: 'What the manifest calls it.' })
  id!: string;

  @Field(() => ID, { description: 'What to ask for it by: `sha256:` and the hash of its text.' })
  documentId!: string;

  @Field(() => String, { nullable: true, description: 'Name of its operation, as far as it could be read.' })
  name!: string | null;

  @Field({ description: 'Whether the client may run it now.' })
  registered!: boolean;

  @Field(() => [DocumentProblem], { description: 'Why it may not; empty when it was registered.' })
  problems!: readonly DocumentProblem[];
}

@ObjectType({ description: 'What became of a manifest: what is good of it was registered.' })
@Permission('clients:read')
export class ManifestReport {
  @Field(() => Int, { description: 'How many documents the client may run that are in the manifest.' })
  registered!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  refused!: number;

  @Field(() => [DocumentReport], { description: 'Each of them, in the manifest’s order.' })
  documents!: DocumentReport[];
}

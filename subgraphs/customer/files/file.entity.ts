import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

export enum FileState {
  PENDING = 'PENDING',
  READY = 'READY',
  REJECTED = 'REJECTED',
}
registerEnumType(FileState, {
  name: 'FileState',
  description: 'How far an upload has come.',
  valuesConfig: {
    PENDING: { description: 'Its bytes are awaited, or not yet checked: call `completeUpload`.' },
    READY: { description: 'Checked and kept.' },
    REJECTED: { description: 'Its bytes were not what was announced; they are deleted.' },
  },
});

@ObjectType({ description: 'A file that somebody uploaded.' })
@Directive('@key(fields: "id")')
@Permission('files:read')
@Entity({ schema: 'customer', name: 'file' })
export class File extends TenantRecord {
  @Field({ description: 'Name that the uploader gave it.' })
  @Column('text')
  name!: string;

  @Field({ description: 'Content type, such as `image/jpeg`; checked against the bytes.' })
  @Column('text')
  contentType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  @Column('integer')
  size!: number;

  @Field(() => FileState, { description: 'How far the upload has come.' })
  @Column('text')
  state!: FileState;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was rejected, such as `CONTENT_MISMATCH`; null otherwise.',
  })
  @Column('text', { nullable: true })
  problem!: string | null;

  /** Whether there is a small picture of it. */
  @Column('boolean')
  hasThumbnail!: boolean;

  /** For whoever it was made for, and nobody else: a copy of personal data. */
  @Column('boolean', { default: false })
  private!: boolean;

  /** The user, client or link; null for the program itself. */
  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;
}

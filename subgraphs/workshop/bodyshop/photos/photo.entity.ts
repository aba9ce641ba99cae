import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';

export enum PhotoPhase {
  BEFORE = 'BEFORE',
  DURING = 'DURING',
  AFTER = 'AFTER',
}
registerEnumType(PhotoPhase, {
  name: 'PhotoPhase',
  description: 'At which point of the job a photo was taken.',
  valuesConfig: {
    BEFORE: { description: 'As the vehicle came, or before it came.' },
    DURING: { description: 'While it was worked on.' },
    AFTER: { description: 'When it was done.' },
  },
});

@ObjectType({ description: 'A photo of a job. It stays with the job, whoever owns the vehicle later.' })
@Entity({ schema: 'workshop', name: 'photo' })
export class Photo extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Column('uuid')
  fileId!: string;

  /** What the file's links need: of a file that is ready nothing of it changes any more. */
  @Column('text')
  fileName!: string;

  @Column('text')
  contentType!: string;

  @Column('boolean')
  hasThumbnail!: boolean;

  @Field(() => String, { nullable: true, description: 'What it shows, in somebody’s words.' })
  @Column('text', { nullable: true })
  caption!: string | null;

  @Field(() => PhotoPhase, { description: 'At which point of the job it was taken.' })
  @Column('text')
  phase!: PhotoPhase;

  @Field({ description: 'Whether it is shown to whoever tracks the repair.' })
  @Column('boolean')
  shownInTracking!: boolean;

  /** The user that attached it; null for somebody without an account, whose link it was. */
  @Column('uuid', { nullable: true })
  addedById!: string | null;

  @Column('uuid', { nullable: true })
  linkId!: string | null;
}

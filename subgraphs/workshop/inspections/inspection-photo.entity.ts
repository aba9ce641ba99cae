import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'A photo of what was found.' })
@Entity({ schema: 'workshop', name: 'inspection_photo' })
export class InspectionPhoto extends TenantRecord {
  @Column('uuid')
  inspectionId!: string;

  @Column('uuid')
  itemId!: string;

  @Column('uuid')
  fileId!: string;

  /** What the file's links need: of a file that is ready nothing of it changes any more. */
  @Column('text')
  fileName!: string;

  @Column('text')
  contentType!: string;

  @Column('boolean')
  hasThumbnail!: boolean;

  @Column('uuid', { nullable: true })
  addedById!: string | null;
}

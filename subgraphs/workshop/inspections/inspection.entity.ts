import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { InspectionStatus } from './inspection.lifecycle';

@ObjectType({ description: 'A vehicle that is looked over, item by item, by a template.' })
@Directive('@key(fields: "id")')
@Permission('inspections:read')
@Entity({ schema: 'workshop', name: 'inspection' })
export class Inspection extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Column('uuid')
  serviceCentreId!: string;

  /** Of the job: it stays theirs, whoever owns the vehicle later. */
  @Column('uuid')
  customerId!: string;

  @Column('uuid')
  vehicleId!: string;

  @Column('uuid')
  templateId!: string;

  @Field({ description: 'The template’s name when it was begun.' })
  @Column('text')
  templateName!: string;

  @Field(() => Int, {
    description: 'The template’s version when it was begun; later ones change nothing here.',
  })
  @Column('integer')
  templateVersion!: number;

  @Field(() => InspectionStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: InspectionStatus;

  @Field(() => String, { nullable: true, description: 'What is to be said about it as a whole.' })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Column('uuid', { nullable: true })
  startedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was published; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { nullable: true })
  publishedById!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when its links work; null when it is not shared, or not any more.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sharedUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was given up; null otherwise.' })
  @Column('text', { nullable: true })
  cancelReason!: string | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { InspectionItemKind, InspectionRating } from './inspection.enums';

const LIMIT = { precision: 12, scale: 3, nullable: true, transformer: decimalText } as const;

@ObjectType({ description: 'One thing that is looked at, and what was found.' })
@Entity({ schema: 'workshop', name: 'inspection_item' })
export class InspectionItem extends TenantRecord {
  @Column('uuid')
  inspectionId!: string;

  @Field(() => Int, { description: 'Its place among the items, from 0.' })
  @Column('integer')
  position!: number;

  @Field({ description: 'The section that it is in.' })
  @Column('text')
  section!: string;

  @Field({ description: 'What it is recorded by, such as `TREAD_FRONT_LEFT`.' })
  @Column('text')
  key!: string;

  @Field({ description: 'What people call it.' })
  @Column('text')
  name!: string;

  @Field(() => InspectionItemKind, { description: 'What is recorded of it.' })
  @Column('text')
  kind!: InspectionItemKind;

  @Field({ description: 'Whether the inspection is only published with it.' })
  @Column('boolean')
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'Unit of a measure, such as `mm`; null of others.' })
  @Column('text', { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The least that a measure can be.' })
  @Column('numeric', LIMIT)
  minimum!: string | null;

  @Field(() => String, { nullable: true, description: 'The most that a measure can be.' })
  @Column('numeric', LIMIT)
  maximum!: string | null;

  @Field(() => String, { nullable: true, description: 'Below this a measure is urgent.' })
  @Column('numeric', LIMIT)
  urgentBelow!: string | null;

  @Field(() => String, { nullable: true, description: 'Below this a measure wants attention.' })
  @Column('numeric', LIMIT)
  attentionBelow!: string | null;

  @Field(() => String, { nullable: true, description: 'Above this a measure wants attention.' })
  @Column('numeric', LIMIT)
  attentionAbove!: string | null;

  @Field(() => String, { nullable: true, description: 'Above this a measure is urgent.' })
  @Column('numeric', LIMIT)
  urgentAbove!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The answer that is as it should be; null where either is.',
  })
  @Column('boolean', { nullable: true })
  expected!: boolean | null;

  @Field(() => InspectionRating, {
    nullable: true,
    description: 'How it is; null while it is open, and of words that nobody rated.',
  })
  @Column('text', { nullable: true })
  rating!: InspectionRating | null;

  @Field(() => String, { nullable: true, description: 'What was measured, as a decimal.' })
  @Column('numeric', LIMIT)
  value!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The answer to the question.' })
  @Column('boolean', { nullable: true })
  answer!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The words.' })
  @Column('text', { nullable: true })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was recorded; null while it is open.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  recordedAt!: Date | null;

  @Column('uuid', { nullable: true })
  recordedById!: string | null;
}

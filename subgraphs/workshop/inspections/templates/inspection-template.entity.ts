import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { InspectionItemKind } from '../inspection.enums';

@ObjectType({ description: 'One thing that a template has somebody look at.' })
export class InspectionTemplateItem {
  @Field({ description: 'What it is recorded by, such as `TREAD_FRONT_LEFT`; once in a template.' })
  key!: string;

  @Field({ description: 'What people call it.' })
  name!: string;

  @Field(() => InspectionItemKind, { description: 'What is recorded of it.' })
  kind!: InspectionItemKind;

  @Field({ description: 'Whether an inspection is only published with it.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'Unit of a measure, such as `mm`; null of others.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The least that a measure can be, as a decimal.' })
  minimum!: string | null;

  @Field(() => String, { nullable: true, description: 'The most that a measure can be, as a decimal.' })
  maximum!: string | null;

  @Field(() => String, { nullable: true, description: 'Below this a measure is urgent.' })
  urgentBelow!: string | null;

  @Field(() => String, { nullable: true, description: 'Below this a measure wants attention.' })
  attentionBelow!: string | null;

  @Field(() => String, { nullable: true, description: 'Above this a measure wants attention.' })
  attentionAbove!: string | null;

  @Field(() => String, { nullable: true, description: 'Above this a measure is urgent.' })
  urgentAbove!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The answer that is as it should be; null where either is.',
  })
  expected!: boolean | null;
}

@ObjectType({ description: 'A part of a template, such as brakes or tyres.' })
export class InspectionTemplateSection {
  @Field({ description: 'What people call it.' })
  name!: string;

  @Field(() => [InspectionTemplateItem], { description: 'What is looked at, in order.' })
  items!: InspectionTemplateItem[];
}

@ObjectType({
  description:
    'What an inspection looks at. A change makes a new version; inspections that were begun keep the one they have.',
})
@Permission('inspectionTemplates:read')
@Entity({ schema: 'workshop', name: 'inspection_template' })
export class InspectionTemplate extends TenantRecord {
  @Field({ description: 'What people call it; no two have the same name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field({ description: 'Whether inspections are begun with it.' })
  @Column('boolean')
  active!: boolean;

  @Field(() => [InspectionTemplateSection], { description: 'Its sections, in order.' })
  @Column('jsonb')
  sections!: InspectionTemplateSection[];
}

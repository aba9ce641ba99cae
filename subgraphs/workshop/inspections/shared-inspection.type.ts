import { Field, ObjectType } from 'type-graphql';
import { InspectionCounts } from './inspection-counts.type';

@ObjectType({
  description:
    'What a published inspection shows to whoever has its link: no surname, no whole plate, nothing of the staff.',
})
export class SharedInspection {
  id!: string;

  @Field({ description: 'What was done, such as a multi-point check.' })
  templateName!: string;

  @Field({ description: 'When it was published.' })
  publishedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What is to be said about it as a whole.' })
  notes!: string | null;

  @Field(() => String, { nullable: true, description: 'The service centre that looked the vehicle over.' })
  serviceCentre!: string | null;

  @Field(() => String, { nullable: true, description: 'First name of the customer; null for companies.' })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Manufacturer.' })
  make!: string | null;

  @Field(() => String, { nullable: true, description: 'Model.' })
  model!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last two characters of its plate, such as `•••DE`.',
  })
  plate!: string | null;

  @Field(() => InspectionCounts, { description: 'How many items are how.' })
  counts!: InspectionCounts;
}

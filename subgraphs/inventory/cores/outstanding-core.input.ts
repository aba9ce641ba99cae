import { IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

@InputType({ description: 'Which old units that have not come back. Everything given must hold.' })
export class OutstandingCoreFilter {
  @Field(() => ID, { nullable: true, description: 'This customer has to bring them.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this part.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Whose new ones were handed over at this instant or later.',
  })
  from?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Whose new ones were handed over before this instant. Those that are overdue, where old units have to come within ' +
      '30 days: 30 days ago.',
  })
  to?: Date | null;
}

export enum OutstandingCoreOrder {
  OLDEST = 'OLDEST',
  NEWEST = 'NEWEST',
}
registerEnumType(OutstandingCoreOrder, {
  name: 'OutstandingCoreOrder',
  description: 'In which order old units that have not come back come.',
  valuesConfig: {
    OLDEST: { description: 'Outstanding for the longest time first.' },
    NEWEST: { description: 'Handed over last first.' },
  },
});

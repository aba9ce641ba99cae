import { IsOptional, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CoreReturnWay } from './core-return.entity';

@InputType({
  description:
    'Old units that came back from a customer: of one line of a job, or of one line of an order over the counter. Or, ' +
    'with a supplier and a part, old units that were sent on.',
})
export class RecordCoreReturnInput {
  @Field(() => ID, { nullable: true, description: 'The part of a job, some of which was handed out.' })
  @IsOptional()
  @IsUUID()
  jobPartId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Or the line of an order over the counter that was handed over.',
  })
  @IsOptional()
  @IsUUID()
  counterOrderLineId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Or the supplier whom they were sent to.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The part, of those that were sent to a supplier.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that sent them to a supplier; needed where you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field({ description: 'How many, as a decimal: more than nothing, and no finer than the part’s unit.' })
  @MaxLength(20)
  quantity!: string;

  @Field(() => String, { nullable: true, description: 'What is to be known about it.' })
  @IsOptional()
  @Length(1, 500)
  @Matches(/\S/, { message: 'this cannot be blank' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which returns of old units. Everything given must hold.' })
export class CoreReturnFilter {
  @Field(() => CoreReturnWay, { nullable: true, description: 'That went this way.' })
  way?: CoreReturnWay | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this part.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this supplier.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Recorded at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Recorded before this instant.' })
  to?: Date | null;
}

export enum CoreReturnOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(CoreReturnOrder, {
  name: 'CoreReturnOrder',
  description: 'In which order returns of old units come.',
  valuesConfig: {
    NEWEST: { description: 'Last recorded first.' },
    OLDEST: { description: 'First recorded first.' },
  },
});

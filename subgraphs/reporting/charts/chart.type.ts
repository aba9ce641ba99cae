import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One line, or one set of bars, of a chart.' })
export class ChartSeries {
  @Field({ description: 'What it shows, such as `completed`.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Currency as ISO 4217 of values that are money, in its main unit; null for others.',
  })
  currency!: string | null;

  @Field(() => [Float], {
    description: 'A value for each label, in their order. To draw, not to calculate with.',
  })
  values!: number[];
}

@ObjectType({ description: 'A chart as chart libraries take it.' })
export class Chart {
  @Field({ description: 'Which chart it is.' })
  name!: string;

  @Field(() => [String], {
    description:
      'What stands along the axis: days as `2026-03-29`, the first day of a week, month or year; or words.',
  })
  labels!: string[];

  @Field(() => [ChartSeries], { description: 'What is drawn; for money, each currency by itself.' })
  series!: ChartSeries[];
}

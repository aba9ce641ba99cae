import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, ValidateNested } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ReportDatasetName } from './datasets/datasets';

export const MOST_DIMENSIONS = 3;
export const MOST_MEASURES = 8;
const MOST_FILTERS = 6;
const MOST_VALUES = 100;

@InputType('ReportFilterInput', { description: 'Leaves rows out.' })
@ObjectType({ description: 'Leaves rows out.' })
export class ReportFilter {
  @Field({ description: 'A dimension of the data set.' })
  @Length(1, 40)
  dimension!: string;

  @Field(() => [String], {
    description: `Rows with one of these values stay: ids, words, or days as 2026-01-31; at most ${MOST_VALUES}.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @Length(1, 100, { each: true })
  in!: string[];
}

@InputType('ReportSortInput', { description: 'What comes first.' })
@ObjectType({ description: 'What comes first.' })
export class ReportSort {
  @Field({ description: 'A dimension or measure of the report.' })
  @Length(1, 40)
  by!: string;

  @Field({ defaultValue: false, description: 'The last or greatest first.' })
  descending!: boolean;
}

@InputType('ReportDefinitionInput', { description: 'What a custom report tells.' })
@ObjectType({ description: 'What a custom report tells.' })
export class ReportDefinition {
  @Field(() => ReportDatasetName, { description: 'What it is about.' })
  dataset!: ReportDatasetName;

  @Field(() => [String], {
    description: `What rows are told apart by, at most ${MOST_DIMENSIONS}; without, there is one row.`,
  })
  @ArrayMaxSize(MOST_DIMENSIONS)
  @Length(1, 40, { each: true })
  dimensions!: string[];

  @Field(() => [String], { description: `What is counted, at most ${MOST_MEASURES}.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEASURES)
  @Length(1, 40, { each: true })
  measures!: string[];

  @Field(() => [ReportFilter], { defaultValue: [], description: 'All of them hold of each row.' })
  @ArrayMaxSize(MOST_FILTERS)
  @ValidateNested({ each: true })
  filters!: ReportFilter[];

  @Field(() => ReportSort, {
    nullable: true,
    description: 'What comes first; by the dimensions in their order if left out.',
  })
  @IsOptional()
  @ValidateNested()
  sort?: ReportSort | null;
}

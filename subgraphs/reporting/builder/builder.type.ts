import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '../../../shared/money';
import { ReportColumnKind } from './dataset';
import { ReportDatasetName } from './datasets/datasets';

registerEnumType(ReportColumnKind, {
  name: 'ReportColumnKind',
  description: 'What is in a column of a report.',
  valuesConfig: {
    RECORD: { description: 'Records: `recordId` of the cell names one of the column’s `recordType`.' },
    WORD: { description: 'Words, such as a status.' },
    DAY: { description: 'Days, as 2026-01-31.' },
    COUNT: { description: 'Whole numbers.' },
    DECIMAL: { description: 'Decimals of at most two places, such as hours.' },
    MONEY: { description: 'Amounts of the currency in the row’s column CURRENCY.' },
  },
});
registerEnumType(ReportDatasetName, {
  name: 'ReportDatasetName',
  description: 'What custom reports can be about; `reportDatasets` tells of those that one may ask.',
  valuesConfig: {
    REVENUE: { description: 'What was invoiced and credited.' },
    SALES_LINES: { description: 'Lines of invoices and credit notes.' },
    PAYMENTS: { description: 'What was paid and given back.' },
    LABOUR: { description: 'Hours that were worked.' },
    SERVICES: { description: 'Services that were done on jobs.' },
    REQUESTS: { description: 'Service requests.' },
    LEADS: { description: 'Leads.' },
    JOBS: { description: 'Job cards.' },
    INVOICES: { description: 'Invoices, each by itself.' },
    QUOTATIONS: { description: 'Quotations, each by itself.' },
    COUNTER_ORDERS: { description: 'Orders over the counter.' },
    STOCK_MOVEMENTS: { description: 'Movements of stock.' },
  },
});

@ObjectType({ description: 'A column that a report can have, or has.' })
export class ReportColumn {
  @Field({ description: 'What definitions call it.' })
  name!: string;

  @Field({ description: 'What it tells.' })
  description!: string;

  @Field(() => ReportColumnKind, { description: 'What is in it.' })
  kind!: ReportColumnKind;

  @Field(() => String, { nullable: true, description: 'The type that its ids are of; null without ids.' })
  recordType!: string | null;
}

@ObjectType({ description: 'Something that custom reports can be about.' })
export class ReportDataset {
  @Field(() => ReportDatasetName, { description: 'What definitions call it.' })
  name!: ReportDatasetName;

  @Field({ description: 'What its rows are.' })
  description!: string;

  @Field(() => [ReportColumn], { description: 'What rows can be told apart and chosen by.' })
  dimensions!: ReportColumn[];

  @Field(() => [ReportColumn], { description: 'What can be counted, as far as you may see it.' })
  measures!: ReportColumn[];
}

@ObjectType({ description: 'One value of a report.' })
export class ReportCell {
  @Field(() => String, {
    nullable: true,
    description:
      'As it can be shown: a name, number, id, word, day, decimal or amount; null where it is empty.',
  })
  text!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record to open; null where the column has none.' })
  recordId!: string | null;

  @Field(() => Money, { nullable: true, description: 'The amount, in columns of money.' })
  money!: Money | null;
}

@ObjectType({ description: 'A row of a report: a cell for each column.' })
export class ReportRow {
  @Field(() => [ReportCell], { description: 'In the order of the columns.' })
  cells!: ReportCell[];
}

@ObjectType({ description: 'What a custom report told.' })
export class ReportResult {
  @Field(() => [ReportColumn], { description: 'Its dimensions, then its measures.' })
  columns!: ReportColumn[];

  @Field(() => [ReportRow], { description: 'Its rows, at most 1,000.' })
  rows!: ReportRow[];

  @Field(() => Int, { description: 'How many rows these are.' })
  rowCount!: number;

  @Field({ description: 'Whether there are more rows than are answered with.' })
  truncated!: boolean;
}

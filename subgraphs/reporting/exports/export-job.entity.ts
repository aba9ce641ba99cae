import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import type { SubgraphName } from '../../../shared/environment';
import type { ReportDefinition } from '../builder/definition';
import { ExportFormat, ExportList } from './export.enums';
import { ExportStatus } from './export.lifecycle';
import { FixedReport } from './fixed/fixed-report.enum';

@ObjectType({ description: 'A file that is being made of a report or list, for whoever asked for it.' })
@Permission('reports:read')
@Entity({ schema: 'reporting', name: 'export_job' })
export class ExportJob extends TenantRecord {
  @Column('uuid')
  userId!: string;

  @Field(() => ExportStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: ExportStatus;

  @Field(() => ExportFormat, { description: 'What kind of file.' })
  @Column('text')
  format!: ExportFormat;

  @Field(() => ExportList, { nullable: true, description: 'The list that it is of; null for what is none.' })
  @Column('text', { nullable: true })
  list!: ExportList | null;

  @Field(() => FixedReport, {
    nullable: true,
    description: 'The fixed report that it is of; null for what is none.',
  })
  @Column('text', { nullable: true })
  report!: FixedReport | null;

  @Column('jsonb', { nullable: true })
  definition!: ReportDefinition | null;

  /** Of a whole organisation: the parts of the program that have written theirs. */
  @Column('text', { array: true, default: [] })
  collected!: SubgraphName[];

  /** Of a whole organisation: whether what is known of persons is in it. */
  @Column('boolean', { default: false })
  personal!: boolean;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('uuid', { nullable: true })
  serviceCentreId!: string | null;

  @Field(() => Int, { description: 'How many rows are written.' })
  @Column('integer')
  rowsWritten!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it failed, as errors are coded: FORBIDDEN, TOO_MANY_ROWS or INTERNAL; null unless it did.',
  })
  @Column('text', { nullable: true })
  failure!: string | null;

  @Field(() => Date, { description: 'When it is deleted, with its file.' })
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}

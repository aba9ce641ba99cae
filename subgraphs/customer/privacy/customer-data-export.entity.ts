import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import type { SubgraphName } from '../../../shared/environment';
import { DataExportStatus } from './privacy.lifecycle';

@ObjectType({
  description:
    'A copy of everything that is kept about a customer, for whoever asked for it and nobody else.',
})
@Permission('customers:export')
@Entity({ schema: 'customer', name: 'data_export' })
export class CustomerDataExport extends TenantRecord {
  @Column('uuid')
  customerId!: string;

  /** Null where the program itself asked. */
  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Field(() => DataExportStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: DataExportStatus;

  /** The parts of the program that have put theirs together. */
  @Column('text', { array: true })
  collected!: SubgraphName[];

  @Column('uuid', { nullable: true })
  fileId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the file was ready; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readyAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the file is deleted; null before there is one.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';

/** What every record of a tenant has. The organisation is part of the key, so nothing can refer across tenants. */
@ObjectType()
export abstract class TenantRecord {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @Field(() => ID, { description: 'Unique in the whole graph; sorts by time of making.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => Int, {
    description: 'Counts the changes; pass it as `expectedVersion` to be told of a conflict.',
  })
  @Column('integer')
  version!: number;

  @Field({ description: 'When the record was made.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field({ description: 'When the record last changed.' })
  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}

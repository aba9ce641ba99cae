import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({
  description: 'A program of a third party, which runs what was registered for it and nothing else.',
})
@Permission('clients:read')
@Entity({ schema: 'customer', name: 'api_client' })
export class ApiClient extends TenantRecord {
  @Field({ description: 'What it is called here; unique among those that are not revoked.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'Whose it is and what for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => [String], {
    description: 'The permissions that it has, such as `vehicles:read`, in its service centres.',
  })
  @Column('text', { array: true })
  scopes!: string[];

  /** Null: every service centre. */
  @Column('uuid', { array: true, nullable: true })
  serviceCentreIds!: string[] | null;

  @Field(() => [String], {
    description: 'Addresses and CIDR ranges that it may call from; empty means from everywhere.',
  })
  @Column('text', { array: true })
  allowedAddresses!: string[];

  @Field({ description: 'When it ends by itself, with all its secrets.' })
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was ended for good.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it last asked for something, to the minute.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}

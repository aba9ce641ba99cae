import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'One sign-in of a user, on one device.' })
@Entity({ schema: 'customer', name: 'session' })
export class Session extends TenantRecord {
  @Column('uuid')
  userId!: string;

  @Field(() => String, { nullable: true, description: 'Network address it began from.' })
  @Column('text', { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser or program called itself.' })
  @Column('text', { nullable: true })
  userAgent!: string | null;

  @Field({ description: 'When it was last refreshed.' })
  @Column({ type: 'timestamptz', precision: 3 })
  lastUsedAt!: Date;

  @Field({ description: 'When it ends unless it is refreshed.' })
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokedReason!: string | null;
}

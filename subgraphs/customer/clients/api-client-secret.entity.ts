import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Unaudited } from '../../../shared/database/audit';
import { TenantRecord } from '../../../shared/entity';
import { Secret } from '../../../shared/organisation-records/secret';

@ObjectType({ description: 'A secret of an API client. The secret itself was shown once, and is not kept.' })
@Permission('clients:read')
@Entity({ schema: 'customer', name: 'api_client_secret' })
export class ApiClientSecret extends TenantRecord {
  @Column('uuid')
  clientId!: string;

  @Secret()
  @Unaudited()
  @Column('text')
  secretHash!: string;

  @Field({ description: 'Its last four characters, to tell it from others.' })
  @Column('text')
  ending!: string;

  @Field({ description: 'Until when it is good.' })
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it, or a token got with it, was last used: while it is rotated, whether somebody still has the old one.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}

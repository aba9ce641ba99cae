import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';
import { PurchaseRequestStatus } from './purchase-request.lifecycle';

@ObjectType({
  description:
    'A part that is to be bought for a place. There is at most one open request for a part and a place.',
})
@Directive('@key(fields: "id")')
@Permission('purchaseRequests:read')
@Entity({ schema: 'inventory', name: 'purchase_request' })
export class PurchaseRequest extends TenantRecord {
  @Column('uuid')
  partId!: string;

  @Column('uuid')
  locationId!: string;

  /** Of the place; null for a central warehouse. */
  @Column('uuid', { nullable: true })
  serviceCentreId!: string | null;

  @Field(() => String, { description: 'How much, as a decimal: the sum of what its causes ask for.' })
  @Column('numeric', { precision: 15, scale: 3, transformer: decimalText })
  quantity!: string;

  @Field(() => PurchaseRequestStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: PurchaseRequestStatus;

  @Column('uuid', { nullable: true })
  purchaseOrderId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed; null otherwise.' })
  @Column('text', { nullable: true })
  dismissedBecause!: string | null;

  @Column('uuid', { nullable: true })
  dismissedById!: string | null;

  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;
}

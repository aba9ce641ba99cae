import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

export enum StockLocationKind {
  CENTRAL_WAREHOUSE = 'CENTRAL_WAREHOUSE',
  SERVICE_CENTRE = 'SERVICE_CENTRE',
  VAN = 'VAN',
}
registerEnumType(StockLocationKind, {
  name: 'StockLocationKind',
  description: 'What kind of place holds parts.',
  valuesConfig: {
    CENTRAL_WAREHOUSE: { description: 'Serves all service centres.' },
    SERVICE_CENTRE: { description: 'The store room of one service centre.' },
    VAN: { description: 'A vehicle of a technician who works on site.' },
  },
});

@ObjectType({ description: 'A place where parts are kept.' })
@Directive('@key(fields: "id")')
@Permission('stock:read')
@Entity({ schema: 'inventory', name: 'stock_location' })
export class StockLocation extends TenantRecord {
  @Field({ description: 'What the place is called.' })
  @Column('text')
  name!: string;

  @Field(() => StockLocationKind, { description: 'What kind of place it is.' })
  @Column('text')
  kind!: StockLocationKind;

  @Column('uuid', { nullable: true })
  serviceCentreId!: string | null;

  @Field({ description: 'Whether stock can come in there. A closed place is empty.' })
  @Column('boolean')
  active!: boolean;
}

import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';

export enum BayKind {
  GENERAL = 'GENERAL',
  LIFT = 'LIFT',
  MOT = 'MOT',
  ALIGNMENT = 'ALIGNMENT',
  TYRES = 'TYRES',
  ELECTRIC = 'ELECTRIC',
  BODYWORK = 'BODYWORK',
  PAINT = 'PAINT',
  WASH = 'WASH',
}
registerEnumType(BayKind, {
  name: 'BayKind',
  description: 'What a bay is equipped for.',
  valuesConfig: {
    GENERAL: { description: 'A place to work, without special equipment.' },
    LIFT: { description: 'With a lift.' },
    MOT: { description: 'For the periodic roadworthiness test.' },
    ALIGNMENT: { description: 'For wheel alignment.' },
    TYRES: { description: 'For changing and balancing tyres.' },
    ELECTRIC: { description: 'For high-voltage work on electric vehicles.' },
    BODYWORK: { description: 'For panel beating and frames.' },
    PAINT: { description: 'A paint booth.' },
    WASH: { description: 'For washing and valeting.' },
  },
});

@ObjectType({ description: 'A place in a service centre in which one vehicle at a time is worked on.' })
@Directive('@key(fields: "id")')
@Permission('scheduling:read')
@Entity({ schema: 'workshop', name: 'bay' })
export class Bay extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  @Field({ description: 'Its name, unique in the service centre.' })
  @Column('text')
  name!: string;

  @Field(() => BayKind, { description: 'What it is equipped for.' })
  @Column('text')
  kind!: BayKind;

  @Field({ description: 'Whether it is booked; what is in one that is not stays.' })
  @Column('boolean')
  active!: boolean;

  @Field(() => Int, { description: 'Its place among the others: the first are booked first.' })
  @Column('integer')
  position!: number;
}

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Customer } from '../crm/customer.entity';
import { GrantedPermission } from './granted-permission.type';
import { Organisation } from './organisation.entity';
import { ServiceCentre } from './service-centre.entity';
import { User } from './user.entity';

export enum ViewerKind {
  USER = 'USER',
  CLIENT = 'CLIENT',
  LINK = 'LINK',
  SYSTEM = 'SYSTEM',
}
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'On whose behalf a request comes.',
  valuesConfig: {
    USER: { description: 'Somebody who signed in.' },
    CLIENT: { description: 'A third party’s program.' },
    LINK: { description: 'Whoever holds a link that opens one record.' },
    SYSTEM: { description: 'The program itself.' },
  },
});

@ObjectType({ description: 'Who is asking, and what they may do now.' })
export class Viewer {
  @Field(() => ViewerKind, { description: 'On whose behalf the request comes.' })
  kind!: ViewerKind;

  @Field(() => User, { nullable: true, description: 'Your account; null for programs and links.' })
  user!: User | null;

  @Field(() => Customer, {
    nullable: true,
    description: 'The customer record that is yours; null for those who have none.',
  })
  customer!: Customer | null;

  @Field(() => Organisation, { description: 'The organisation that you belong to.' })
  organisation!: Organisation;

  @Field(() => [ServiceCentre], {
    description: 'Where you work; for those who work in every centre, those that are open (the first 200).',
  })
  serviceCentres!: ServiceCentre[];

  @Field(() => [GrantedPermission], { description: 'What you may do, to show only what will be allowed.' })
  permissions!: GrantedPermission[];
}

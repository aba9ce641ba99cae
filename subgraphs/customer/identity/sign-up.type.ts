import { Field, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.entity';
import { ServiceCentre } from './service-centre.entity';
import { User } from './user.entity';

@ObjectType({ description: 'An organisation that has signed up. Sign in with `login` next.' })
export class SignUpPayload {
  @Field(() => Organisation, { description: 'The organisation.' })
  organisation!: Organisation;

  @Field(() => ServiceCentre, { description: 'Its first service centre.' })
  serviceCentre!: ServiceCentre;

  @Field(() => User, { description: 'Its first administrator.' })
  administrator!: User;
}

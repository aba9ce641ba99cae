import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Reach } from '../../../shared/access/identity';

export enum PermissionReach {
  ALL = 'all',
  OWN = 'own',
}
registerEnumType(PermissionReach, {
  name: 'PermissionReach',
  description: 'How far a permission reaches.',
  valuesConfig: {
    ALL: { description: 'Every record of the service centres that the holder works in.' },
    OWN: { description: 'Only records that are the holder’s own, or assigned to them.' },
  },
});

@ObjectType({ description: 'A permission that a role has, or that you hold.' })
export class GrantedPermission {
  @Field({ description: 'Name of the permission, such as `vehicles:read`.' })
  permission!: string;

  @Field(() => PermissionReach, { description: 'How far it reaches.' })
  reach!: Reach;
}

@ObjectType({ description: 'Something that a role can allow.' })
export class Permission {
  @Field({ description: 'Its name, such as `vehicles:read`.' })
  name!: string;

  @Field({ description: 'What it is about, such as `vehicles`.' })
  resource!: string;

  @Field({ description: 'What it allows, for people who put a role together.' })
  description!: string;
}

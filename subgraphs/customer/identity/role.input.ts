import { ArrayMaxSize, IsInt, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { Reach } from '../../../shared/access/identity';
import { PermissionReach } from './granted-permission.type';
import { IsName } from './validation';

@InputType({ description: 'A permission to put into a role.' })
export class GrantedPermissionInput {
  @Field({ description: 'Name of the permission, such as `vehicles:read`.' })
  @MaxLength(60)
  permission!: string;

  @Field(() => PermissionReach, { description: 'How far it reaches. You must hold it as far yourself.' })
  reach!: Reach;
}

@InputType({ description: 'A role of the organisation’s own.' })
export class CreateRoleInput {
  @Field({ description: 'Unique in the organisation.' })
  @IsName(60)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the role is for.' })
  @IsOptional()
  @MaxLength(300)
  description?: string | null;

  @Field(() => [GrantedPermissionInput], { description: 'What its holders may do: all of it yours to give.' })
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  permissions!: GrantedPermissionInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a role: what is left out stays, null clears.' })
export class UpdateRoleInput {
  @Field(() => String, { nullable: true, description: 'Unique in the organisation.' })
  @IsOptional()
  @IsName(60)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What the role is for.' })
  @IsOptional()
  @MaxLength(300)
  description?: string | null;

  @Field(() => [GrantedPermissionInput], { nullable: true, description: 'All that its holders may do.' })
  @IsOptional()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  permissions?: GrantedPermissionInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

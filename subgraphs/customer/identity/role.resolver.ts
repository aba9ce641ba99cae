import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission as Needs } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Context } from '../../../shared/subgraph/context';
import { GrantedPermission, Permission } from './granted-permission.type';
import { grantsOf, listGrants } from './grants';
import { PERMISSIONS } from './permissions';
import { Role } from './role.entity';
import { CreateRoleInput, UpdateRoleInput } from './role.input';
import { roles } from './role.loader';
import { createRole, deleteRole, updateRole } from './save-role';

@Resolver(() => Role)
export class RoleResolver {
  @Query(() => [Role], { description: 'The built-in roles and the organisation’s own, by name.' })
  @Needs('roles:read')
  roles(@Ctx() context: Context): Promise<Role[]> {
    return context.reader.rows(roles, sql`t.deleted_at is null`, sql`order by t.name, t.id`);
  }

  @Mutation(() => Role, { description: 'Makes a role of the organisation’s own.' })
  @Needs('roles:create')
  createRole(
    @Arg('input', { description: 'What its holders may do.' }) input: CreateRoleInput,
    @Ctx() context: Context,
  ): Promise<Role> {
    return createRole(context, input);
  }

  @Mutation(() => Role, {
    description: 'Changes one of the organisation’s own roles, for all its holders at once.',
  })
  @Needs('roles:update')
  updateRole(
    @Arg('id', () => ID, { description: 'The role.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateRoleInput,
    @Ctx() context: Context,
  ): Promise<Role> {
    return updateRole(context, id, input);
  }

  @Mutation(() => ID, {
    description: 'Deletes one of the organisation’s own roles that nobody holds; its id.',
  })
  @Needs('roles:delete')
  deleteRole(
    @Arg('id', () => ID, { description: 'The role.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteRole(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Comes with the program; cannot be changed or deleted.' })
  builtIn(@Root() role: Row<Role>): boolean {
    return role.kind !== 'CUSTOM';
  }

  @FieldResolver(() => [GrantedPermission], { description: 'What its holders may do.' })
  permissions(@Root() role: Row<Role>): GrantedPermission[] {
    return listGrants(grantsOf(role));
  }
}

@Resolver(() => Permission)
export class PermissionResolver {
  @Query(() => [Permission], { description: 'Everything that a role can allow.' })
  @Needs('roles:read')
  permissions(): readonly Permission[] {
    return PERMISSIONS;
  }
}

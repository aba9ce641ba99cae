import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { reachOf } from '../../../shared/access/identity';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { customers } from '../crm/customer.loader';
import { updateUser } from './change-user';
import { createUser } from './create-user';
import { deleteUser, setUserActive } from './end-user';
import { listUsers } from './list-users';
import { Role } from './role.entity';
import { roles } from './role.loader';
import { ServiceCentre } from './service-centre.entity';
import { contextFor } from './shown-to';
import { User } from './user.entity';
import { CreateUserInput, UpdateUserInput, UserFilter, UserOrder } from './user.input';
import { users } from './user.loader';
import { workplacesOf } from './workplaces';

const UserConnection = connectionOf(User, 'User');

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'One user; null when there is none that you may see.' })
  @Permission('users:read')
  user(
    @Arg('id', () => ID, { description: 'The user.' }) id: string,
    @Ctx() context: Context,
  ): Promise<User | null> {
    return context.load(users, id);
  }

  @Query(() => UserConnection, {
    description: 'The users of your service centres; for those who work in all centres, all users.',
  })
  @Permission('users:read')
  users(
    @Arg('filter', () => UserFilter, { defaultValue: {}, description: 'Which of them.' }) filter: UserFilter,
    @Arg('orderBy', () => UserOrder, { defaultValue: UserOrder.NAME, description: 'In which order.' })
    orderBy: UserOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<User>> {
    return listUsers(context, filter, orderBy, page);
  }

  @Mutation(() => User, { description: 'Makes an account for a member of staff, or invites them to one.' })
  @Permission('users:create')
  createUser(
    @Arg('input', { description: 'Who they are and what they may do.' }) input: CreateUserInput,
    @Ctx() context: Context,
  ): Promise<User> {
    return createUser(context, input);
  }

  @Mutation(() => User, { description: 'Changes an account; what they may do changes at once.' })
  @Permission('users:update')
  updateUser(
    @Arg('id', () => ID, { description: 'The user.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateUserInput,
    @Ctx() context: Context,
  ): Promise<User> {
    return updateUser(context, id, input);
  }

  @Mutation(() => User, {
    description:
      'Lets a user sign in, or not any more; switched off, they are signed out everywhere at once.',
  })
  @Permission('users:update')
  setUserActive(
    @Arg('id', () => ID, { description: 'The user; not yourself.' }) id: string,
    @Arg('active', { description: 'Whether they may sign in.' }) active: boolean,
    @Ctx() context: Context,
  ): Promise<User> {
    return setUserActive(context, id, active);
  }

  @Mutation(() => ID, {
    description:
      'Deletes an account for good; its id. E-mail and phone are free again, what they did keeps their name.',
  })
  @Permission('users:delete')
  deleteUser(
    @Arg('id', () => ID, { description: 'The user; neither yourself nor the last administrator.' })
    id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteUser(context, id);
  }

  @Reads<User>('firstName', 'lastName')
  @FieldResolver(() => String, { description: 'First and last name together.' })
  displayName(@Root() user: Row<User>): string {
    return `${user.firstName} ${user.lastName}`.trim();
  }

  @FieldResolver(() => Boolean, { description: 'Invited, and has not chosen a password yet.' })
  invited(@Root() user: Row<User>): boolean {
    return user.passwordHash === null && user.deletedAt === null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Signs in with a password that somebody else chose; ask them for one of their own.',
  })
  passwordIsTemporary(@Root() user: Row<User>): boolean {
    return user.passwordHash !== null && user.passwordChangedAt === null;
  }

  @FieldResolver(() => Role, { description: 'What they may do.' })
  role(@Root() user: Row<User>, @Ctx() context: Context): Promise<Role> {
    return contextFor(user, context).loadOrFail(roles, user.roleId);
  }

  @FieldResolver(() => [ServiceCentre], {
    description: 'Where they work; for those who work in every centre, those that are open (the first 200).',
  })
  serviceCentres(@Root() user: Row<User>, @Ctx() context: Context): Promise<ServiceCentre[]> {
    return workplacesOf(user, contextFor(user, context));
  }

  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The customer whose account it is; null for staff, and for who may not see customers.',
  })
  customer(@Root() user: Row<User>, @Ctx() context: Context): Promise<Customer | null> | null {
    if (!user.customerId || !reachOf(context.identity, 'customers:read')) return null;
    return context.load(customers, user.customerId);
  }
}

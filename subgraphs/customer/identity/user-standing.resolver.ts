import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { type Reach, requireOrganisation } from '../../../shared/access/identity';
import { Internal } from '../../../shared/access/permission';
import { sql } from '../../../shared/database/sql';
import { Context } from '../../../shared/subgraph/context';
import { activeStaff } from './staff-holding';

@ObjectType({ description: 'A permission as the program’s own parts tell each other.' })
@Directive('@inaccessible')
export class StandingGrant {
  @Field({ description: 'What may be done.' })
  permission!: string;

  @Field(() => String, { description: '`all` or `own`.' })
  reach!: Reach;
}

@ObjectType({ description: 'What a user may do at this moment.' })
@Directive('@inaccessible')
export class UserStanding {
  @Field(() => ID, { description: 'Their role.' })
  roleId!: string;

  @Field(() => [StandingGrant], { description: 'What is in it.' })
  grants!: StandingGrant[];

  @Field(() => [ID], { nullable: true, description: 'Where they work; null for everywhere.' })
  serviceCentreIds!: string[] | null;
}

interface StandingRow {
  roleId: string;
  permissions: Record<string, Reach>;
  serviceCentreIds: string[] | null;
}

/** Asked by other subgraphs for what they do later in somebody's name; clients do not see it. */
@Resolver()
export class UserStandingResolver {
  @Query(() => UserStanding, {
    nullable: true,
    description: 'What a user may do; null when the account is not in use.',
  })
  @Internal()
  async userStanding(
    @Arg('userId', () => ID, { description: 'The user.' }) userId: string,
    @Ctx() { reader, identity }: Context,
  ): Promise<UserStanding | null> {
    const [row] = await reader.query<StandingRow>(sql`
      select r.id as "roleId", coalesce(r.permissions, b.permissions) as permissions,
        case when u.all_centres then null else array(select c.service_centre_id
          from customer.user_service_centre c
          where c.organisation_id = u.organisation_id and c.user_id = u.id) end as "serviceCentreIds"
      from ${activeStaff(requireOrganisation(identity))} and u.id = ${userId}`);
    if (!row) return null;
    const grants = Object.entries(row.permissions).map(([permission, reach]) => ({ permission, reach }));
    return { roleId: row.roleId, grants, serviceCentreIds: row.serviceCentreIds };
  }
}

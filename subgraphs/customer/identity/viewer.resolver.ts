import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { reachOf, requireOrganisation } from '../../../shared/access/identity';
import { SignedIn } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { customers } from '../crm/customer.loader';
import { GrantedPermission } from './granted-permission.type';
import { listGrants } from './grants';
import { Organisation } from './organisation.entity';
import { organisations } from './organisation.loader';
import { UpdateProfileInput } from './profile.input';
import { ServiceCentre } from './service-centre.entity';
import { workplaces } from './service-centre.loader';
import { updateProfile } from './update-profile';
import { User } from './user.entity';
import { ownAccount } from './user.loader';
import { Viewer, ViewerKind } from './viewer.type';
import { openCentres } from './workplaces';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who you are and what you may do now.' })
  @SignedIn()
  me(@Ctx() context: Context): Pick<Viewer, 'kind'> {
    return { kind: ViewerKind[context.identity.kind as keyof typeof ViewerKind] };
  }

  @Mutation(() => User, { description: 'Changes your own name, language, e-mail or phone.' })
  @SignedIn()
  updateProfile(
    @Arg('input', { description: 'What changes.' }) input: UpdateProfileInput,
    @Ctx() context: Context,
  ): Promise<User> {
    return updateProfile(context, input);
  }

  @FieldResolver(() => User, { nullable: true })
  user(@Ctx() context: Context): Promise<User | null> | null {
    const { kind, actorId } = context.identity;
    return kind === 'USER' && actorId ? context.load(ownAccount, actorId) : null;
  }

  @FieldResolver(() => Customer, { nullable: true })
  customer(@Ctx() context: Context): Promise<Customer | null> | null {
    const { identity } = context;
    if (!identity.customerId || !reachOf(identity, 'customers:read')) return null;
    return context.load(customers, identity.customerId);
  }

  @FieldResolver(() => Organisation)
  organisation(@Ctx() context: Context): Promise<Organisation> {
    return context.loadOrFail(organisations, requireOrganisation(context.identity));
  }

  @FieldResolver(() => [ServiceCentre])
  async serviceCentres(@Ctx() context: Context): Promise<ServiceCentre[]> {
    const { serviceCentreIds } = context.identity;
    if (serviceCentreIds === null) return openCentres(context, requireOrganisation(context.identity));
    const centres = await Promise.all(serviceCentreIds.map((id) => context.load(workplaces, id)));
    return centres.filter((centre) => centre !== null);
  }

  @FieldResolver(() => [GrantedPermission])
  permissions(@Ctx() context: Context): GrantedPermission[] {
    return listGrants(context.identity.permissions);
  }
}

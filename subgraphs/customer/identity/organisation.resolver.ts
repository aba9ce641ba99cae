import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireOrganisation } from '../../../shared/access/identity';
import { Permission, SignedIn } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { logoUrl } from './logo';
import { Organisation } from './organisation.entity';
import { UpdateOrganisationInput } from './organisation.input';
import { organisations } from './organisation.loader';
import { updateOrganisation } from './update-organisation';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, { description: 'The organisation that you belong to, with its settings.' })
  @SignedIn()
  organisation(@Ctx() context: Context): Promise<Organisation> {
    return context.loadOrFail(organisations, requireOrganisation(context.identity));
  }

  @Mutation(() => Organisation, { description: 'Changes the organisation’s settings.' })
  @Permission('settings:update')
  updateOrganisation(
    @Arg('input', { description: 'What changes.' }) input: UpdateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return updateOrganisation(context, input);
  }

  @Reads<Organisation>('organisationId', 'logoFileId')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to fetch its logo, as a small WebP picture, for 15 minutes; null without one.',
  })
  logoUrl(@Root() organisation: Row<Organisation>, @Ctx() { kernel }: Context): Promise<string> | null {
    return logoUrl(kernel, organisation);
  }
}

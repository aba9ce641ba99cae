import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { createOrganisation } from './create-organisation';
import { CreateOrganisationInput } from './sign-up.input';
import { SignUpPayload } from './sign-up.type';

@Resolver(() => SignUpPayload)
export class SignUpResolver {
  @Mutation(() => SignUpPayload, {
    description:
      'Signs an organisation up, with its first service centre and administrator. FEATURE_OFF where this is switched off; RATE_LIMITED after five an hour from one address.',
  })
  @Public()
  createOrganisation(
    @Arg('input', { description: 'Who signs up.' }) input: CreateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<SignUpPayload> {
    return createOrganisation(context, input);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { confirmMfaEnrollment, disableMfa, startMfaEnrollment } from './manage-second-factor';
import { MfaEnrollment, RecoveryCodes } from './sign-in.types';

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => MfaEnrollment, {
    description:
      'Makes a secret for an authenticator. It is asked for once `confirmMfaEnrollment` has seen a code.',
  })
  @SignedIn()
  startMfaEnrollment(@Ctx() context: Context): Promise<MfaEnrollment> {
    return startMfaEnrollment(context);
  }

  @Mutation(() => RecoveryCodes, {
    description: 'Switches the second factor on with a first code, and shows the recovery codes, this once.',
  })
  @SignedIn()
  async confirmMfaEnrollment(
    @Arg('code', { description: 'What the authenticator shows now.' }) code: string,
    @Ctx() context: Context,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: await confirmMfaEnrollment(context, code) };
  }

  @Mutation(() => Boolean, {
    description: 'Switches the second factor off. Needs the password and a code, or a recovery code.',
  })
  @SignedIn()
  disableMfa(
    @Arg('password', { description: 'Your password.' }) password: string,
    @Arg('code', { description: 'What the authenticator shows now, or a recovery code.' }) code: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return disableMfa(context, password, code);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public, SignedIn } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { changePassword } from './change-password';
import { ChangePasswordInput, PasswordResetRequestInput, ResetPasswordInput } from './password.input';
import { requestPasswordReset } from './request-password-reset';
import { resetPassword } from './reset-password';

@Resolver()
export class PasswordResolver {
  @Mutation(() => Boolean, { description: 'Changes your password and ends your other sessions.' })
  @SignedIn()
  changePassword(
    @Arg('input', { description: 'The password until now, and the new one.' }) input: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return changePassword(context, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Sends a link for a new password, good for an hour and for once. True in any case: it does not tell whether there is such an account.',
  })
  @Public()
  requestPasswordReset(
    @Arg('input', { description: 'Whose password, and how the link is sent.' })
    input: PasswordResetRequestInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return requestPasswordReset(context, input);
  }

  @Mutation(() => Boolean, {
    description: 'Sets the password with the link that was sent, and ends every session.',
  })
  @Public()
  resetPassword(
    @Arg('input', { description: 'The link’s token, and the new password.' }) input: ResetPasswordInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return resetPassword(context, input);
  }
}

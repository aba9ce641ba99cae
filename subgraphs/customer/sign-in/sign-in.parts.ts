import type { Parts } from '../../../shared/subgraph/parts';
import { Session } from '../identity/session.entity';
import { forgetRefreshTokens } from './forget-refresh-tokens';
import { forgetRegistrationTask } from './forget-registration.task';
import { LinkResolver } from './link.resolver';
import { PasswordResolver } from './password.resolver';
import { passwordResetTask } from './password-reset.task';
import { Registration } from './registration.entity';
import { registrationTask } from './registration.task';
import { SecondFactorResolver } from './second-factor.resolver';
import { SignInResolver } from './sign-in.resolver';

/** Sessions, passwords, second factors, links, registration. */
export const signInParts = {
  entities: [Session, Registration],
  resolvers: [SignInResolver, PasswordResolver, SecondFactorResolver, LinkResolver],
  tasks: [passwordResetTask, registrationTask, forgetRegistrationTask],
  clockwork: [forgetRefreshTokens],
} satisfies Parts;

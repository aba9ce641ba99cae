import type { SubgraphApp } from '../../../shared/subgraph/app';
import { Session } from '../identity/session.entity';
import { Message } from '../messages/message.entity';
import { messageTask } from '../messages/message.task';
import { forgetRegistrationTask } from './forget-registration.task';
import { LinkResolver } from './link.resolver';
import { PasswordResolver } from './password.resolver';
import { passwordResetTask } from './password-reset.task';
import { Registration } from './registration.entity';
import { registrationTask } from './registration.task';
import { SecondFactorResolver } from './second-factor.resolver';
import { SignInResolver } from './sign-in.resolver';

/** Sessions, passwords, second factors, links, registration, and the messages that carry them. */
export const signInParts = {
  entities: [Session, Registration, Message],
  resolvers: [SignInResolver, PasswordResolver, SecondFactorResolver, LinkResolver],
  references: [],
  handlers: [],
  tasks: [messageTask, passwordResetTask, registrationTask, forgetRegistrationTask],
  constraints: {},
} satisfies Omit<SubgraphApp, 'name'>;

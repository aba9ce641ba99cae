import { addSeconds } from '../../../shared/clock';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { createLink } from '../../../shared/links/links';
import { keyedHash } from '../../../shared/security/secrets';
import type { Context } from '../../../shared/subgraph/context';
import { linkAddress } from '../messages/link-address';
import { MessageChannel } from '../messages/message.entity';
import { queueMessage } from '../messages/send';
import { PURPOSES } from '../sign-in/held-link';
import { Assignment } from './assignment.entity';
import type { Organisation } from './organisation.entity';
import { organisations } from './organisation.loader';
import { RoleKind } from './role.entity';
import { User } from './user.entity';
import type { CreateUserInput } from './user.input';
import { users } from './user.loader';
import { lockGivenRole, requireCentres } from './user-rules';
import { hashChosen, personColumns } from './user-values';

const INVITATION_SECONDS = 72 * 60 * 60;
const NEEDED = 'users:create';

export async function createUser(context: Context, input: CreateUserInput): Promise<User> {
  const { idempotencyKey, password } = input;
  const { identity, kernel } = context;
  const organisation = await context.loadOrFail(organisations, identity.organisationId!);
  const person = personColumns(input, organisation.country, 'input');
  if (!person.email && !person.phone)
    throw badField('input.email', 'REQUIRED', 'An account needs an e-mail or a phone to sign in with.');
  const passwordHash = password ? await hashChosen(password, input, 'input.password') : null;
  const command = {
    operation: 'createUser',
    key: idempotencyKey,
    // What is kept of the input must not let anybody try passwords out.
    input: { ...input, password: password && keyedHash(kernel.secrets.secretKey, 'createUser', password) },
  };
  const { id } = await context.once(command, async (tx) => {
    const user = await insertUser(tx, input, { ...person, passwordHash });
    if (!passwordHash) await invite(context, tx, organisation, user);
    return { id: user.id };
  });
  return context.loadOrFail(users, id);
}

async function insertUser(tx: Transaction, input: CreateUserInput, person: Partial<User>): Promise<User> {
  const role = await lockGivenRole(tx, input.roleId, NEEDED);
  const allCentres = input.allCentres || role.kind === RoleKind.ADMIN;
  const centreIds = allCentres ? [] : input.serviceCentreIds;
  await requireCentres(tx, allCentres, centreIds, NEEDED);
  const user = await tx.insert(User, { ...person, roleId: role.id, allCentres, active: true });
  for (const serviceCentreId of centreIds) await tx.insert(Assignment, { userId: user.id, serviceCentreId });
  tx.emit({ name: 'UserCreated', subjectType: 'User', subjectId: user.id, payload: { roleId: role.id } });
  return user;
}

async function invite(
  context: Context,
  tx: Transaction,
  organisation: Organisation,
  user: User,
): Promise<void> {
  const link = await createLink(tx, {
    purpose: PURPOSES.userInvitation,
    recordType: 'User',
    recordId: user.id,
    permissions: {},
    customerId: null,
    expiresAt: addSeconds(tx.now, INVITATION_SECONDS),
    singleUse: true,
  });
  await queueMessage(tx, {
    channel: user.email ? MessageChannel.EMAIL : MessageChannel.SMS,
    to: user.email ?? user.phone!,
    template: 'INVITATION',
    locale: user.locale ?? organisation.locale,
    variables: {
      organisation: organisation.name,
      name: user.firstName,
      link: linkAddress(context.kernel.environment, PURPOSES.userInvitation, link.token),
    },
  });
  tx.emit({ name: 'UserInvited', subjectType: 'User', subjectId: user.id, payload: { linkId: link.id } });
}

import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { keyedHash } from '../../../shared/security/secrets';
import type { Context } from '../../../shared/subgraph/context';
import { Assignment } from './assignment.entity';
import { inviteUser } from './invite-user';
import { organisations } from './organisation.loader';
import { RoleKind } from './role.entity';
import { User } from './user.entity';
import type { CreateUserInput } from './user.input';
import { users } from './user.loader';
import { lockGivenRole, requireCentres } from './user-rules';
import { hashChosen, personColumns } from './user-values';

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
    if (!passwordHash) await inviteUser(context, tx, organisation, user);
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

import { TOTP } from 'otpauth';
import {
  type Asked,
  change,
  command,
  create,
  type Operation,
  plain,
  type Target,
  unique,
} from './operation.fixtures';

/** Oneself, colleagues, roles, service centres and the organisation. */
export const PEOPLE: readonly Operation[] = [
  plain('updateProfile', 'mutation { updateProfile(input: { lastName: "Changed" }) { id } }'),
  {
    name: 'changePassword',
    kind: 'nothing',
    ask({ caller }) {
      const { password } = caller;
      caller.password = `a long new password ${unique()}`;
      return {
        query: 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }',
        variables: { input: { currentPassword: password, newPassword: caller.password } },
      };
    },
  },
  plain('startMfaEnrollment', 'mutation { startMfaEnrollment { secret } }'),
  { name: 'confirmMfaEnrollment', kind: 'nothing', ask: confirmMfa },
  { name: 'disableMfa', kind: 'nothing', ask: disableMfa },
  command('revokeSession', 'session', ''),
  change('updateUser', 'user', 'UpdateUserInput', { firstName: 'Changed' }, { except: ['own'] }),
  {
    name: 'setUserActive',
    kind: 'user',
    except: ['own'],
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }',
      variables: { id },
    }),
  },
  { ...command('deleteUser', 'user', ''), except: ['own'] },
  create('createUser', 'serviceCentre', 'CreateUserInput', ({ id, world }) => ({
    firstName: 'New',
    email: `${unique()}@mail.example`,
    roleId: world.technicianRole.get(world.here.id),
    serviceCentreIds: [id],
  })),
  plain('updateOrganisation', 'mutation { updateOrganisation(input: { taxPerLine: false }) { id } }'),
  create('createRole', 'nothing', 'CreateRoleInput', () => ({ name: `Role ${unique()}`, permissions: [] })),
  change('updateRole', 'role', 'UpdateRoleInput', { description: 'Changed' }),
  command('deleteRole', 'role', ''),
  create('createServiceCentre', 'nothing', 'CreateServiceCentreInput', () => ({
    name: 'New centre',
    code: unique().slice(0, 10),
  })),
  change('updateServiceCentre', 'serviceCentre', 'UpdateServiceCentreInput', {
    email: 'changed@mail.example',
  }),
];

/** From the beginning. Only who may begin gets as far as a secret; the others are refused whatever they send. */
async function confirmMfa({ caller, world }: Target): Promise<Asked> {
  await world.graph.sql(
    'update customer.user_account set mfa_enabled_at = null where id = $1 and mfa_enabled_at is not null',
    [caller.userId],
  );
  const { data } = await caller.client.send<{ startMfaEnrollment: { secret: string } } | null>(
    'mutation { startMfaEnrollment { secret } }',
  );
  const code = data ? new TOTP({ secret: data.startMfaEnrollment.secret }).generate() : '000000';
  return {
    query: 'mutation ($code: String!) { confirmMfaEnrollment(code: $code) { recoveryCodes } }',
    variables: { code },
  };
}

async function disableMfa(target: Target): Promise<Asked> {
  const { query, variables } = await confirmMfa(target);
  const { data } = await target.caller.client.send<{
    confirmMfaEnrollment: { recoveryCodes: string[] };
  } | null>(query, variables);
  return {
    query: 'mutation ($password: String!, $code: String!) { disableMfa(password: $password, code: $code) }',
    variables: {
      password: target.caller.password,
      code: data?.confirmMfaEnrollment.recoveryCodes[0] ?? '000000',
    },
  };
}

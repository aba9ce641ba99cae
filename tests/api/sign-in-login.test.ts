import { hash } from '@node-rs/argon2';
import { MOST_ROUNDS, timesAsLong } from '../harness/durations';
import { useGraph } from '../harness/graph';
import { PASSWORD, type Shop } from '../harness/shop';
import {
  audited,
  type Credentials,
  from,
  isOut,
  LOGIN,
  login,
  newAddress,
  newEmail,
  type SignedIn,
  setting,
  whoAmI,
} from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const as = (name: string, more: Partial<Credentials> = {}): Credentials => ({
  organisation: shop.slug,
  login: name,
  password: PASSWORD,
  ...more,
});

async function employ(person: { email?: string; phone?: string }): Promise<string> {
  const { roles } = await shop.admin.client.ask<{ roles: { id: string; kind: string }[] }>(
    '{ roles { id kind } }',
  );
  const { createUser } = await shop.admin.client.ask<{ createUser: { id: string } }>(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
    {
      input: {
        ...person,
        firstName: 'Tess',
        roleId: roles.find(({ kind }) => kind === 'ADVISOR')!.id,
        serviceCentreIds: [shop.centres[0]],
        password: PASSWORD,
      },
    },
  );
  return createUser.id;
}

describe('signing in', () => {
  it('takes the e-mail and the phone in any spelling', async () => {
    const email = newEmail();
    const id = await employ({ email, phone: '333 987 6543' });
    for (const name of [
      email,
      `  ${email.toUpperCase()} `,
      '3339876543',
      '+39 333 987-6543',
      '0039 333 9876543',
    ]) {
      const { data, code } = await login(from(graph), as(name, { tokenDelivery: 'BODY' }));
      expect(code).toBeUndefined();
      expect(await whoAmI(graph.withToken(data.login.accessToken))).toBe(id);
      const minutes = (new Date(data.login.expiresAt).getTime() - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(14);
      expect(minutes).toBeLessThanOrEqual(15);
    }
  });

  it('shows who signed in, with their role', async () => {
    const data = await from(graph).ask<{
      login: { user: { id: string; lastLoginAt: string; role: { kind: string } } };
    }>('mutation ($input: LoginInput!) { login(input: $input) { user { id lastLoginAt role { kind } } } }', {
      input: as(shop.admin.email),
    });
    expect(data.login.user.id).toBe(shop.admin.id);
    expect(data.login.user.role.kind).toBe('ADMIN');
    expect(Date.now() - new Date(data.login.user.lastLoginAt).getTime()).toBeLessThan(60_000);
  });

  it('puts the refresh token into a cookie that scripts cannot read, or into the answer, never both', async () => {
    const browser = await login(from(graph), as(shop.admin.email));
    expect(browser.data.login.refreshToken).toBeNull();
    expect(browser.headers.get('set-cookie')).toMatch(
      /^liftbay_refresh=[\w.-]+; Expires=.*Path=\/graphql; HttpOnly; SameSite=Strict$/,
    );
    expect(browser.extensions).toBeUndefined();
    const program = await login(from(graph), as(shop.admin.email, { tokenDelivery: 'BODY' }));
    expect(program.headers.get('set-cookie')).toBeNull();
    expect(program.data.login.refreshToken).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
    const kept = await graph.sql(
      `select 1 from customer.refresh_token where token_hash like '%' || $1 || '%'`,
      [program.data.login.refreshToken],
    );
    expect(kept).toEqual([]);
  });

  it('needs the organisation only where there are several', async () => {
    const other = await graph.shop();
    const { organisation: _, ...nowhere } = as(shop.admin.email);
    const answer = await from(graph).send(LOGIN, { input: nowhere });
    expect(answer.code).toBe('BAD_INPUT');
    expect(answer.errors[0]!.extensions.fields).toEqual([
      expect.objectContaining({ path: 'input.organisation', code: 'REQUIRED' }),
    ]);
    expect((await login(from(graph), as(shop.admin.email, { organisation: other.slug }))).code).toBe(
      'INVALID_CREDENTIALS',
    );
    expect((await login(from(graph), as(shop.admin.email, { organisation: 'no-such-shop' }))).code).toBe(
      'INVALID_CREDENTIALS',
    );
  });

  it('hashes a password again that was hashed at another cost', async () => {
    const email = newEmail();
    const id = await employ({ email });
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await graph.sql('update customer.user_account set password_hash = $1 where id = $2', [weak, id]);
    const before = await graph.sql<{ version: number }>(
      'select version from customer.user_account where id = $1',
      [id],
    );
    expect((await login(from(graph), as(email))).code).toBeUndefined();
    const [after] = await graph.sql<{ password_hash: string; version: number }>(
      'select password_hash, version from customer.user_account where id = $1',
      [id],
    );
    expect(after!.password_hash).toMatch(/m=19456,t=2,p=1/);
    expect(after!.version).toBe(before[0]!.version);
    expect((await login(from(graph), as(email))).code).toBeUndefined();
  });
});

describe('a refused sign-in', () => {
  it('is worded alike for a wrong password, no account and an account that is switched off', async () => {
    const email = newEmail();
    const id = await employ({ email });
    await shop.admin.client.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id,
    });
    const answers = [
      await login(from(graph), as(shop.admin.email, { password: 'wrong password here' })),
      await login(from(graph), as(newEmail())),
      await login(from(graph), as('not a login at all')),
      await login(from(graph), as(email)),
    ];
    const shown = answers.map(({ errors, data, status }) => ({ status, data, errors: errors.map(plain) }));
    expect(shown[0]!.errors).toEqual([expect.objectContaining({ code: 'INVALID_CREDENTIALS' })]);
    for (const answer of shown) expect(answer).toEqual(shown[0]);
    expect(answers.some((answer) => answer.headers.get('set-cookie'))).toBe(false);
  });

  it('takes as long where there is no account', async () => {
    // An account is shut for a while after ten tries.
    const emails = Array.from({ length: MOST_ROUNDS / 9 }, newEmail);
    await Promise.all(emails.map((email) => employ({ email })));
    let tries = 0;
    const known = () => emails[Math.floor(tries++ / 9)]!;
    const refuse = async (input: Credentials) => {
      expect((await login(from(graph), input)).code).toBe('INVALID_CREDENTIALS');
    };
    const ratio = await timesAsLong(
      () => refuse(as(newEmail())),
      () => refuse(as(known(), { password: 'wrong password here' })),
      [0.55, 1.8],
    );
    expect(ratio).toBeGreaterThan(0.55);
    expect(ratio).toBeLessThan(1.8);
  });

  it('is in the audit log with the reason, and so is a sign-in', async () => {
    const email = newEmail();
    const id = await employ({ email });
    await login(from(graph), as(email, { password: 'wrong password here' }));
    await login(from(graph), as(email));
    await login(from(graph), as('nobody-at-all@mail.example'));
    const refusals = await audited(graph, shop.id, 'sign-in refused');
    expect(refusals).toContainEqual(
      expect.objectContaining({ entity_id: id, actor_kind: 'ANONYMOUS', new_values: { reason: 'password' } }),
    );
    expect(refusals.at(-1)).toMatchObject({
      entity_type: 'Organisation',
      new_values: { reason: 'unknown account' },
    });
    const signIns = await audited(graph, shop.id, 'sign in');
    expect(signIns).toContainEqual(
      expect.objectContaining({ entity_id: id, actor_kind: 'USER', actor_id: id, entity_type: 'User' }),
    );
    const everything = JSON.stringify(
      await graph.sql('select * from platform.audit_log where organisation_id = $1', [shop.id]),
    );
    for (const secret of ['wrong password here', PASSWORD, 'argon2', 'nobody-at-all'])
      expect(everything).not.toContain(secret);
  });
});

describe('the lock-out', () => {
  it('comes after ten attempts on an account, from wherever, however the name is spelled', async () => {
    const email = newEmail();
    await employ({ email });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const name = attempt % 2 ? email.toUpperCase() : ` ${email}`;
      expect((await login(from(graph), as(name, { password: 'wrong password here' }))).code).toBe(
        'INVALID_CREDENTIALS',
      );
    }
    const answer = await login(from(graph), as(email));
    expect(answer.code).toBe('RATE_LIMITED');
    expect(answer.errors[0]!.extensions.retryAfter).toBeGreaterThan(800);
    expect((await login(from(graph), as(shop.admin.email))).code).toBeUndefined();
  });

  it('comes for an account that does not exist just as well', async () => {
    const email = newEmail();
    for (let attempt = 0; attempt < 10; attempt += 1) await login(from(graph), as(email));
    expect((await login(from(graph), as(email))).code).toBe('RATE_LIMITED');
  });

  it('is not got around with many attempts in one document', async () => {
    const email = newEmail();
    await employ({ email });
    const names = Array.from({ length: 15 }, (_, index) => `a${index}`);
    const document = `mutation ($wrong: LoginInput!, $right: LoginInput!) {
      ${names.map((name) => `${name}: login(input: $wrong) { accessToken }`).join(' ')}
      right: login(input: $right) { accessToken } }`;
    const attempt = () =>
      from(graph).send<SignedIn>(document, {
        wrong: as(email, { password: 'wrong password here' }),
        right: as(email),
      });
    const before = await audited(graph, shop.id, 'sign-in refused');
    for (let round = 0; round < 10; round += 1) expect((await attempt()).code).toBe('INVALID_CREDENTIALS');
    const answer = await attempt();
    expect(answer.data).toBeNull();
    expect(answer.code).toBe('RATE_LIMITED');
    // Ten documents of fifteen guesses each: ten guesses.
    expect(await audited(graph, shop.id, 'sign-in refused')).toHaveLength(before.length + 10);
    expect((await login(from(graph), as(email))).code).toBe('RATE_LIMITED');
  });

  it('forgets the attempts on an account after a sign-in', async () => {
    const email = newEmail();
    await employ({ email });
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1)
        await login(from(graph), as(email, { password: 'wrong password here' }));
      expect((await login(from(graph), as(email))).code).toBeUndefined();
    }
  });

  it('comes after fifty attempts from one address, on whatever accounts', async () => {
    const address = newAddress();
    const codes: (string | undefined)[] = [];
    // Those that succeed do not count: a whole shop sits behind one address.
    for (let good = 0; good < 3; good += 1)
      expect((await login(from(graph, address), as(shop.admin.email))).code).toBeUndefined();
    for (let attempt = 0; attempt < 51; attempt += 1)
      codes.push((await login(from(graph, address), as(newEmail()))).code);
    expect(codes.slice(0, 50).every((code) => code === 'INVALID_CREDENTIALS')).toBe(true);
    expect(codes[50]).toBe('RATE_LIMITED');
    expect((await login(from(graph, address), as(shop.admin.email))).code).toBe('RATE_LIMITED');
    expect((await login(from(graph), as(shop.admin.email))).code).toBeUndefined();
  });
});

describe('the addresses that administrators may work from', () => {
  it('keep an administrator out from elsewhere, and nobody else', async () => {
    const guarded = await graph.shop();
    const advisor = await guarded.staff('ADVISOR');
    const inside = guarded.admin.client.with({ 'x-forwarded-for': '198.51.100.7' });
    await setting(inside, { adminAllowedAddresses: ['198.51.100.0/28', '2001:db8::/32'] });
    const attempt = (address: string, name: string) =>
      login(from(graph, address), { organisation: guarded.slug, login: name, password: PASSWORD });
    const outside = await attempt('203.0.113.9', guarded.admin.email);
    expect(outside.code).toBe('INVALID_CREDENTIALS');
    expect(outside.data).toBeNull();
    expect((await attempt('203.0.113.9', advisor.email)).code).toBeUndefined();
    expect((await attempt('198.51.100.9', guarded.admin.email)).code).toBeUndefined();
    expect((await attempt('2001:db8:7::1', guarded.admin.email)).code).toBeUndefined();
    expect(await audited(graph, guarded.id, 'sign-in refused')).toEqual([
      expect.objectContaining({ entity_id: guarded.admin.id, new_values: { reason: 'address' } }),
    ]);
    // What was signed in before is held to the list as well.
    const token = guarded.admin.client.with({ 'x-forwarded-for': '203.0.113.9' });
    expect(await isOut(token)).toBe(true);
    expect(await whoAmI(inside)).toBe(guarded.admin.id);
  });
});

/** An error without what differs from request to request. */
const plain = ({
  message,
  path,
  extensions: { requestId: _, ...extensions },
}: {
  message: string;
  path?: unknown;
  extensions: { requestId: string; code: string };
}) => ({ message, path, ...extensions });

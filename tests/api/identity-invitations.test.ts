import { Keyring } from '../../shared/security/keyring';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { PASSWORD, type Shop, signIn } from '../harness/shop';
import { type Office, openOffice, UPDATE_USER } from './identity.fixtures';

/** Members of staff are invited to choose a password of their own. */
const graph = useGraph();
let office: Office;
let shop: Shop;
let admin: GraphClient;
beforeAll(async () => {
  office = await openOffice(graph);
  ({ shop, admin } = office);
});

interface Invitation {
  id: string;
  channel: string;
  recipient: string;
  body: string;
}
async function invitationsTo(address: string): Promise<{ channel: string; token: string }[]> {
  const keys = new Keyring(runState().encryptionKeys);
  const rows = await graph.sql<Invitation>(
    `select channel, recipient, body from customer.message where organisation_id = $1 and template = 'INVITATION'`,
    [shop.id],
  );
  return rows
    .filter(({ recipient }) => keys.decrypt(recipient, 'customer.message.recipient') === address)
    .map(({ channel, body }) => ({
      channel,
      token: /user-invitation#(\S+)/.exec(keys.decrypt(body, 'customer.message.body'))![1]!,
    }));
}

test('without a password they are invited, by a link for three days and for once', async () => {
  const made = await office.create({ password: undefined });
  expect(made.invited).toBe(true);
  const [invitation, ...more] = await invitationsTo(made.email!);
  expect(invitation!.channel).toBe('EMAIL');
  expect(more).toEqual([]);
  const [link] = await graph.sql<{ purpose: string; single_use: boolean; hours: number }>(
    `select purpose, single_use, round(extract(epoch from expires_at - created_at) / 3600)::integer as hours
     from platform.link where organisation_id = $1 and record_id = $2`,
    [shop.id, made.id],
  );
  expect(link).toEqual({ purpose: 'USER_INVITATION', single_use: true, hours: 72 });

  const register = 'mutation ($input: RegisterInput!) { register(input: $input) }';
  await graph.anonymous().ask(register, { input: { token: invitation!.token, password: PASSWORD } });
  await signIn(graph, shop.slug, made.email!);
  expect((await office.read(made.id)).invited).toBe(false);
  const twice = await graph
    .anonymous()
    .send(register, { input: { token: invitation!.token, password: PASSWORD } });
  expect(twice.code).toBe('LINK_INVALID');
});

test('without an e-mail the invitation goes to the phone', async () => {
  await office.create({ password: undefined, email: undefined, phone: '+39 347 765 4321' });
  expect(await invitationsTo('+393477654321')).toMatchObject([{ channel: 'SMS' }]);
});

test('a new address takes back the invitation that went to the old one, and gets one of its own', async () => {
  const made = await office.create({ password: undefined });
  const [invitation] = await invitationsTo(made.email!);
  const newAddress = office.newEmail();
  await admin.ask(UPDATE_USER, { id: made.id, input: { email: newAddress } });
  const answer = await graph
    .anonymous()
    .send('mutation ($input: RegisterInput!) { register(input: $input) }', {
      input: { token: invitation!.token, password: PASSWORD },
    });
  expect(answer.code).toBe('LINK_INVALID');
  expect(await invitationsTo(newAddress)).toHaveLength(1);
});

import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { jobDone, oneOf } from './care.fixtures';
import { createCustomer, createVehicle } from './customers.fixtures';
import { openCard } from './job-cards.fixtures';
import { messageServers, tokenIn } from './message-servers.fixtures';
import { from, NEW_PASSWORD, newEmail, register, setting, tokens } from './sign-in.fixtures';

/** A customer who registers by themselves, and whom the shop knows already, or not. */
const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });
let shop: Shop;
let desk: Member;
let phones = 3_470_000_000;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  desk = await shop.staff('RECEPTIONIST');
  await setting(shop.admin.client, { selfRegistration: true });
});

function newPhone(): string {
  phones += 1;
  return `+39${phones}`;
}

/** What the registration answers, all of it, and the account that it leads to. */
async function registers(login: string, names = { firstName: 'Rita', lastName: 'Rossi' }) {
  const arrives = (login.includes('@') ? mail : sms).inbox.next(login);
  const asked = await register(from(graph), { organisation: shop.slug, login, ...names });
  const token = tokenIn(await arrives);
  const answer = await register(from(graph), { token, password: NEW_PASSWORD });
  const { access } = await tokens(graph, { organisation: shop.slug, login, password: NEW_PASSWORD });
  return {
    answers: [asked, answer].map(({ data, errors }) => ({ data, errors })),
    client: graph.withToken(access),
  };
}

const ownId = async (client: GraphClient): Promise<string> =>
  (await client.ask<{ me: { customer: { id: string } } }>('{ me { customer { id } } }')).me.customer.id;

const flagOf = (client: GraphClient, id: string): Promise<{ possibleDuplicate: boolean | null } | null> =>
  oneOf(client, 'query ($id: ID!) { customer(id: $id) { possibleDuplicate } }', { id });

describe('who is the one customer with the address', () => {
  it.each(['email', 'phone'] as const)(
    'by %s becomes the holder of that record, and sees what is theirs alone',
    async (by) => {
      const login = by === 'email' ? newEmail() : newPhone();
      const technician = await shop.staff('TECHNICIAN');
      const job = await jobDone(graph, shop.admin.client, technician, shop.centres[0]!);
      await jobDone(graph, shop.admin.client, technician, shop.centres[0]!);
      await shop.admin.client.ask(
        'mutation ($id: ID!, $input: UpdateCustomerInput!) { updateCustomer(id: $id, input: $input) { id } }',
        { id: job.customerId, input: { [by]: login, firstName: 'Known', notes: 'Pays late.' } },
      );
      const { client } = await registers(login);
      expect(await ownId(client)).toBe(job.customerId);
      expect(
        await client.ask(
          `{ customers { nodes { id firstName notes possibleDuplicate } } vehicles { nodes { id } } jobCards { nodes { id } } }`,
        ),
      ).toEqual({
        customers: {
          nodes: [{ id: job.customerId, firstName: 'Known', notes: null, possibleDuplicate: null }],
        },
        vehicles: { nodes: [{ id: job.vehicleId }] },
        jobCards: { nodes: [{ id: job.jobCardId }] },
      });
      expect(await flagOf(desk.client, job.customerId)).toEqual({ possibleDuplicate: false });
    },
  );

  it('is not found by an address that was only typed: until the link comes back there is no account', async () => {
    const email = newEmail();
    const { id } = await createCustomer(desk.client, { email });
    const arrives = mail.inbox.next(email);
    await register(from(graph), { organisation: shop.slug, login: email, firstName: 'Mallory' });
    await arrives;
    expect(await graph.sql('select 1 from customer.user_account where customer_id = $1', [id])).toEqual([]);
  });
});

describe('an address that several customers share', () => {
  it('makes a new customer, marked for the staff who know the others; the answer tells nothing', async () => {
    const phone = newPhone();
    const family = [
      await createCustomer(desk.client, { phone }),
      await createCustomer(desk.client, { phone }),
    ];
    const car = await createVehicle(desk.client, { ownerId: family[0]!.id });
    await openCard(shop.admin.client, car.id, { serviceCentreId: shop.centres[0] });
    const shared = await registers(phone);
    const fresh = await registers(newPhone());
    expect(shared.answers).toEqual(fresh.answers);
    const id = await ownId(shared.client);
    expect(family.map((each) => each.id)).not.toContain(id);
    expect(await flagOf(desk.client, id)).toEqual({ possibleDuplicate: true });
    expect(await flagOf(shared.client, id)).toEqual({ possibleDuplicate: null });
    const seen = await shared.client.ask(
      '{ vehicles { nodes { id } } jobCards { nodes { id } } customers { nodes { id } } }',
    );
    expect(seen).toEqual({
      vehicles: { nodes: [] },
      jobCards: { nodes: [] },
      customers: { nodes: [{ id }] },
    });
    const elsewhere = await shop.staff('RECEPTIONIST', { centres: [shop.centres[1]!] });
    expect(await flagOf(elsewhere.client, id)).toBeNull();
    const looked =
      'mutation ($id: ID!) { updateCustomer(id: $id, input: { possibleDuplicate: false }) { possibleDuplicate } }';
    expect((await shared.client.send(looked, { id })).code).toBe('BAD_INPUT');
    expect(await desk.client.ask(looked, { id })).toEqual({ updateCustomer: { possibleDuplicate: false } });
  });

  it('is shared too when its one customer has an account by another address', async () => {
    const [email, phone] = [newEmail(), newPhone()];
    const known = await createCustomer(desk.client, { email, phone });
    const first = await registers(email);
    const second = await registers(phone);
    expect(await ownId(first.client)).toBe(known.id);
    const other = await ownId(second.client);
    expect(other).not.toBe(known.id);
    expect(await flagOf(desk.client, other)).toEqual({ possibleDuplicate: true });
  });

  it('is nobody’s when those who had it are archived or erased', async () => {
    const email = newEmail();
    const { id } = await createCustomer(desk.client, { email });
    await desk.client.ask('mutation ($id: ID!) { archiveCustomer(id: $id) { id } }', { id });
    const { client } = await registers(email);
    const made = await ownId(client);
    expect(made).not.toBe(id);
    expect(await flagOf(shop.admin.client, made)).toEqual({ possibleDuplicate: false });
  });

  it('is of this organisation: what another knows does not count', async () => {
    const email = newEmail();
    const other = await graph.shop();
    const { id } = await createCustomer(other.admin.client, { email });
    const { client } = await registers(email);
    expect(await ownId(client)).not.toBe(id);
    expect(await graph.sql('select 1 from customer.user_account where customer_id = $1', [id])).toEqual([]);
  });
});

test('of two who show the two addresses of one customer at once, one becomes them', async () => {
  const [email, phone] = [newEmail(), newPhone()];
  const known = await createCustomer(desk.client, { email, phone });
  const links = [mail.inbox.next(email), sms.inbox.next(phone)];
  for (const login of [email, phone])
    await register(from(graph), { organisation: shop.slug, login, firstName: 'Rita' });
  const held = (await Promise.all(links)).map(tokenIn);
  const answers = await Promise.all(
    held.map((token) => register(from(graph), { token, password: NEW_PASSWORD })),
  );
  expect(answers.map(({ code }) => code)).toEqual([undefined, undefined]);
  const rows = await graph.sql<{ customer_id: string }>(
    'select customer_id from customer.user_account where organisation_id = $1 and (email = $2 or phone = $3)',
    [shop.id, email, phone],
  );
  expect(rows).toHaveLength(2);
  expect(rows.filter(({ customer_id }) => customer_id === known.id)).toHaveLength(1);
});

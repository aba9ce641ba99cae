import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { messageServers, tokenIn } from './message-servers.fixtures';
import { from, login, NEW_PASSWORD, requestReset, reset, runDueNow } from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const request = (name: string, channel?: 'EMAIL' | 'SMS', client = from(graph)) =>
  requestReset(client, { login: name, organisation: shop.slug, channel });
const choose = (token: string, password?: string) => reset(from(graph), token, password);

async function tokenFor(member: Member): Promise<string> {
  const arrives = mail.inbox.next(member.email);
  await request(member.email);
  return tokenIn(await arrives);
}

const signIn = (member: Member, password: string) =>
  login(from(graph), { organisation: shop.slug, login: member.email, password });

const withPhone = async (phone: string): Promise<Member> => {
  const member = await shop.staff('ADVISOR');
  await graph.sql('update customer.user_account set phone = $2 where id = $1', [member.id, phone]);
  return member;
};

describe('a mail', () => {
  it('is recorded as sent only when the server took it', async () => {
    const member = await shop.staff('ADVISOR');
    const letter = mail.inbox.next(member.email);
    await request(member.email);
    const { messageId } = await letter;
    await untilIdle(graph);
    const [message] = await graph.sql(
      'select state, attempts, error_code, sent_at is not null as sent from customer.message where provider_id = $1',
      [messageId],
    );
    expect(message).toEqual({ state: 'SENT', attempts: 1, error_code: null, sent: true });
  });

  it('fails for good when the server refuses the address, and is tried again when it is only busy', async () => {
    const member = await shop.staff('ADVISOR');
    const stateOf = async () => {
      await untilIdle(graph);
      const [message] = await graph.sql(
        'select id, state, attempts, error_code from customer.message order by created_at desc, id desc limit 1',
      );
      return message as { id: string; state: string; attempts: number; error_code: string };
    };
    mail.refuse = 550;
    await request(member.email);
    expect(await stateOf()).toMatchObject({ state: 'FAILED', attempts: 1, error_code: '550' });
    mail.refuse = 451;
    await request(member.email);
    const busy = await stateOf();
    expect(busy).toMatchObject({ state: 'QUEUED', attempts: 1, error_code: '451' });
    mail.refuse = null;
    const arrives = mail.inbox.next(member.email);
    await runDueNow(graph);
    expect((await choose(tokenIn(await arrives))).data.resetPassword).toBe(true);
    expect(await graph.sql('select state, attempts from customer.message where id = $1', [busy.id])).toEqual([
      { state: 'SENT', attempts: 2 },
    ]);
  });

  it('is not sent twice by a job that runs twice', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    await untilIdle(graph);
    const [sent] = await graph.sql<{ id: string }>(
      'select id from customer.message order by created_at desc, id desc limit 1',
    );
    await graph.sql(
      `select graphile_worker.add_job('message', json_build_object('organisationId', $1::text, 'messageId', $2::text))`,
      [shop.id, sent!.id],
    );
    await untilIdle(graph);
    expect(mail.inbox.to(member.email).map(tokenIn)).toEqual([token]);
  });
});

describe('a new password by text message', () => {
  it('goes through Twilio to the phone of the account', async () => {
    const phone = '+393331112223';
    const member = await withPhone(phone);
    const arrives = sms.inbox.next(phone);
    await request('333 111 2223', 'SMS');
    const message = await arrives;
    expect(message.path).toBe(`/2010-04-01/Accounts/${environment.TWILIO_ACCOUNT_SID}/Messages.json`);
    expect(Buffer.from(message.authorization.split(' ')[1]!, 'base64').toString()).toBe(
      `${environment.TWILIO_ACCOUNT_SID}:${environment.TWILIO_AUTH_TOKEN}`,
    );
    expect(message.from).toBe('+15005550006');
    expect(message.text).toContain(`Shop ${shop.slug}: scelga una nuova password`);
    expect((await choose(tokenIn(message))).code).toBeUndefined();
    expect((await signIn(member, NEW_PASSWORD)).code).toBeUndefined();
    await untilIdle(graph);
    const [row] = await graph.sql('select state, provider_id from customer.message where channel = $1', [
      'SMS',
    ]);
    expect(row).toEqual({ state: 'SENT', provider_id: expect.stringMatching(/^SM/) });
    expect(mail.inbox.to(member.email)).toEqual([]);
  });

  it('goes by mail where the account has no phone', async () => {
    const member = await shop.staff('ADVISOR');
    const arrives = mail.inbox.next(member.email);
    await request(member.email, 'SMS');
    expect((await arrives).text).toContain('#');
  });

  it('fails with Twilio’s own code when that refuses the number', async () => {
    const phone = '+393331112224';
    await withPhone(phone);
    sms.answer = {
      status: 400,
      body: { code: 21211, message: `Invalid 'To' Phone Number: ${phone}`, status: 400 },
    };
    const asked = sms.asked;
    await request(phone, 'SMS');
    await untilIdle(graph);
    sms.answer = null;
    expect(sms.asked).toBe(asked + 1);
    expect(
      await graph.sql("select state, attempts from customer.message where error_code = '21211'"),
    ).toEqual([{ state: 'FAILED', attempts: 1 }]);
  });
});

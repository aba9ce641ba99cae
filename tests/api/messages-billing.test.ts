import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { billingShop, credit, draft, issue, refusal } from './billing.fixtures';
import { createVehicle, eventsOf } from './customers.fixtures';
import { messageServers, tokenIn } from './message-servers.fixtures';
import { reachableCustomer } from './messages.fixtures';
import { pay } from './payments.fixtures';
import { QUOTE, quotedTo, send, take } from './quotations.fixtures';
import { from } from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });

const FROM: Record<string, string> = { en: 'from', it: 'da', sw: 'kutoka' };

let shop: Shop;
let manager: Member;
beforeAll(async () => {
  shop = await billingShop(graph);
  manager = await shop.staff('MANAGER');
});

async function somebody(language = 'en') {
  const { id: customerId, email, phone } = await reachableCustomer(manager.client, { language });
  const { id: vehicleId } = await createVehicle(manager.client, { ownerId: customerId });
  return { customerId, vehicleId, email, phone };
}

async function open(token: string) {
  const { openLink } = await from(graph).ask<{
    openLink: { accessToken: string; purpose: string; recordType: string; recordId: string };
  }>('mutation ($token: String!) { openLink(token: $token) { accessToken purpose recordType recordId } }', {
    token,
  });
  return { ...openLink, client: graph.withToken(openLink.accessToken) };
}

describe('what is issued and sent', () => {
  it('is told with its number, amount and day, in the reader’s language', async () => {
    const who = await somebody('it');
    const { id } = await draft(manager.client, { paymentTermsDays: 0 }, who);
    let letter = mail.inbox.next(who.email);
    const { number } = await issue(manager.client, id);
    const first = await letter;
    expect(first.subject).toBe(`La sua fattura ${number} da Shop ${shop.slug}`);
    const [row] = await graph.sql<{ day: string }>(
      "select (now() at time zone 'Europe/Rome')::date::text as day",
    );
    const due = new Intl.DateTimeFormat('it', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(row!.day),
    );
    expect(first.text).toContain(`di 122,00\u00a0€ è pronta, con scadenza ${due}`);
    letter = mail.inbox.next(who.email);
    await manager.client.ask('mutation ($id: ID!) { sendInvoice(id: $id) { sentAt } }', { id });
    expect((await letter).text).toContain(`Da pagare: 122,00\u00a0€`);
    letter = mail.inbox.next(who.email);
    const note = await credit(manager.client, id);
    expect((await letter).text).toContain(
      `sua fattura ${number}: nota di credito ${note.number} di 122,00\u00a0€`,
    );
    letter = mail.inbox.next(who.email);
    await manager.client.ask('mutation ($id: ID!) { sendCreditNote(id: $id) { id } }', { id: note.id });
    expect((await letter).subject).toBe(`Nota di credito ${note.number} da Shop ${shop.slug}`);
  });

  it.each([
    ['en', 'Receipt', 'receipt', '€40.00'],
    ['it', 'Ricevuta', 'ricevuta', '40,00\u00a0€'],
    ['sw', 'Risiti', 'risiti', '€\u00a040.00'],
  ])('a receipt is sent as often as it is asked for, in %s', async (language, subject, word, total) => {
    const who = await somebody(language);
    const { id } = await issue(manager.client, (await draft(manager.client, {}, who)).id);
    let letter = mail.inbox.next(who.email);
    const { receipt } = await pay(manager.client, id, '40.00');
    await letter;
    await untilIdle(graph);
    const sent: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      letter = mail.inbox.next(who.email);
      const { sendReceipt } = await manager.client.ask<{ sendReceipt: { sentAt: string } }>(
        'mutation ($id: ID!) { sendReceipt(id: $id) { sentAt } }',
        { id: receipt!.id },
      );
      expect(sendReceipt.sentAt).toMatch(/Z$/);
      sent.push(sendReceipt.sentAt);
      const { subject: line, text } = await letter;
      expect(line).toBe(`${subject} ${receipt!.number} ${FROM[language]} Shop ${shop.slug}`);
      expect(text).toContain(word);
      expect(text).toContain(total);
    }
    expect(sent[1]! > sent[0]!).toBe(true);
    expect(await eventsOf(graph, receipt!.id)).toEqual(['ReceiptSent', 'ReceiptSent']);
  });

  it('only what was issued is sent', async () => {
    const { id } = await draft(manager.client, {}, await somebody());
    const answer = await manager.client.send('mutation ($id: ID!) { sendInvoice(id: $id) { id } }', { id });
    expect(refusal(answer)).toBe('CONFLICT');
    expect(await eventsOf(graph, id)).toEqual(['InvoiceDrafted']);
  });
});

describe('a quotation that is sent', () => {
  it('comes with a link by which it is read and accepted without an account, and nothing else', async () => {
    const who = await somebody();
    const other = await quotedTo(manager.client, 'SENT', {}, who);
    const { id, number } = await quotedTo(manager.client, 'APPROVED', {}, who);
    const letter = mail.inbox.next(who.email);
    const text = sms.inbox.next(who.phone);
    await take(manager.client, 'send', { id, notify: true });
    const { subject, text: body } = await letter;
    expect([subject, body]).toEqual([
      `Our offer ${number}`,
      expect.stringContaining('over €122.00 is valid until'),
    ]);
    expect((await text).text).toContain(number);
    const link = await open(tokenIn({ text: body }));
    expect(link).toMatchObject({ purpose: 'QUOTATION', recordType: 'Quotation', recordId: id });
    const { quotation } = await link.client.ask<{ quotation: object }>(
      `query ($id: ID!) { quotation(id: $id) { number total { amount } lines { description } seller { name } } }`,
      { id },
    );
    expect(quotation).toMatchObject({ number, total: { amount: '122.00' } });
    const { quotations } = await link.client.ask<{ quotations: { nodes: object[] } }>(
      '{ quotations { nodes { id } } }',
    );
    expect(quotations.nodes).toEqual([{ id }]);
    expect(refusal(await send(link.client, 'accept', { id: other.id }))).toBe('NOT_FOUND');
    for (const step of ['approve', 'update', 'convert'] as const) {
      const variables = { id, input: {}, to: 'SERVICE_REQUEST' };
      const named = Object.fromEntries(
        Object.entries(variables).filter(([name]) => QUOTE[step].includes(`$${name}`)),
      );
      expect(refusal(await send(link.client, step, named))).toBe('FORBIDDEN');
    }
    expect((await link.client.send('{ invoices { nodes { id } } }')).code).toBe('FORBIDDEN');
    await take(link.client, 'accept', { id });
    const { quotation: accepted } = await manager.client.ask(
      'query ($id: ID!) { quotation(id: $id) { status decidedThrough decidedBy { id } } }',
      { id },
    );
    expect(accepted).toEqual({ status: 'ACCEPTED', decidedThrough: 'LINK', decidedBy: null });
  });

  it('again is told again; handed over it is told to nobody', async () => {
    const who = await somebody();
    const { id } = await quotedTo(manager.client, 'SENT', {}, who);
    await untilIdle(graph);
    expect(mail.inbox.to(who.email)).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      const letter = mail.inbox.next(who.email);
      await take(manager.client, 'send', { id, notify: true });
      await open(tokenIn(await letter));
    }
    await untilIdle(graph);
    expect(mail.inbox.to(who.email)).toHaveLength(2);
  });

  it('is read and rejected, but not accepted, by a link when its day has passed', async () => {
    const who = await somebody();
    const { id } = await quotedTo(manager.client, 'APPROVED', {}, who);
    const letter = mail.inbox.next(who.email);
    await take(manager.client, 'send', { id, notify: true });
    const { client } = await open(tokenIn(await letter));
    await graph.sql("update billing.quotation set valid_until = '2020-01-01' where id = $1", [id]);
    expect(refusal(await send(client, 'accept', { id }))).toBe('CONFLICT');
    expect((await take(client, 'reject', { id })).status).toBe('REJECTED');
  });
});

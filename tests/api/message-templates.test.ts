import { NOTIFICATION_CHANNELS } from '../../subgraphs/customer/messages/channels';
import { KIND_NAMES, kindOf } from '../../subgraphs/customer/messages/kinds/catalogue';
import {
  builtInText,
  fill,
  MESSAGE_LANGUAGES,
  namedIn,
  placeholdersOf,
} from '../../subgraphs/customer/messages/kinds/render';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { problemsOf } from './customers.fixtures';
import { reachableCustomer, sendMessage } from './messages.fixtures';

const graph = useGraph();

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

describe('built-in texts', () => {
  const places = KIND_NAMES.flatMap((kind) =>
    MESSAGE_LANGUAGES.flatMap((language) =>
      NOTIFICATION_CHANNELS.map((channel) => [kind, language, channel] as const),
    ),
  );

  it.each(places)('%s in %s by %s name what is known, and nothing else', (kind, language, channel) => {
    const text = builtInText(kind, channel, language);
    const known = placeholdersOf(kind);
    expect(
      [...namedIn(text.subject ?? ''), ...namedIn(text.body)].filter((name) => !known.includes(name)),
    ).toEqual([]);
    const facts = Object.fromEntries(known.map((name) => [name, `<${name}>`]));
    const when = {
      when: new Date('2026-07-01T07:30:00Z'),
      due: { day: '2026-07-02' },
      reminder: { word: 'MOT' },
    };
    const filled = fill(
      text,
      channel,
      { ...facts, ...Object.fromEntries(Object.entries(when).filter(([name]) => known.includes(name))) },
      { locale: language.toLowerCase(), timeZone: 'Europe/Rome' },
    );
    const whole = `${filled.subject ?? ''}${filled.body}`;
    expect(whole).not.toMatch(/[{}]|\b(undefined|null|Invalid)\b/);
    if (channel === 'EMAIL' && known.includes('when')) expect(whole).toMatch(/9:30|09:30/);
    expect(filled.subject === null).toBe(channel === 'SMS' || channel === 'WHATSAPP');
    expect(filled.body.length).toBeLessThanOrEqual(channel === 'SMS' ? 480 : 20_000);
    expect(kindOf(kind).means).toBeTruthy();
  });

  it('differ from language to language', () => {
    for (const kind of KIND_NAMES) {
      if (kind === 'STAFF_MESSAGE' || kind === 'ADVERTISING') continue;
      const bodies = MESSAGE_LANGUAGES.map((language) => builtInText(kind, 'IN_APP' as never, language).body);
      expect([kind, new Set(bodies).size]).toEqual([kind, MESSAGE_LANGUAGES.length]);
    }
  });

  it('tell the time on the clock of the service centre, across a change of clocks', () => {
    const at = (instant: string, timeZone: string) =>
      fill(
        { subject: null, body: '{{when}}' },
        'SMS' as never,
        { when: new Date(instant) },
        { locale: 'en-GB', timeZone },
      ).body;
    expect(at('2026-03-28T08:00:00Z', 'Europe/Rome')).toBe('Saturday, 28 March 2026 at 09:00');
    expect(at('2026-03-30T08:00:00Z', 'Europe/Rome')).toBe('Monday, 30 March 2026 at 10:00');
    expect(at('2026-03-30T08:00:00Z', 'Africa/Nairobi')).toBe('Monday, 30 March 2026 at 11:00');
  });

  it('put values in as they are: a name with a placeholder in it stays a name', () => {
    const reading = { locale: 'en', timeZone: 'UTC' };
    const facts = { name: '{{organisation}} $& $1', organisation: 'Bay' };
    expect(
      fill({ subject: 'For\r\n{{name}}', body: '{{ name }}' }, 'EMAIL' as never, facts, reading),
    ).toEqual({
      subject: 'For {{organisation}} $& $1',
      body: '{{organisation}} $& $1',
    });
  });
});

interface Template {
  kind: string;
  category: string;
  channel: string;
  language: string;
  subject: string | null;
  body: string;
  builtInSubject: string | null;
  builtInBody: string;
  placeholders: string[];
  isOwn: boolean;
  version: number;
  updatedAt: string | null;
}

const TEMPLATE = `kind category channel language subject body builtInSubject builtInBody placeholders isOwn version updatedAt`;
const list = async (client: GraphClient, filter: object) =>
  (
    await client.ask<{ messageTemplates: Template[] }>(
      `query ($filter: MessageTemplateFilter!) { messageTemplates(filter: $filter) { ${TEMPLATE} } }`,
      { filter },
    )
  ).messageTemplates;
const PLACE = { kind: 'STAFF_MESSAGE', channel: 'SMS', language: 'EN' };
const update = (client: GraphClient, input: object) =>
  client.send<{ updateMessageTemplate: Template }>(
    `mutation ($input: UpdateMessageTemplateInput!) { updateMessageTemplate(input: $input) { ${TEMPLATE} } }`,
    { input: { ...PLACE, ...input } },
  );

describe('texts of an organisation', () => {
  it('are listed with what is built in, and what may stand in them', async () => {
    const all = await list(shop.admin.client, {});
    expect(all).toHaveLength(KIND_NAMES.length * MESSAGE_LANGUAGES.length * NOTIFICATION_CHANNELS.length);
    expect(all.some(({ kind }) => kind === 'PASSWORD_RESET')).toBe(false);
    expect(
      await list(shop.admin.client, { kind: 'JOB_CARD_ASSIGNED', channel: 'IN_APP', language: 'EN' }),
    ).toEqual([
      {
        kind: 'JOB_CARD_ASSIGNED',
        category: 'JOB_CARD',
        channel: 'IN_APP',
        language: 'EN',
        subject: '{{number}} was assigned to you',
        body: 'Job card {{number}} for {{vehicle}} at {{centre}} was assigned to you.',
        builtInSubject: '{{number}} was assigned to you',
        builtInBody: 'Job card {{number}} for {{vehicle}} at {{centre}} was assigned to you.',
        placeholders: ['organisation', 'centre', 'name', 'number', 'vehicle'],
        isOwn: false,
        version: 0,
        updatedAt: null,
      },
    ]);
  });

  it('are set, used, changed and taken back', async () => {
    const manager = await shop.staff('MANAGER');
    const { data } = await update(manager.client, { body: 'Ciao {{name}}: {{ body }}', expectedVersion: 0 });
    expect(data.updateMessageTemplate).toMatchObject({
      body: 'Ciao {{name}}: {{ body }}',
      builtInBody: '{{organisation}}: {{body}}',
      isOwn: true,
      version: 1,
      updatedAt: expect.any(String),
    });
    const { id } = await reachableCustomer(shop.admin.client);
    const written = async () =>
      (await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' })).data.sendMessage.body;
    expect(await written()).toBe('Ciao Anna Verdi: Your car is ready.');
    expect((await list(manager.client, { isOwn: true })).map(({ kind }) => kind)).toEqual(['STAFF_MESSAGE']);
    expect((await update(manager.client, { body: 'Other', expectedVersion: 0 })).code).toBe('CONFLICT');
    expect(
      (await update(manager.client, { body: 'Ciao {{name}}: {{ body }}' })).data.updateMessageTemplate
        .version,
    ).toBe(1);
    expect((await update(manager.client, { body: null })).data.updateMessageTemplate).toMatchObject({
      isOwn: false,
      body: '{{organisation}}: {{body}}',
    });
    expect((await update(manager.client, { body: null })).code).toBeUndefined();
    expect(await written()).toBe(`Shop ${shop.slug}: Your car is ready.`);
  });

  it('of another organisation are not used', async () => {
    const other = await graph.shop();
    await update(other.admin.client, { body: 'Not yours' });
    const { id } = await reachableCustomer(shop.admin.client);
    expect(
      (await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' })).data.sendMessage.body,
    ).not.toBe('Not yours');
  });

  it.each([
    ['a placeholder that there is not', { body: 'Hello {{vehicle}}' }, ['body: UNKNOWN_PLACEHOLDER']],
    [
      'several, in subject and text',
      { channel: 'EMAIL', subject: '{{link}}', body: '{{constructor}} {{}}' },
      ['subject: UNKNOWN_PLACEHOLDER', 'body: UNKNOWN_PLACEHOLDER', 'body: UNKNOWN_PLACEHOLDER'],
    ],
    ['a subject where there is none', { subject: 'News', body: 'x' }, ['subject: NO_SUBJECT']],
    ['a subject alone', { channel: 'EMAIL', subject: 'News', body: null }, ['body: REQUIRED']],
    ['a text message that is too long', { body: 'x'.repeat(481) }, ['body: MAX_LENGTH']],
  ])('with %s are refused', async (_, input, problems) => {
    expect(problemsOf(await update(shop.admin.client, input))).toEqual(problems);
    expect(await list(shop.admin.client, { isOwn: true })).toEqual([]);
  });
});

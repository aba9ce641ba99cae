import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { from, newEmail, setting } from './sign-in.fixtures';

/** No SMTP server and no Twilio account is configured here. */
const graph = useGraph();

describe('a message without credentials for its channel', () => {
  it('is kept, sealed and readable for the program, and never called sent', async () => {
    const shop = await graph.shop();
    await setting(shop.admin.client, { selfRegistration: true });
    const email = newEmail();
    for (const login of [email, '+393331234567'])
      await from(graph).ask('mutation ($input: RegisterInput!) { register(input: $input) }', {
        input: { organisation: shop.slug, login, firstName: 'Rita' },
      });
    await untilIdle(graph, shop.id);
    const messages = await graph.sql<{ channel: string; recipient: string; body: string }>(
      `select channel, state, attempts, provider_id, sent_at, recipient, body, subject is not null as has_subject
       from customer.message where organisation_id = $1 order by channel`,
      [shop.id],
    );
    const kept = { state: 'KEPT', attempts: 0, provider_id: null, sent_at: null };
    expect(messages).toEqual([
      expect.objectContaining({ ...kept, channel: 'EMAIL', has_subject: true }),
      expect.objectContaining({ ...kept, channel: 'SMS', has_subject: false }),
    ]);
    for (const { recipient, body } of messages) {
      expect(recipient).toMatch(/^v1\.k1\./);
      expect(body).toMatch(/^v1\.k1\./);
    }
  });
});

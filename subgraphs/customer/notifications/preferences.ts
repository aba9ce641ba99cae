import { requireOrganisation } from '../../../shared/access/identity';
import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badInput, type FieldProblem } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { ownAccount } from '../identity/user.loader';
import { addressHash } from '../messages/address';
import {
  asMessageChannel,
  MESSAGE_CHANNELS,
  type MessageChannel,
  NOTIFICATION_CHANNELS,
  NotificationChannel,
} from '../messages/channels';
import { KIND_NAMES, kindOf } from '../messages/kinds/catalogue';
import type { Kind } from '../messages/kinds/kind';
import { LawfulBasis, type SuppressionReason } from '../messages/lawful-basis';
import { reasonAgainst } from '../messages/suppress';
import { oneself } from '../sign-in/oneself';
import { NotificationCategory } from './notification.enums';
import type { UpdateNotificationPreferencesInput } from './notification.input';
import { preferences } from './notification.loader';
import { Preference } from './preference.entity';
import { type NotificationPreference, PreferenceLock } from './preference.type';

const { SYSTEM, MARKETING } = NotificationCategory;

/** What customers are told is not what staff are; what suppliers are told, nobody chooses. */
const isFor = ({ audience }: Kind, isCustomer: boolean): boolean =>
  audience.to !== 'supplier' && (audience.to === 'customer') === isCustomer;

const categoriesFor = (isCustomer: boolean): NotificationCategory[] => {
  const kinds = KIND_NAMES.map(kindOf).filter((kind) => isFor(kind, isCustomer));
  return [...new Set([...kinds.map(({ category }) => category), SYSTEM])];
};

function isDefault(
  category: NotificationCategory,
  channel: NotificationChannel,
  isCustomer: boolean,
): boolean {
  if (category === SYSTEM) return channel !== NotificationChannel.IN_APP;
  return KIND_NAMES.map(kindOf).some(
    (kind) => kind.category === category && isFor(kind, isCustomer) && kind.channels.includes(channel),
  );
}

/** The whole matrix, as it holds for whoever is signed in. */
export async function ownPreferences(context: Context): Promise<NotificationPreference[]> {
  oneself(context.identity);
  const isCustomer = context.identity.customerId !== null;
  const chosen = await context.reader.rows(preferences, sql`true`);
  const choiceOf = new Map(
    chosen.map(({ category, channel, enabled }) => [`${category} ${channel}`, enabled]),
  );
  const locks = await locksFor(context);
  return categoriesFor(isCustomer).flatMap((category) =>
    NOTIFICATION_CHANNELS.map((channel) => {
      const enabledByDefault = isDefault(category, channel, isCustomer);
      const lock = lockOn(category, channel, locks);
      const wanted = choiceOf.get(`${category} ${channel}`) ?? enabledByDefault;
      const enabled = lock === PreferenceLock.ALWAYS_SENT ? enabledByDefault : wanted && lock === null;
      return { category, channel, enabled, enabledByDefault, lock };
    }),
  );
}

interface Locks {
  all: SuppressionReason | null;
  advertising: SuppressionReason | null;
}

function lockOn(
  category: NotificationCategory,
  channel: NotificationChannel,
  locks: ReadonlyMap<MessageChannel, Locks>,
): PreferenceLock | null {
  if (category === SYSTEM) return PreferenceLock.ALWAYS_SENT;
  const way = asMessageChannel(channel);
  const reason = way && locks.get(way)![category === MARKETING ? 'advertising' : 'all'];
  return reason ? PreferenceLock[reason as keyof typeof PreferenceLock] : null;
}

/** The same question that is asked when something is to be sent. */
async function locksFor(context: Context): Promise<Map<MessageChannel, Locks>> {
  const { userId } = oneself(context.identity);
  const { customerId } = context.identity;
  const person = customerId
    ? await context.asSystem(context.identity.organisationId!).loadOrFail(customers, customerId)
    : await context.loadOrFail(ownAccount, userId);
  const asker = {
    organisationId: requireOrganisation(context.identity),
    query: <T>(statement: Sql) => context.reader.query<T>(statement),
  };
  const locks = new Map<MessageChannel, Locks>();
  for (const channel of MESSAGE_CHANNELS) {
    const to = channel === 'EMAIL' ? person.email : person.phone;
    const hash = to ? addressHash({ channel, to }) : null;
    const against = (basis: LawfulBasis) =>
      reasonAgainst(asker, { basis, channel, addressHash: hash, customerId });
    const [all, advertising] = await Promise.all([
      against(LawfulBasis.CONTRACT),
      against(LawfulBasis.CONSENT),
    ]);
    locks.set(channel, { all, advertising });
  }
  return locks;
}

export async function updatePreferences(
  context: Context,
  { preferences: switches }: UpdateNotificationPreferencesInput,
): Promise<NotificationPreference[]> {
  const { userId } = oneself(context.identity);
  const { customerId } = context.identity;
  checkSwitches(switches, customerId !== null);
  await context.transaction(async (tx) => {
    // Two who choose at once for the same person come one after the other.
    await tx.query(
      sql`select from customer.user_account t where t.organisation_id = ${tx.organisationId} and t.id = ${userId} for no key update`,
    );
    const chosen = await tx.rows(preferences, sql`true`);
    for (const { category, channel, enabled = null } of switches) {
      const current = chosen.find((each) => each.category === category && each.channel === channel);
      await choose(tx, current, {
        category,
        channel,
        enabled,
        userId: customerId ? null : userId,
        customerId,
      });
    }
  });
  return ownPreferences(context);
}

type Choice = Pick<Preference, 'category' | 'channel' | 'userId' | 'customerId'> & {
  enabled: boolean | null;
};

async function choose(tx: Transaction, current: Preference | undefined, choice: Choice): Promise<void> {
  const { enabled } = choice;
  if (enabled === null) {
    if (current) await tx.delete(Preference, current);
  } else if (current) await tx.update(Preference, current, { enabled });
  else await tx.insert(Preference, { ...choice, enabled });
}

function checkSwitches(
  switches: UpdateNotificationPreferencesInput['preferences'],
  isCustomer: boolean,
): void {
  const known = categoriesFor(isCustomer);
  const seen = new Set<string>();
  const wrong = switches.flatMap(({ category, channel }, index): FieldProblem[] => {
    const path = `input.preferences.${index}.category`;
    const key = `${category} ${channel}`;
    if (category === SYSTEM) return [{ path, code: 'LOCKED', message: 'Nobody can switch this off.' }];
    if (!known.includes(category)) return [{ path, code: 'UNKNOWN', message: 'You are not told of this.' }];
    if (seen.has(key)) return [{ path, code: 'TWICE', message: 'This switch is set twice.' }];
    seen.add(key);
    return [];
  });
  if (wrong.length) throw badInput(wrong);
}

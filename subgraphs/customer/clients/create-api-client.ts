import { isAddressRange } from '../../../shared/access/addresses';
import { type Identity, worksIn } from '../../../shared/access/identity';
import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { ApiError, badField, badInput, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { workplaces } from '../identity/service-centre.loader';
import { ApiClient } from './api-client.entity';
import type { CreateApiClientInput } from './api-client.input';
import { apiClients } from './api-client.loader';
import type { IssuedApiClient } from './api-client.types';
import { newSecret } from './new-secret';
import { requireScopes } from './scopes';

/** They are listed with all that they may run, so there is an end to them. */
const MOST_CLIENTS = 200;
const LONGEST_SECONDS = 2 * 366 * 24 * 60 * 60;

/** No idempotency key: its secret is not kept, to be answered with again. A repetition meets the name. */
export async function createApiClient(
  context: Context,
  input: CreateApiClientInput,
): Promise<IssuedApiClient> {
  const { identity, kernel } = context;
  const { name, description, scopes, expiresAt } = input;
  requireScopes(identity, scopes);
  requireExpiry(expiresAt, kernel.clock.now());
  const allowedAddresses = rangesIn(input.allowedAddresses ?? []);
  const { id, secret } = await context.transaction(async (tx) => {
    await requireRoom(tx);
    const client = await tx.insert(ApiClient, {
      name: name.trim(),
      description: description ?? null,
      scopes,
      serviceCentreIds: await centresFor(tx, identity, input.serviceCentreIds ?? null),
      allowedAddresses,
      expiresAt,
    });
    tx.emit({ name: 'ApiClientCreated', subjectType: 'ApiClient', subjectId: client.id });
    return { id: client.id, secret: await newSecret(tx, client) };
  });
  return { client: await context.loadOrFail(apiClients, id), secret };
}

function requireExpiry(expiresAt: Date, now: Date): void {
  if (expiresAt <= now) throw badField('input.expiresAt', 'PAST', 'A client ends in the future.');
  if (expiresAt > addSeconds(now, LONGEST_SECONDS))
    throw badField('input.expiresAt', 'TOO_LATE', 'A client ends in two years at the latest.');
}

function rangesIn(given: readonly string[]): string[] {
  const ranges = given.map((range) => range.trim());
  const problems = ranges.flatMap((range, index) =>
    isAddressRange(range)
      ? []
      : [
          {
            path: `input.allowedAddresses.${index}`,
            code: 'ADDRESS_RANGE',
            message: `${range} is neither an address nor a CIDR range.`,
          },
        ],
  );
  if (problems.length) throw badInput(problems);
  return ranges;
}

async function requireRoom(tx: Transaction): Promise<void> {
  const [live] = await tx.query<{ clients: number }>(
    sql`select count(*) as clients from customer.api_client t
        where t.organisation_id = ${tx.organisationId} and t.revoked_at is null`,
  );
  if (live!.clients >= MOST_CLIENTS)
    throw conflict(`An organisation has at most ${MOST_CLIENTS} API clients.`, { ...live });
}

/** Existing ones that are the author's own; null for all. */
async function centresFor(
  tx: Transaction,
  identity: Identity,
  ids: readonly string[] | null,
): Promise<string[] | null> {
  if (ids === null && identity.serviceCentreIds === null) return null;
  if (ids === null)
    throw badField('input.serviceCentreIds', 'REQUIRED', 'Say which service centres it is let into.');
  if (!ids.every((id) => worksIn(identity, id)))
    throw new ApiError('FORBIDDEN', 'You let clients only into your own service centres.', {
      permission: 'clients:create',
    });
  const known = await tx.rows(workplaces, sql`t.id = any(${[...ids]}::uuid[])`);
  if (known.length < ids.length)
    throw badField('input.serviceCentreIds', 'UNKNOWN', 'There is no such service centre.');
  return [...ids];
}

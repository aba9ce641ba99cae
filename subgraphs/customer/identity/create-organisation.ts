import { systemIdentity } from '../../../shared/access/identity';
import { ApiError, badField } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import { keyedHash } from '../../../shared/security/secrets';
import type { Context } from '../../../shared/subgraph/context';
import { type ThrottleRule, throttle } from '../../../shared/throttle/throttle';
import { type Foundation, foundOrganisation } from './found-organisation';
import { organisations } from './organisation.loader';
import { serviceCentres } from './service-centre.loader';
import { serviceCentreColumns } from './service-centre-values';
import { shownTo } from './shown-to';
import type { CreateOrganisationInput } from './sign-up.input';
import type { SignUpPayload } from './sign-up.type';
import { tenantId } from './tenant-id';
import { users } from './user.loader';
import { hashChosen, personColumns } from './user-values';
import { canonicalLocale } from './validation';

const SIGN_UPS: ThrottleRule = { name: 'sign up', allowed: 5, windowSeconds: 60 * 60 };

export async function createOrganisation(
  context: Context,
  input: CreateOrganisationInput,
): Promise<SignUpPayload> {
  await requireWelcome(context);
  const foundation = await foundationOf(input);
  const founder = founderOf(context, tenantId(input.idempotencyKey));
  const made = await founder.once(commandOf(context, input), (tx) => foundOrganisation(tx, foundation));
  return {
    organisation: await founder.loadOrFail(organisations, founder.identity.organisationId!),
    serviceCentre: await founder.loadOrFail(serviceCentres, made.serviceCentreId),
    administrator: shownTo(founder, await founder.loadOrFail(users, made.administratorId)),
  };
}

/** The program itself opens the demo shop, whether or not others may sign up. */
async function requireWelcome(context: Context): Promise<void> {
  if (context.identity.kind === 'SYSTEM') return;
  if (!context.kernel.environment.signUp)
    throw new ApiError('FEATURE_OFF', 'Organisations cannot sign up by themselves here.');
  await throttle(context, SIGN_UPS, context.facts.address ?? 'unknown');
}

/** The caller, as the administrator that they become: what is written is written in their name. */
function founderOf(context: Context, organisationId: string): Context {
  return context.as({ ...systemIdentity(organisationId), kind: 'USER', actorId: newId() });
}

function commandOf(context: Context, input: CreateOrganisationInput) {
  const { administrator, ...rest } = input;
  // What is kept of the input must not let anybody try passwords out.
  const password = keyedHash(context.kernel.secrets.secretKey, 'createOrganisation', administrator.password);
  return {
    operation: 'createOrganisation',
    key: input.idempotencyKey,
    input: { ...rest, administrator: { ...administrator, password } },
  };
}

/** Checks and prepares all that the transaction writes; the password's hash is too slow to be made inside it. */
async function foundationOf(input: CreateOrganisationInput): Promise<Foundation> {
  const { name, country, currency, timeZone, administrator, serviceCentre } = input;
  const first = { ...serviceCentre, name: serviceCentre?.name ?? name, code: serviceCentre?.code ?? 'MAIN' };
  return {
    organisation: {
      name: name.trim(),
      slug: input.slug ?? slugOf(name),
      country,
      currency,
      timeZone,
      locale: canonicalLocale(input.locale),
    },
    serviceCentre: serviceCentreColumns(first, country, 'input.serviceCentre'),
    administrator: {
      ...personColumns(administrator, country, 'input.administrator'),
      passwordHash: await hashChosen(administrator.password, administrator, 'input.administrator.password'),
    },
  };
}

/** `Officina Però & Figli` → `officina-pero-figli` */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
  if (slug.length < 2) throw badField('input.slug', 'REQUIRED', 'The name gives no slug; choose one.');
  return slug;
}

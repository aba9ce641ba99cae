import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { Consent } from './consent.entity';
import { RecordConsentInput } from './consent.input';
import { consents } from './consent.loader';
import { recordConsent } from './record-consent';

@Resolver(() => Customer)
export class CustomerConsentsResolver {
  @Reads<Customer>('id')
  @FieldResolver(() => [Consent], {
    description:
      'What they said about being written to, the latest first; of each channel and purpose that one counts.',
  })
  consents(@Root() customer: Row<Customer>, @Ctx() context: Context): Promise<Consent[]> {
    return context.childrenOf(consents, 'customerId', customer.id, { by: ['occurredAt'], descending: true });
  }
}

@Resolver(() => Consent)
export class ConsentResolver {
  @Mutation(() => Consent, {
    description:
      'Writes down what a customer said about being written to. Without SERVICE on a channel nothing goes out on ' +
      'it but what they ask for at that moment; advertising wants MARKETING as well. A phone that was stopped by a ' +
      'word such as STOP is opened again by START alone.',
  })
  @Permission('customers:update')
  recordConsent(
    @Arg('input', { description: 'What they said.' }) input: RecordConsentInput,
    @Ctx() context: Context,
  ): Promise<Consent> {
    return recordConsent(context, input);
  }
}

import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Address, addressOf } from '../../../shared/address';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { BillingSettings } from './billing-settings.entity';
import { UpdateBillingSettingsInput } from './billing-settings.input';
import { settingsOf } from './billing-settings.loader';
import { updateBillingSettings } from './update-billing-settings';

@Resolver(() => BillingSettings)
export class BillingSettingsResolver {
  @Query(() => BillingSettings, {
    description: 'What documents say of the organisation, and by which terms it bills.',
  })
  @Permission('billingSettings:read')
  billingSettings(@Ctx() context: Context): Promise<BillingSettings> {
    return settingsOf(context);
  }

  @Mutation(() => BillingSettings, {
    description: 'Changes the billing settings. What was issued keeps what it says.',
  })
  @Permission('billingSettings:update')
  updateBillingSettings(
    @Arg('input', { description: 'What changes.' }) input: UpdateBillingSettingsInput,
    @Ctx() context: Context,
  ): Promise<BillingSettings> {
    return updateBillingSettings(context, input);
  }

  @Reads<BillingSettings>('street', 'city', 'region', 'postalCode', 'country')
  @FieldResolver(() => Address, {
    nullable: true,
    description: 'The seat; null where documents show the address of the service centre.',
  })
  address(@Root() settings: Row<BillingSettings>): Address | null {
    return addressOf(settings);
  }
}

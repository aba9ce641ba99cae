import { Length } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { sql } from '../../../shared/database/sql';
import { Money } from '../../../shared/money';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { barcodeKey } from './barcode';
import { discontinuePart, reinstatePart } from './discontinue-part';
import { PartFitment } from './fitment.entity';
import { listParts } from './list-parts';
import { PartConnection } from './part.connection';
import { Part } from './part.entity';
import { CreatePartInput, DiscontinuePartInput, PartFilter, PartOrder, UpdatePartInput } from './part.input';
import { partFitments, parts } from './part.loader';
import { createPart, updatePart } from './save-part';
import { UNIT_DECIMALS } from './unit';

const ID_OF_PART = { description: 'The part.' };

@ArgsType()
class BarcodeArgs {
  @Field({ description: 'What the scanner read.' })
  @Length(1, 80)
  barcode!: string;
}

@Resolver(() => Part)
export class PartResolver {
  @Query(() => Part, { nullable: true, description: 'One part; null when there is none.' })
  @Permission('parts:read')
  part(@Arg('id', () => ID, ID_OF_PART) id: string, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, id);
  }

  @Query(() => Part, {
    nullable: true,
    description:
      'The part with this barcode, whether it is still bought or not; null when there is none. For the scanner at the ' +
      'counter: leading noughts of article numbers do not matter.',
  })
  @Permission('parts:read')
  async partByBarcode(@Args() { barcode }: BarcodeArgs, @Ctx() context: Context): Promise<Part | null> {
    const [found] = await context.reader.rows(
      parts,
      sql`t.organisation_id = ${context.identity.organisationId} and t.barcode_key = ${barcodeKey(barcode)}`,
    );
    return found ?? null;
  }

  @Query(() => PartConnection, { description: 'The catalogue of parts.' })
  @Permission('parts:read')
  parts(
    @Arg('filter', () => PartFilter, { defaultValue: {}, description: 'Which of them.' }) filter: PartFilter,
    @Arg('orderBy', () => PartOrder, { defaultValue: PartOrder.NAME, description: 'In which order.' })
    orderBy: PartOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Part>> {
    return listParts(context, filter, orderBy, page);
  }

  @Mutation(() => Part, { description: 'Takes a part into the catalogue.' })
  @Permission('parts:create')
  createPart(
    @Arg('input', { description: 'What it is.' }) input: CreatePartInput,
    @Ctx() context: Context,
  ): Promise<Part> {
    return createPart(context, input);
  }

  @Mutation(() => Part, { description: 'Changes a part. What was sold or issued already stays as it was.' })
  @Permission('parts:update')
  updatePart(
    @Arg('id', () => ID, ID_OF_PART) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdatePartInput,
    @Ctx() context: Context,
  ): Promise<Part> {
    return updatePart(context, id, input);
  }

  @Mutation(() => Part, {
    description:
      'Says that a part is not bought any more. What is there is still used and sold, and it is never low. Again: ' +
      'nothing happens.',
  })
  @Permission('parts:discontinue')
  discontinuePart(
    @Arg('id', () => ID, ID_OF_PART) id: string,
    @Arg('input', () => DiscontinuePartInput, { defaultValue: {}, description: 'What takes its place.' })
    input: DiscontinuePartInput,
    @Ctx() context: Context,
  ): Promise<Part> {
    return discontinuePart(context, id, input);
  }

  @Mutation(() => Part, { description: 'Says that a part is bought again. Again: nothing happens.' })
  @Permission('parts:discontinue')
  reinstatePart(@Arg('id', () => ID, ID_OF_PART) id: string, @Ctx() context: Context): Promise<Part> {
    return reinstatePart(context, id);
  }

  @Reads<Part>('unit')
  @FieldResolver(() => Int, { description: 'How many decimals a quantity of it may have.' })
  unitDecimals(@Root() part: Row<Part>): number {
    return UNIT_DECIMALS[part.unit];
  }

  @Reads<Part>('priceMinor', 'priceCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What customers pay for one, with or without tax as `Organisation.pricesIncludeTax` says; null when not said.',
  })
  price(@Root() part: Row<Part>): Money | null {
    return Money.ofColumns(part.priceMinor, part.priceCurrency);
  }

  @Reads<Part>('coreDepositMinor', 'coreDepositCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Deposit on the old part that comes back; null when it is not an exchange part.',
  })
  coreDeposit(@Root() part: Row<Part>): Money | null {
    return Money.ofColumns(part.coreDepositMinor, part.coreDepositCurrency);
  }

  @Reads<Part>('replacedById')
  @FieldResolver(() => Part, {
    nullable: true,
    description: 'The part that takes its place; null when none does.',
  })
  async replacedBy(@Root() part: Row<Part>, @Ctx() context: Context): Promise<Part | null> {
    return part.replacedById ? context.load(parts, part.replacedById) : null;
  }

  @Reads<Part>('id')
  @FieldResolver(() => [PartFitment], { description: 'The vehicles that it is known to fit.' })
  fitments(@Root() part: Row<Part>, @Ctx() context: Context): Promise<PartFitment[]> {
    return context.childrenOf(partFitments, 'partId', part.id, { by: ['position'], descending: false });
  }
}

import { type ClassType, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Readable, Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { TaxCategory } from '../tax/tax-category';
import type { DocumentRecord } from './document.entity';
import type { DocumentLine } from './document-line.entity';
import { taxTotals } from './tax-totals';

@ObjectType({ description: 'What a document bears of one category and rate of tax.' })
export class TaxTotal {
  @Field(() => TaxCategory, { description: 'How it is treated in law.' })
  category!: TaxCategory;

  @Field(() => String, { description: 'Per cent of the net amount, as a decimal.' })
  percent!: string;

  @Field(() => String, { nullable: true, description: 'Why there is no tax; null where there is.' })
  reason!: string | null;

  @Field(() => Money, { description: 'What the tax is on.' })
  net!: Money;

  @Field(() => Money, { description: 'The tax.' })
  tax!: Money;
}

interface Parts<L extends DocumentLine> {
  line: ClassType<L>;
  lines: Readable<L>;
  parent: keyof L & string;
}

/** The fields that all kinds of documents have and that are not columns. */
export function documentFields<D extends DocumentRecord, L extends DocumentLine>(
  document: ClassType<D>,
  { line, lines, parent }: Parts<L>,
): ClassType {
  const linesFor = (context: Context, id: string): Promise<L[]> =>
    context.childrenOf(lines, parent, id, { by: ['position'], descending: false });

  @Resolver(() => document)
  class DocumentFields {
    @Reads<DocumentRecord>('id')
    @FieldResolver(() => [line], { description: 'What is charged, in the order it stands in.' })
    lines(@Root() { id }: Row<DocumentRecord>, @Ctx() context: Context): Promise<L[]> {
      return linesFor(context, id);
    }

    @Reads<DocumentRecord>('id')
    @FieldResolver(() => [TaxTotal], {
      description: 'Net and tax for each category and rate; they sum to the totals.',
    })
    async taxes(@Root() { id }: Row<DocumentRecord>, @Ctx() context: Context): Promise<TaxTotal[]> {
      return taxTotals(await linesFor(context, id)).map((group) => ({
        category: group.taxCategory,
        percent: group.taxPercent,
        reason: group.taxReason,
        net: new Money(group.netMinor, group.currency),
        tax: new Money(group.taxMinor, group.currency),
      }));
    }

    @Reads<DocumentRecord>('subtotalMinor', 'currency')
    @FieldResolver(() => Money, {
      description: 'Sum of the lines after their own discounts, with or without tax as the prices are.',
    })
    subtotal(@Root() { subtotalMinor, currency }: Row<DocumentRecord>): Money {
      return new Money(subtotalMinor, currency);
    }

    @Reads<DocumentRecord>('discountTotalMinor', 'currency')
    @FieldResolver(() => Money, { description: 'What is taken off the subtotal.' })
    discount(@Root() { discountTotalMinor, currency }: Row<DocumentRecord>): Money {
      return new Money(discountTotalMinor, currency);
    }

    @Reads<DocumentRecord>('netMinor', 'currency')
    @FieldResolver(() => Money, { description: 'Total without tax.' })
    net(@Root() { netMinor, currency }: Row<DocumentRecord>): Money {
      return new Money(netMinor, currency);
    }

    @Reads<DocumentRecord>('taxMinor', 'currency')
    @FieldResolver(() => Money, { description: 'All tax.' })
    tax(@Root() { taxMinor, currency }: Row<DocumentRecord>): Money {
      return new Money(taxMinor, currency);
    }

    @Reads<DocumentRecord>('totalMinor', 'currency')
    @FieldResolver(() => Money, { description: 'Total with tax.' })
    total(@Root() { totalMinor, currency }: Row<DocumentRecord>): Money {
      return new Money(totalMinor, currency);
    }

    @Reads<DocumentRecord>('customerId')
    @FieldResolver(() => CustomerStub, {
      nullable: true,
      description: 'The customer; null when not yours to see.',
    })
    @Permission('customers:read')
    customer(@Root() { customerId }: Row<DocumentRecord>): CustomerStub {
      return { id: customerId };
    }

    @Reads<DocumentRecord>('vehicleId')
    @FieldResolver(() => VehicleStub, {
      nullable: true,
      description: 'The vehicle it is about; null when it is about none, or when not yours to see.',
    })
    @Permission('vehicles:read')
    vehicle(@Root() { vehicleId }: Row<DocumentRecord>): VehicleStub | null {
      return vehicleId ? { id: vehicleId } : null;
    }

    @Reads<DocumentRecord>('serviceCentreId')
    @FieldResolver(() => ServiceCentreStub, {
      nullable: true,
      description: 'The service centre that bills; null when not yours to see.',
    })
    @Permission('serviceCentres:read')
    serviceCentre(@Root() { serviceCentreId }: Row<DocumentRecord>): ServiceCentreStub {
      return { id: serviceCentreId };
    }

    @Reads<DocumentRecord>('createdById')
    @FieldResolver(() => UserStub, {
      nullable: true,
      description: 'Who wrote it; null when the program did, or when not yours to see.',
    })
    @Permission('users:read')
    createdBy(@Root() { createdById }: Row<DocumentRecord>): UserStub | null {
      return createdById ? { id: createdById } : null;
    }
  }
  return DocumentFields;
}

/** The fields that lines of all kinds have and that are not columns. */
export function lineFields<L extends DocumentLine>(line: ClassType<L>): ClassType {
  @Resolver(() => line)
  class LineFields {
    @Reads<DocumentLine>('unitPriceMinor', 'currency')
    @FieldResolver(() => Money, {
      description: 'Price of one, with or without tax as the document’s prices are.',
    })
    unitPrice(@Root() { unitPriceMinor, currency }: Row<DocumentLine>): Money {
      return new Money(unitPriceMinor, currency);
    }

    @Reads<DocumentLine>('discountMinor', 'currency')
    @FieldResolver(() => Money, {
      nullable: true,
      description: 'Amount that is taken off the line; null where it is a percentage or nothing.',
    })
    discount(@Root() { discountMinor, currency }: Row<DocumentLine>): Money | null {
      return Money.ofColumns(discountMinor, currency);
    }

    @Reads<DocumentLine>('amountMinor', 'currency')
    @FieldResolver(() => Money, {
      description: 'Quantity times price less the line’s discount: sums to the subtotal.',
    })
    amount(@Root() { amountMinor, currency }: Row<DocumentLine>): Money {
      return new Money(amountMinor, currency);
    }

    @Reads<DocumentLine>('shareMinor', 'currency')
    @FieldResolver(() => Money, { description: 'The line’s share of the document’s discount.' })
    discountShare(@Root() { shareMinor, currency }: Row<DocumentLine>): Money {
      return new Money(shareMinor, currency);
    }

    @Reads<DocumentLine>('netMinor', 'currency')
    @FieldResolver(() => Money, { description: 'What is left, without tax: sums to the document’s net.' })
    net(@Root() { netMinor, currency }: Row<DocumentLine>): Money {
      return new Money(netMinor, currency);
    }

    @Reads<DocumentLine>('taxMinor', 'currency')
    @FieldResolver(() => Money, {
      description:
        'The line’s tax; where tax is rounded once a rate, its share of that: sums to the document’s tax.',
    })
    tax(@Root() { taxMinor, currency }: Row<DocumentLine>): Money {
      return new Money(taxMinor, currency);
    }

    @Reads<DocumentLine>('netMinor', 'taxMinor', 'currency')
    @FieldResolver(() => Money, { description: 'Net and tax.' })
    total(@Root() { netMinor, taxMinor, currency }: Row<DocumentLine>): Money {
      return new Money(netMinor + taxMinor, currency);
    }
  }
  return LineFields;
}

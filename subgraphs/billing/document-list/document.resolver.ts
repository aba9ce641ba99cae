import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Money } from '../../../shared/money';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CreditNote } from '../credit-notes/credit-note.entity';
import { creditNotes } from '../credit-notes/credit-note.loader';
import { Invoice } from '../invoices/invoice.entity';
import { invoices } from '../invoices/invoice.loader';
import { Receipt } from '../payments/receipts/receipt.entity';
import { receipts } from '../payments/receipts/receipt.loader';
import { Quotation } from '../quotes/quotation.entity';
import { quotations } from '../quotes/quotation.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { BillingDocument, BillingDocumentConnection, DocumentKind } from './billing-document.type';
import { BillingDocumentFilter } from './document.input';
import { documentsOf, listDocuments } from './list-documents';

@Resolver(() => BillingDocument)
export class BillingDocumentResolver {
  @Query(() => BillingDocumentConnection, {
    description:
      'Quotations, invoices, credit notes and receipts in one list, as far as they are yours to see, the newest first.',
  })
  @Permission('invoices:read')
  documents(
    @Arg('filter', () => BillingDocumentFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: BillingDocumentFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<BillingDocument>> {
    return listDocuments(context, filter, page);
  }

  @FieldResolver(() => Money, { description: 'Total with tax.' })
  total(@Root() { totalMinor, currency }: BillingDocument): Money {
    return new Money(totalMinor, currency);
  }

  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'The customer; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: BillingDocument): CustomerStub {
    return { id: customerId };
  }

  @FieldResolver(() => VehicleStub, {
    nullable: true,
    description: 'The vehicle it is about; null when it is about none, or when not yours to see.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() { vehicleId }: BillingDocument): VehicleStub | null {
    return vehicleId ? { id: vehicleId } : null;
  }

  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that bills; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: BillingDocument): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @FieldResolver(() => Quotation, {
    nullable: true,
    description: 'The quotation; null where it is another kind.',
  })
  @Permission('quotations:read')
  quotation(
    @Root() { kind, id }: BillingDocument,
    @Ctx() context: Context,
  ): Promise<Quotation | null> | null {
    return kind === DocumentKind.QUOTATION ? context.load(quotations, id) : null;
  }

  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'The invoice; null where it is another kind.',
  })
  invoice(@Root() { kind, id }: BillingDocument, @Ctx() context: Context): Promise<Invoice | null> | null {
    return kind === DocumentKind.INVOICE ? context.load(invoices, id) : null;
  }

  @FieldResolver(() => CreditNote, {
    nullable: true,
    description: 'The credit note; null where it is another kind.',
  })
  creditNote(
    @Root() { kind, id }: BillingDocument,
    @Ctx() context: Context,
  ): Promise<CreditNote | null> | null {
    return kind === DocumentKind.CREDIT_NOTE ? context.load(creditNotes, id) : null;
  }

  @FieldResolver(() => Receipt, {
    nullable: true,
    description: 'The receipt; null where it is another kind.',
  })
  @Permission('payments:read')
  receipt(@Root() { kind, id }: BillingDocument, @Ctx() context: Context): Promise<Receipt | null> | null {
    return kind === DocumentKind.RECEIPT ? context.load(receipts, id) : null;
  }
}

@Resolver(() => CustomerStub)
export class CustomerDocumentsResolver {
  @FieldResolver(() => BillingDocumentConnection, {
    nullable: true,
    description:
      'The customer’s quotations, invoices, credit notes and receipts that are yours to see, the newest first.',
  })
  @Permission('invoices:read')
  documents(
    @Root() { id }: Row<CustomerStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<BillingDocument>> {
    return documentsOf(context, 'customerId', id, page);
  }
}

@Resolver(() => VehicleStub)
export class VehicleDocumentsResolver {
  @FieldResolver(() => BillingDocumentConnection, {
    nullable: true,
    description:
      'The vehicle’s quotations, invoices, credit notes and receipts that are yours to see, the newest first. Its next owner sees ' +
      'nothing of the last one’s.',
  })
  @Permission('invoices:read')
  documents(
    @Root() { id }: Row<VehicleStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<BillingDocument>> {
    return documentsOf(context, 'vehicleId', id, page);
  }
}

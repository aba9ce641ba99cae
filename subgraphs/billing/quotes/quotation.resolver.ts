import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { documentFields, lineFields } from '../documents/document-fields';
import { CounterOrderStub } from '../stubs/counter-order.stub';
import { ServiceRequestStub } from '../stubs/service-request.stub';
import { UserStub } from '../stubs/user.stub';
import { isExpired } from './expiry';
import { listQuotations } from './list-quotations';
import { Quotation } from './quotation.entity';
import { ConversionKind } from './quotation.enums';
import { QuotationFilter, QuotationOrder } from './quotation.input';
import { quotationLines, quotations } from './quotation.loader';
import { QuotationConversion } from './quotation-conversion.type';
import { QuotationLine } from './quotation-line.entity';

const QuotationConnection = connectionOf(Quotation, 'Quotation');
const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

export const QuotationDocumentFields = documentFields(Quotation, {
  line: QuotationLine,
  lines: quotationLines,
  parent: 'quotationId',
});
export const QuotationLineFields = lineFields(QuotationLine);

@Resolver(() => Quotation)
export class QuotationResolver {
  @Query(() => Quotation, {
    nullable: true,
    description: 'One quotation; null when there is none that you may see.',
  })
  @Permission('quotations:read')
  quotation(
    @Arg('id', () => ID, { description: 'The quotation.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Quotation | null> {
    return context.load(quotations, id);
  }

  @Query(() => QuotationConnection, {
    description: 'The quotations that you may see: of your service centres, that name you, or sent to you.',
  })
  @Permission('quotations:read')
  quotations(
    @Arg('filter', () => QuotationFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: QuotationFilter,
    @Arg('orderBy', () => QuotationOrder, {
      defaultValue: QuotationOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: QuotationOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Quotation>> {
    return listQuotations(context, filter, orderBy, page);
  }

  @Reads<Quotation>('status', 'validUntil', 'timeZone')
  @FieldResolver(() => Boolean, { description: 'Whether its last day has passed and nobody decided on it.' })
  expired(@Root() quotation: Row<Quotation>, @Ctx() context: Context): boolean {
    return isExpired(quotation, context.kernel.clock.now());
  }

  @Reads<Quotation>('conversionKind', 'convertedToId', 'convertedAt')
  @FieldResolver(() => QuotationConversion, {
    nullable: true,
    description: 'What it became, once; null before.',
  })
  convertedTo(@Root() quotation: Row<Quotation>): QuotationConversion | null {
    const { conversionKind, convertedToId, convertedAt } = quotation;
    return convertedToId ? { kind: conversionKind!, convertedToId, convertedAt: convertedAt! } : null;
  }

  @Reads<Quotation>('technicianId')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'The technician who looks after it; null without one, or when not yours to see.',
  })
  @Permission('users:read')
  technician(@Root() { technicianId }: Row<Quotation>): UserStub | null {
    return userOf(technicianId);
  }

  @Reads<Quotation>('approvedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who approved it; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  approvedBy(@Root() { approvedById }: Row<Quotation>): UserStub | null {
    return userOf(approvedById);
  }

  @Reads<Quotation>('decidedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who accepted or rejected it, signed in; null before, by link, or when not yours to see.',
  })
  @Permission('users:read')
  decidedBy(@Root() { decidedById }: Row<Quotation>): UserStub | null {
    return userOf(decidedById);
  }
}

@Resolver(() => QuotationConversion)
export class QuotationConversionResolver {
  @FieldResolver(() => ServiceRequestStub, {
    nullable: true,
    description: 'The service request; null where it became something else, or when not yours to see.',
  })
  @Permission('serviceRequests:read')
  serviceRequest(@Root() { kind, convertedToId }: QuotationConversion): ServiceRequestStub | null {
    return kind === ConversionKind.SERVICE_REQUEST ? { id: convertedToId } : null;
  }

  @FieldResolver(() => CounterOrderStub, {
    nullable: true,
    description: 'The order over the counter; null where it became something else, or when not yours to see.',
  })
  @Permission('counterOrders:read')
  counterOrder(@Root() { kind, convertedToId }: QuotationConversion): CounterOrderStub | null {
    return kind === ConversionKind.COUNTER_ORDER ? { id: convertedToId } : null;
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import type { ListOrder } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CounterOrderStub } from '../stubs/counter-order.stub';
import { JobCardStub } from '../stubs/job-card.stub';
import { Invoice } from './invoice.entity';
import { invoicesInUse } from './invoice.loader';

const NEWEST: ListOrder<Invoice> = { by: ['createdAt'], descending: true };

@Resolver(() => JobCardStub)
export class JobCardInvoiceResolver {
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'The invoice for this job, or its draft; null without one, or when not yours to see.',
  })
  @Permission('invoices:read')
  async invoice(@Root() { id }: Row<JobCardStub>, @Ctx() context: Context): Promise<Invoice | null> {
    const [invoice] = await context.childrenOf(invoicesInUse, 'jobCardId', id, NEWEST);
    return invoice ?? null;
  }
}

@Resolver(() => CounterOrderStub)
export class CounterOrderInvoiceResolver {
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'The invoice for this order, or its draft; null without one, or when not yours to see.',
  })
  @Permission('invoices:read')
  async invoice(@Root() { id }: Row<CounterOrderStub>, @Ctx() context: Context): Promise<Invoice | null> {
    const [invoice] = await context.childrenOf(invoicesInUse, 'counterOrderId', id, NEWEST);
    return invoice ?? null;
  }
}

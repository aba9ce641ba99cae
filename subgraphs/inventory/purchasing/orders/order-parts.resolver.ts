import { Decimal } from 'decimal.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Money } from '../../../../shared/money';
import { Context } from '../../../../shared/subgraph/context';
import { Part } from '../../catalogue/part.entity';
import { parts } from '../../catalogue/part.loader';
import { UserStub } from '../../stubs/user.stub';
import { GoodsReceipt } from './goods-receipt.entity';
import { GoodsReceiptLine } from './goods-receipt-line.entity';
import { goodsReceiptLines } from './purchase-order.loader';
import { PurchaseOrderLine } from './purchase-order-line.entity';

const PART = { nullable: true, description: 'The part; null when not yours to see.' } as const;

@Resolver(() => PurchaseOrderLine)
export class PurchaseOrderLineResolver {
  @FieldResolver(() => Part, PART)
  @Permission('parts:read')
  part(@Root() line: Row<PurchaseOrderLine>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, line.partId);
  }

  @FieldResolver(() => String, { description: 'How much of it has not been received.' })
  outstandingQuantity(@Root() { quantity, receivedQuantity }: Row<PurchaseOrderLine>): string {
    return new Decimal(quantity).minus(receivedQuantity).toFixed();
  }

  @FieldResolver(() => Money, { description: 'The price of one.' })
  unitPrice(@Root() line: Row<PurchaseOrderLine>): Money {
    return new Money(line.unitPriceMinor, line.currency);
  }

  @FieldResolver(() => Money, { description: 'What the line costs, rounded by itself.' })
  total(@Root() line: Row<PurchaseOrderLine>): Money {
    return new Money(line.totalMinor, line.currency);
  }
}

@Resolver(() => GoodsReceipt)
export class GoodsReceiptResolver {
  @FieldResolver(() => [GoodsReceiptLine], { description: 'What came.' })
  lines(@Root() receipt: Row<GoodsReceipt>, @Ctx() context: Context): Promise<GoodsReceiptLine[]> {
    return context.childrenOf(goodsReceiptLines, 'goodsReceiptId', receipt.id, {
      by: ['createdAt'],
      descending: false,
    });
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who received it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  receivedBy(@Root() receipt: Row<GoodsReceipt>): UserStub | null {
    return receipt.receivedById ? { id: receipt.receivedById } : null;
  }
}

@Resolver(() => GoodsReceiptLine)
export class GoodsReceiptLineResolver {
  @FieldResolver(() => Part, PART)
  @Permission('parts:read')
  part(@Root() line: Row<GoodsReceiptLine>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, line.partId);
  }

  @FieldResolver(() => Money, { description: 'The price of one, as it was invoiced.' })
  unitPrice(@Root() line: Row<GoodsReceiptLine>): Money {
    return new Money(line.unitPriceMinor, line.currency);
  }

  @FieldResolver(() => Money, { description: 'What so much of it cost, rounded by itself.' })
  total(@Root() line: Row<GoodsReceiptLine>): Money {
    return new Money(line.totalMinor, line.currency);
  }
}

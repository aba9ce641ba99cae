import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { DocumentLine } from '../documents/document-line.entity';

@ObjectType({ description: 'A line of a credit note. Its amounts are above zero: they are taken off.' })
@Permission('invoices:read')
@Entity({ schema: 'billing', name: 'credit_note_line' })
export class CreditNoteLine extends DocumentLine {
  @Column('uuid')
  creditNoteId!: string;

  @Field(() => ID, { description: 'The line of the invoice that it takes back.' })
  @Column('uuid')
  invoiceLineId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How many of that line it takes back; null where it takes back an amount.',
  })
  @Column('numeric', { precision: 15, scale: 7, nullable: true, transformer: decimalText })
  creditedQuantity!: string | null;
}

import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { DocumentLine } from '../documents/document-line.entity';

@ObjectType({ description: 'A line of an invoice.' })
@Permission('invoices:read')
@Entity({ schema: 'billing', name: 'invoice_line' })
export class InvoiceLine extends DocumentLine {
  @Column('uuid')
  invoiceId!: string;
}

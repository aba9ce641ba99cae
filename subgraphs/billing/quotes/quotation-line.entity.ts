import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { DocumentLine } from '../documents/document-line.entity';

@ObjectType({ description: 'A line of a quotation.' })
@Permission('quotations:read')
@Entity({ schema: 'billing', name: 'quotation_line' })
export class QuotationLine extends DocumentLine {
  @Column('uuid')
  quotationId!: string;
}

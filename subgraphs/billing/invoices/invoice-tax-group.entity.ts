import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { TaxCategory } from '../tax/tax-category';

/** What an issued invoice bears of one category and rate, and how much of that credit notes have taken off. */
@Entity({ schema: 'billing', name: 'invoice_tax_group' })
export class InvoiceTaxGroup extends TenantRecord {
  @Column('uuid')
  invoiceId!: string;

  @Column('text')
  taxCategory!: TaxCategory;

  @Column('numeric', { precision: 7, scale: 4, transformer: decimalText })
  taxPercent!: string;

  @Column('bigint')
  netMinor!: number;

  @Column('bigint')
  taxMinor!: number;

  @Column('bigint')
  creditedNetMinor!: number;

  @Column('bigint')
  creditedTaxMinor!: number;
}

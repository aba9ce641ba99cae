import { connectionOf } from '../../../shared/paging';
import { Invoice } from './invoice.entity';

export const InvoiceConnection = connectionOf(Invoice, 'Invoice');

import type { Reference } from '../../../../shared/subgraph/app';
import { appointments } from './appointment.loader';

export const appointmentReference: Reference = { type: 'Appointment', read: appointments };

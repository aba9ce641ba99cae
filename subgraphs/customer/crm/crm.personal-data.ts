import { sql } from '../../../shared/database/sql';
import { type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { contacts, customers } from './customer.loader';
import { leads } from './lead.loader';

const NAME = 'Erased';

/** Who asked before they were a customer, by the record or by the same address. */
const leadsPersonalData = personalRecords({
  section: 'leads',
  table: 'customer.lead',
  type: leads,
  of: (customerId) => sql`(t.customer_id = ${customerId} or exists (select from customer.customer c
    where c.organisation_id = t.organisation_id and c.id = ${customerId}
      and (c.email = t.email or (c.phone = t.phone and lower(c.last_name) = lower(t.last_name)))))`,
  erased: () => ({
    firstName: NAME,
    lastName: '',
    company: null,
    phone: null,
    email: null,
    description: null,
    notes: null,
    lostReason: null,
  }),
  keptBecause: 'Figures about leads count them; nothing in them tells who it was.',
});

const contactsPersonalData = personalRecords({
  section: 'contacts',
  table: 'customer.contact',
  type: contacts,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: 'delete',
});

/** The record stays under its number: jobs and documents refer to it. */
const customerPersonalData = personalRecords({
  section: 'customer',
  table: 'customer.customer',
  type: customers,
  of: (customerId) => sql`t.id = ${customerId}`,
  omit: ['nameKey'],
  erased: ({ now }) => ({
    firstName: NAME,
    lastName: '',
    company: null,
    phone: null,
    email: null,
    street: null,
    city: null,
    region: null,
    postalCode: null,
    country: null,
    dateOfBirth: null,
    language: null,
    notes: null,
    taxNumber: null,
    possibleDuplicate: false,
    archivedAt: now,
    erasedAt: now,
  }),
  keptBecause: 'Jobs and documents refer to the customer’s number; nothing else of them is left.',
});

export const crmPersonalData: PersonalData = together(
  leadsPersonalData,
  contactsPersonalData,
  customerPersonalData,
);

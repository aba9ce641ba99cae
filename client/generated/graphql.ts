import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: string; output: string; }
  LocalDate: { input: string; output: string; }
  SafeInt: { input: number; output: number; }
};

export type AccessLogFilter = {
  actorId?: InputMaybe<Scalars['ID']['input']>;
  entityId?: InputMaybe<Scalars['ID']['input']>;
  entityType?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ActorKind =
  | 'ANONYMOUS'
  | 'CLIENT'
  | 'LINK'
  | 'SYSTEM'
  | 'USER';

export type AddClosureInput = {
  bayId?: InputMaybe<Scalars['ID']['input']>;
  fromDate: Scalars['LocalDate']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  toDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type AddContactInput = {
  email?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  relation?: InputMaybe<Scalars['String']['input']>;
};

export type AddJobServiceInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  labourHours?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  pricing?: LabourPricing;
  quantity?: Scalars['String']['input'];
  serviceItemId?: InputMaybe<Scalars['ID']['input']>;
  taxCategory?: InputMaybe<Scalars['String']['input']>;
  unitPrice?: InputMaybe<MoneyInput>;
};

export type AddVehicleImageInput = {
  caption?: InputMaybe<Scalars['String']['input']>;
  fileId: Scalars['ID']['input'];
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
  vehicleId: Scalars['ID']['input'];
};

export type AdditionalServiceStatus =
  | 'APPROVED'
  | 'DECLINED'
  | 'PROPOSED'
  | 'WITHDRAWN';

export type AddressInput = {
  city?: InputMaybe<Scalars['String']['input']>;
  country?: InputMaybe<Scalars['String']['input']>;
  postalCode?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
  street?: InputMaybe<Scalars['String']['input']>;
};

export type AdjustStockInput = {
  cutReservations?: Scalars['Boolean']['input'];
  idempotencyKey: Scalars['String']['input'];
  locationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
  reason: AdjustmentReason;
  unitCost?: InputMaybe<MoneyInput>;
};

export type AdjustmentReason =
  | 'CORRECTION'
  | 'DAMAGED'
  | 'EXPIRED'
  | 'FOUND'
  | 'LOST'
  | 'OPENING_STOCK'
  | 'OTHER'
  | 'OWN_USE';

export type ApplyDepositInput = {
  amount?: InputMaybe<MoneyInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  invoiceId: Scalars['ID']['input'];
};

export type AppointmentAction =
  | 'BOOKED'
  | 'CANCELLED'
  | 'CHECKED_IN'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'HELD'
  | 'LAPSED'
  | 'MOVED'
  | 'NO_SHOW'
  | 'UPDATED';

export type AppointmentFilter = {
  bayId?: InputMaybe<Scalars['ID']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<AppointmentStatus>>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type AppointmentOrder =
  | 'EARLIEST'
  | 'LATEST';

export type AppointmentStatus =
  | 'BOOKED'
  | 'CANCELLED'
  | 'CHECKED_IN'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'HELD'
  | 'NO_SHOW';

export type AppointmentUpdateFilter = {
  appointmentId?: InputMaybe<Scalars['ID']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  types?: InputMaybe<Array<AppointmentUpdateType>>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type AppointmentUpdateType =
  | 'BOOKED'
  | 'CANCELLED'
  | 'CHANGED'
  | 'CHECKED_IN'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'HELD'
  | 'LAPSED'
  | 'MISSED'
  | 'MOVED';

export type ApprovalDecision =
  | 'APPROVE'
  | 'DECLINE';

export type ApprovalMeans =
  | 'ACCOUNT'
  | 'EMAIL'
  | 'IN_PERSON'
  | 'LINK'
  | 'MESSAGE'
  | 'OTHER'
  | 'PHONE';

export type AssignHomeServiceInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  override?: InputMaybe<OverrideInput>;
  technicianId: Scalars['ID']['input'];
};

export type AuditLogFilter = {
  action?: InputMaybe<Scalars['String']['input']>;
  actorId?: InputMaybe<Scalars['ID']['input']>;
  entityId?: InputMaybe<Scalars['ID']['input']>;
  entityType?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type AvailabilityInput = {
  bayKind?: InputMaybe<BayKind>;
  from: Scalars['LocalDate']['input'];
  homeService?: Scalars['Boolean']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  serviceCentreId: Scalars['ID']['input'];
  serviceItemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['LocalDate']['input'];
  travelMinutes?: InputMaybe<Scalars['Int']['input']>;
};

export type BayKind =
  | 'ALIGNMENT'
  | 'BODYWORK'
  | 'ELECTRIC'
  | 'GENERAL'
  | 'LIFT'
  | 'MOT'
  | 'PAINT'
  | 'TYRES'
  | 'WASH';

export type BillingDocumentFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  kind?: InputMaybe<Array<BillingDocumentKind>>;
  number?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type BillingDocumentKind =
  | 'CREDIT_NOTE'
  | 'INVOICE'
  | 'QUOTATION'
  | 'RECEIPT';

export type BookAppointmentInput = {
  bayId?: InputMaybe<Scalars['ID']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  holdId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  minutes?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  override?: InputMaybe<OverrideInput>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  serviceItemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type BookingRulesInput = {
  holdMinutes?: InputMaybe<Scalars['Int']['input']>;
  minimumNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  reminderMinutes?: InputMaybe<Scalars['Int']['input']>;
  slotMinutes?: InputMaybe<Scalars['Int']['input']>;
};

export type CancelJobPartsInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  lines: Array<JobPartQuantityInput>;
};

export type ChangePasswordInput = {
  currentPassword: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};

export type ComplaintCategory =
  | 'BEHAVIOUR'
  | 'BILLING'
  | 'DELAY'
  | 'OTHER'
  | 'PARTS'
  | 'SERVICE_QUALITY';

export type ComplaintFilter = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  category?: InputMaybe<ComplaintCategory>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  priority?: InputMaybe<ComplaintPriority>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<ComplaintStatus>>;
};

export type ComplaintOrder =
  | 'DUE'
  | 'NEWEST'
  | 'OLDEST';

export type ComplaintPriority =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM'
  | 'URGENT';

export type ComplaintStatus =
  | 'ASSIGNED'
  | 'CLOSED'
  | 'ESCALATED'
  | 'INVESTIGATING'
  | 'NEW'
  | 'PROPOSED'
  | 'RESOLVED';

export type CompleteReminderInput = {
  completedOn?: InputMaybe<Scalars['LocalDate']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  mileage?: InputMaybe<DistanceInput>;
};

export type ConfigureJobStagesInput = {
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  stages: Array<JobStageInput>;
};

export type ConsentPurpose =
  | 'MARKETING'
  | 'SERVICE';

export type ConsentSource =
  | 'FORM'
  | 'IMPORT'
  | 'IN_PERSON'
  | 'PHONE'
  | 'PORTAL'
  | 'REPLY';

export type ConvertLeadInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

export type CoreReturnFilter = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  supplierId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  way?: InputMaybe<CoreReturnWay>;
};

export type CoreReturnOrder =
  | 'NEWEST'
  | 'OLDEST';

export type CoreReturnWay =
  | 'FROM_CUSTOMER'
  | 'TO_SUPPLIER';

export type CorrectTimeEntryInput = {
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  reason: Scalars['String']['input'];
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type CounterOrderFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<CounterOrderStatus>>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type CounterOrderLineInput = {
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
  taxCategory?: InputMaybe<Scalars['String']['input']>;
  unitPrice?: InputMaybe<MoneyInput>;
};

export type CounterOrderOrder =
  | 'NEWEST'
  | 'OLDEST';

export type CounterOrderStatus =
  | 'CANCELLED'
  | 'DELIVERED'
  | 'PENDING'
  | 'PROCESSING'
  | 'READY';

export type CreateApiClientInput = {
  allowedAddresses?: InputMaybe<Array<Scalars['String']['input']>>;
  description?: InputMaybe<Scalars['String']['input']>;
  expiresAt: Scalars['DateTime']['input'];
  name: Scalars['String']['input'];
  scopes: Array<Scalars['String']['input']>;
  serviceCentreIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type CreateBayInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind?: BayKind;
  name: Scalars['String']['input'];
  position?: InputMaybe<Scalars['Int']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateComplaintInput = {
  category: ComplaintCategory;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  description: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  priority?: InputMaybe<ComplaintPriority>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateCounterOrderInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lines: Array<CounterOrderLineInput>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateCustomerInput = {
  address?: InputMaybe<AddressInput>;
  company?: InputMaybe<Scalars['String']['input']>;
  dateOfBirth?: InputMaybe<Scalars['LocalDate']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  taxNumber?: InputMaybe<Scalars['String']['input']>;
};

export type CreateHomeServiceInput = {
  address?: InputMaybe<AddressInput>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  directions?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  minutes?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  override?: InputMaybe<OverrideInput>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  serviceItemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  serviceRequestId?: InputMaybe<Scalars['ID']['input']>;
  startsAt: Scalars['DateTime']['input'];
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  travelMinutes?: InputMaybe<Scalars['Int']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateInspectionTemplateInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  sections: Array<InspectionTemplateSectionInput>;
};

export type CreateInvoiceInput = {
  customerId: Scalars['ID']['input'];
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lines?: Array<DocumentLineInput>;
  notes?: InputMaybe<Scalars['String']['input']>;
  paymentTermsDays?: InputMaybe<Scalars['Int']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateJobCardInput = {
  complaint: Scalars['String']['input'];
  customerId?: InputMaybe<Scalars['ID']['input']>;
  estimatedCost?: InputMaybe<MoneyInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  priority?: JobPriority;
  promisedAt?: InputMaybe<Scalars['DateTime']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  vehicleId: Scalars['ID']['input'];
};

export type CreateLeadInput = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  company?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  estimatedValue?: InputMaybe<MoneyInput>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  followUpOn?: InputMaybe<Scalars['LocalDate']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  interest: LeadInterest;
  lastName?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  source: LeadSource;
};

export type CreateOrganisationInput = {
  administrator: FirstAdministratorInput;
  country: Scalars['String']['input'];
  currency: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  locale: Scalars['String']['input'];
  name: Scalars['String']['input'];
  serviceCentre?: InputMaybe<FirstServiceCentreInput>;
  slug?: InputMaybe<Scalars['String']['input']>;
  timeZone: Scalars['String']['input'];
};

export type CreatePartInput = {
  barcode?: InputMaybe<Scalars['String']['input']>;
  brand?: InputMaybe<Scalars['String']['input']>;
  category?: PartCategory;
  coreDeposit?: InputMaybe<MoneyInput>;
  description?: InputMaybe<Scalars['String']['input']>;
  fitments?: InputMaybe<Array<PartFitmentInput>>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  price?: InputMaybe<MoneyInput>;
  reorderPoint?: InputMaybe<Scalars['String']['input']>;
  reorderQuantity?: InputMaybe<Scalars['String']['input']>;
  sku: Scalars['String']['input'];
  taxCategory?: InputMaybe<Scalars['String']['input']>;
  unit?: PartUnit;
};

export type CreatePaymentLinkInput = {
  amount?: InputMaybe<MoneyInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  invoiceIds: Array<Scalars['ID']['input']>;
  page?: PaymentPage;
};

export type CreatePurchaseOrderInput = {
  expectedOn?: InputMaybe<Scalars['LocalDate']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lines: Array<PurchaseOrderLineInput>;
  locationId: Scalars['ID']['input'];
  notes?: InputMaybe<Scalars['String']['input']>;
  supplierId: Scalars['ID']['input'];
};

export type CreatePurchaseRequestInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  locationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
};

export type CreateQuotationInput = {
  customerId: Scalars['ID']['input'];
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  leadId?: InputMaybe<Scalars['ID']['input']>;
  lines?: Array<DocumentLineInput>;
  notes?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  validUntil?: InputMaybe<Scalars['LocalDate']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateReminderInput = {
  dueMileage?: InputMaybe<DistanceInput>;
  dueOn?: InputMaybe<Scalars['LocalDate']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: ReminderKind;
  note?: InputMaybe<Scalars['String']['input']>;
  noticeDays?: Scalars['Int']['input'];
  repeatMileage?: InputMaybe<DistanceInput>;
  repeatMonths?: InputMaybe<Scalars['Int']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
  vehicleId: Scalars['ID']['input'];
};

export type CreateRoleInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  permissions: Array<GrantedPermissionInput>;
};

export type CreateServiceCentreInput = {
  address?: InputMaybe<AddressInput>;
  code: Scalars['String']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  managerId?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type CreateServiceItemInput = {
  code: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  labourMinutes: Scalars['Int']['input'];
  name: Scalars['String']['input'];
  price?: InputMaybe<MoneyInput>;
  serviceCentreIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  taxCategory?: InputMaybe<Scalars['String']['input']>;
};

export type CreateServiceRequestInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  description: Scalars['String']['input'];
  estimatedCost?: InputMaybe<MoneyInput>;
  homeAddress?: InputMaybe<AddressInput>;
  homeService?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  preferredDate?: InputMaybe<Scalars['LocalDate']['input']>;
  preferredTime?: InputMaybe<Scalars['String']['input']>;
  priority?: JobPriority;
  service?: RequestedService;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  type?: ServiceRequestType;
  vehicleId: Scalars['ID']['input'];
};

export type CreateStockLocationInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: StockLocationKind;
  name: Scalars['String']['input'];
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateSupplierInput = {
  accountNumber?: InputMaybe<Scalars['String']['input']>;
  address?: InputMaybe<AddressInput>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  currency: Scalars['String']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  leadTimeDays?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  notes?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type CreateTaxRateInput = {
  category: TaxCategory;
  country?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  percent?: Scalars['String']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  replacesId?: InputMaybe<Scalars['ID']['input']>;
  validFrom: Scalars['LocalDate']['input'];
  validTo?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type CreateUploadInput = {
  contentType: Scalars['String']['input'];
  fileName: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  size: Scalars['Int']['input'];
};

export type CreateUserInput = {
  allCentres?: Scalars['Boolean']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  firstName: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lastName?: Scalars['String']['input'];
  locale?: InputMaybe<Scalars['String']['input']>;
  password?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  roleId: Scalars['ID']['input'];
  serviceCentreIds?: Array<Scalars['ID']['input']>;
};

export type CreateVehicleInput = {
  colour?: InputMaybe<Scalars['String']['input']>;
  engineNumber?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  make: Scalars['String']['input'];
  model: Scalars['String']['input'];
  notes?: InputMaybe<Scalars['String']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  plate?: InputMaybe<PlateInput>;
  registeredOn?: InputMaybe<Scalars['LocalDate']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  vin?: InputMaybe<Scalars['String']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
};

export type CreateWebhookEndpointInput = {
  clientId: Scalars['ID']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  documentId?: InputMaybe<Scalars['String']['input']>;
  events: Array<WebhookEvent>;
  url: Scalars['String']['input'];
};

export type CreditInvoiceInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lines?: InputMaybe<Array<CreditLineInput>>;
  reason: Scalars['String']['input'];
};

export type CreditLineInput = {
  amount?: InputMaybe<MoneyInput>;
  invoiceLineId: Scalars['ID']['input'];
  quantity?: InputMaybe<Scalars['String']['input']>;
};

export type CreditNoteFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  invoiceId?: InputMaybe<Scalars['ID']['input']>;
  issuedFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  issuedTo?: InputMaybe<Scalars['LocalDate']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type CustomerFilter = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type CustomerOrder =
  | 'NAME'
  | 'NEWEST'
  | 'OLDEST';

export type DashboardKind =
  | 'ORGANISATION'
  | 'SERVICE_CENTRE'
  | 'TECHNICIAN';

export type DashboardPeriod =
  | 'DAY'
  | 'MONTH'
  | 'WEEK'
  | 'YEAR';

export type DashboardWidgetInput = {
  columns?: Scalars['Int']['input'];
  config?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  type: WidgetType;
};

export type DataExportStatus =
  | 'COLLECTING'
  | 'EXPIRED'
  | 'READY';

export type DaySpanInput = {
  from: Scalars['String']['input'];
  until: Scalars['String']['input'];
};

export type DecideAdditionalServiceInput = {
  amount: MoneyInput;
  decidedAt?: InputMaybe<Scalars['DateTime']['input']>;
  decidedByName?: InputMaybe<Scalars['String']['input']>;
  decision: ApprovalDecision;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  means?: InputMaybe<ApprovalMeans>;
  note?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};

export type DecideWarrantyClaimInput = {
  aboveCost?: Scalars['Boolean']['input'];
  credit?: InputMaybe<MoneyInput>;
  decision: WarrantyDecision;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  replacement?: InputMaybe<WarrantyReplacementInput>;
  supplierId?: InputMaybe<Scalars['ID']['input']>;
};

export type DiscontinuePartInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  replacedById?: InputMaybe<Scalars['ID']['input']>;
};

export type DistanceInput = {
  unit: DistanceUnit;
  value: Scalars['Int']['input'];
};

export type DistanceUnit =
  | 'KM'
  | 'MI';

export type DocumentLineInput = {
  code?: InputMaybe<Scalars['String']['input']>;
  description: Scalars['String']['input'];
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  quantity: Scalars['String']['input'];
  serviceItemId?: InputMaybe<Scalars['ID']['input']>;
  taxCategory?: InputMaybe<TaxCategory>;
  taxRateId?: InputMaybe<Scalars['ID']['input']>;
  type: DocumentLineType;
  unitPrice: MoneyInput;
};

export type DocumentLineType =
  | 'LABOUR'
  | 'OTHER'
  | 'PART'
  | 'SERVICE';

export type DueReminderFilter = {
  kinds?: InputMaybe<Array<ReminderKind>>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  withinDays?: InputMaybe<Scalars['Int']['input']>;
};

export type ErasureStatus =
  | 'COMPLETED'
  | 'RUNNING';

export type ExportFormat =
  | 'CSV'
  | 'PDF'
  | 'XLSX'
  | 'ZIP';

export type ExportJobUpdateFilter = {
  exportJobId?: InputMaybe<Scalars['ID']['input']>;
  types?: InputMaybe<Array<ExportJobUpdateType>>;
};

export type ExportJobUpdateType =
  | 'COMPLETED'
  | 'FAILED'
  | 'PROGRESSED'
  | 'STARTED';

export type ExportList =
  | 'ACCESS_LOG'
  | 'AUDIT_LOG'
  | 'CUSTOMERS'
  | 'INVOICES'
  | 'JOBS'
  | 'PAYMENTS'
  | 'STOCK_MOVEMENTS';

export type ExportReportInput = {
  definition?: InputMaybe<ReportDefinitionInput>;
  format: ExportFormat;
  from: Scalars['LocalDate']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  list?: InputMaybe<ExportList>;
  report?: InputMaybe<FixedReport>;
  savedReportId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['LocalDate']['input'];
};

export type ExportStatus =
  | 'DONE'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

export type FeedbackFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  feedbackType?: InputMaybe<FeedbackType>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  ratingAtMost?: InputMaybe<Scalars['Int']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<FeedbackStatus>>;
};

export type FeedbackOrder =
  | 'LOWEST'
  | 'NEWEST';

export type FeedbackStatus =
  | 'ACKNOWLEDGED'
  | 'PENDING'
  | 'RESOLVED';

export type FeedbackType =
  | 'OVERALL'
  | 'PRODUCT'
  | 'SERVICE';

export type FileState =
  | 'PENDING'
  | 'READY'
  | 'REJECTED';

export type FindCustomerInput = {
  email?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type FindVehicleInput = {
  plate?: InputMaybe<PlateInput>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  vin?: InputMaybe<Scalars['String']['input']>;
};

export type FirstAdministratorInput = {
  email: Scalars['String']['input'];
  firstName: Scalars['String']['input'];
  lastName?: Scalars['String']['input'];
  password: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type FirstServiceCentreInput = {
  address?: InputMaybe<AddressInput>;
  code?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type FittingVehicleInput = {
  make: Scalars['String']['input'];
  model?: InputMaybe<Scalars['String']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
};

export type FixedReport =
  | 'COUNTER_ORDERS'
  | 'CUSTOMER_LIFETIME_VALUE'
  | 'CUSTOMER_SATISFACTION'
  | 'LEAD_SOURCES'
  | 'LOW_STOCK'
  | 'OUTSTANDING_PAYMENTS'
  | 'PAYMENT_METHODS'
  | 'PROFIT_MARGIN'
  | 'PURCHASE_ORDERS'
  | 'QUOTATION_CONVERSION'
  | 'REVENUE_BY_SERVICE_CENTRE'
  | 'REVENUE_BY_SERVICE_TYPE'
  | 'SALES_SUMMARY'
  | 'SERVICE_COMPLETION'
  | 'SERVICE_DURATION'
  | 'SERVICE_TYPES'
  | 'STOCK_MOVEMENTS'
  | 'STOCK_STATUS'
  | 'SUPPLIER_PERFORMANCE'
  | 'TECHNICIAN_PERFORMANCE';

export type GrantedPermissionInput = {
  permission: Scalars['String']['input'];
  reach: PermissionReach;
};

export type HealthStatus =
  | 'DEGRADED'
  | 'DOWN'
  | 'NOT_USED'
  | 'OK';

export type HoldSlotInput = {
  bayId?: InputMaybe<Scalars['ID']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  minutes?: InputMaybe<Scalars['Int']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  serviceItemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  startsAt: Scalars['DateTime']['input'];
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type HomeServiceAction =
  | 'ARRIVED'
  | 'ASSIGNED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'EN_ROUTE'
  | 'MOVED'
  | 'SCHEDULED'
  | 'STARTED'
  | 'UPDATED';

export type HomeServiceFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<HomeServiceStatus>>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type HomeServiceLocationInput = {
  expectedArrivalAt?: InputMaybe<Scalars['DateTime']['input']>;
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
};

export type HomeServiceOrder =
  | 'EARLIEST'
  | 'LATEST';

export type HomeServiceStatus =
  | 'ARRIVED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'EN_ROUTE'
  | 'IN_PROGRESS'
  | 'SCHEDULED';

export type HomeServiceUpdateFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  homeServiceId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  types?: InputMaybe<Array<HomeServiceUpdateType>>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type HomeServiceUpdateType =
  | 'ARRIVED'
  | 'ASSIGNED'
  | 'CANCELLED'
  | 'CHANGED'
  | 'COMPLETED'
  | 'EN_ROUTE'
  | 'LOCATED'
  | 'SCHEDULED'
  | 'STARTED';

export type InspectedOdometerInput = {
  kind?: OdometerReadingKind;
  unit: DistanceUnit;
  value: Scalars['Int']['input'];
};

export type InspectionFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<InspectionStatus>>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type InspectionItemKind =
  | 'CONDITION'
  | 'MEASURE'
  | 'TEXT'
  | 'YES_NO';

export type InspectionOrder =
  | 'NEWEST'
  | 'OLDEST';

export type InspectionRating =
  | 'ATTENTION'
  | 'NOT_APPLICABLE'
  | 'OK'
  | 'URGENT';

export type InspectionStatus =
  | 'CANCELLED'
  | 'IN_PROGRESS'
  | 'PUBLISHED';

export type InspectionTemplateItemInput = {
  attentionAbove?: InputMaybe<Scalars['String']['input']>;
  attentionBelow?: InputMaybe<Scalars['String']['input']>;
  expected?: InputMaybe<Scalars['Boolean']['input']>;
  key: Scalars['String']['input'];
  kind?: InspectionItemKind;
  maximum?: InputMaybe<Scalars['String']['input']>;
  minimum?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  required?: Scalars['Boolean']['input'];
  unit?: InputMaybe<Scalars['String']['input']>;
  urgentAbove?: InputMaybe<Scalars['String']['input']>;
  urgentBelow?: InputMaybe<Scalars['String']['input']>;
};

export type InspectionTemplateSectionInput = {
  items: Array<InspectionTemplateItemInput>;
  name: Scalars['String']['input'];
};

export type InvoiceFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  issuedFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  issuedTo?: InputMaybe<Scalars['LocalDate']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  paymentStatus?: InputMaybe<Array<PaymentStatus>>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<InvoiceStatus>>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type InvoiceOrder =
  | 'DUE'
  | 'NEWEST'
  | 'OLDEST';

export type InvoiceShareInput = {
  amount?: InputMaybe<MoneyInput>;
  invoiceId: Scalars['ID']['input'];
};

export type InvoiceStatus =
  | 'CANCELLED'
  | 'DRAFT'
  | 'ISSUED';

export type IssueJobPartsInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  lines: Array<JobPartIssueInput>;
};

export type JobCardFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  promisedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  promisedTo?: InputMaybe<Scalars['DateTime']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  stageId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<JobCardStatus>>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type JobCardOrder =
  | 'NEWEST'
  | 'OLDEST'
  | 'PROMISED';

export type JobCardStatus =
  | 'ASSIGNED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'CREATED'
  | 'DELIVERED'
  | 'INSPECTED'
  | 'IN_PROGRESS'
  | 'PAUSED'
  | 'WAITING_APPROVAL'
  | 'WAITING_PARTS';

export type JobCardUpdateFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  types?: InputMaybe<Array<JobCardUpdateType>>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type JobCardUpdateType =
  | 'ANNOUNCED'
  | 'ASSIGNED'
  | 'CANCELLED'
  | 'CHANGED'
  | 'CLOCKED'
  | 'COMPLETED'
  | 'CREATED'
  | 'DELIVERED'
  | 'INSPECTED'
  | 'PHOTOGRAPHED'
  | 'RESUMED'
  | 'SERVICES_CHANGED'
  | 'STAGE_CHANGED'
  | 'STARTED'
  | 'WAITING'
  | 'WORK_DECIDED'
  | 'WORK_PROPOSED';

export type JobCardWait =
  | 'APPROVAL'
  | 'OTHER'
  | 'PARTS';

export type JobDuration =
  | 'LONGER'
  | 'UP_TO_1_DAY'
  | 'UP_TO_1_WEEK'
  | 'UP_TO_3_DAYS'
  | 'UP_TO_4_HOURS';

export type JobPartIssueInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  quantity?: InputMaybe<Scalars['String']['input']>;
  unitPrice?: InputMaybe<MoneyInput>;
};

export type JobPartNeedInput = {
  locationId?: InputMaybe<Scalars['ID']['input']>;
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
};

export type JobPartQuantityInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  quantity?: InputMaybe<Scalars['String']['input']>;
};

export type JobPartStatus =
  | 'CANCELLED'
  | 'ISSUED'
  | 'RESERVED'
  | 'RETURNED'
  | 'WAITING';

export type JobPriority =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM'
  | 'URGENT';

export type JobServiceStatus =
  | 'COMPLETED'
  | 'IN_PROGRESS'
  | 'PENDING'
  | 'SKIPPED';

export type JobStageInput = {
  colour: Scalars['String']['input'];
  final?: Scalars['Boolean']['input'];
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  notifiesCustomer?: Scalars['Boolean']['input'];
};

export type KpiName =
  | 'ACTIVE_VEHICLES'
  | 'ASSIGNED_JOBS'
  | 'HOURS_CLOCKED'
  | 'JOBS_COMPLETED'
  | 'JOBS_IN_PROGRESS'
  | 'LOW_STOCK'
  | 'ON_TIME'
  | 'PARTS_REQUIRED'
  | 'PENDING_APPROVALS'
  | 'PENDING_WORK'
  | 'REQUESTS'
  | 'REQUESTS_COMPLETED'
  | 'REQUESTS_PENDING'
  | 'REVENUE'
  | 'SATISFACTION'
  | 'SERVICES_COMPLETED'
  | 'SERVICE_CENTRES'
  | 'STOCK_ITEMS'
  | 'UTILISATION';

export type KpiTrend =
  | 'DOWN'
  | 'SAME'
  | 'UP';

export type LabourInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  labourHours?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  pricing?: LabourPricing;
  quantity?: Scalars['String']['input'];
  serviceItemId?: InputMaybe<Scalars['ID']['input']>;
  taxCategory?: InputMaybe<Scalars['String']['input']>;
  unitPrice?: InputMaybe<MoneyInput>;
};

export type LabourPricing =
  | 'FIXED'
  | 'HOURLY';

export type LawfulBasis =
  | 'CONSENT'
  | 'CONTRACT'
  | 'LEGITIMATE_INTEREST'
  | 'REQUESTED';

export type LeadFilter = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  source?: InputMaybe<LeadSource>;
  status?: InputMaybe<Array<LeadStatus>>;
};

export type LeadInterest =
  | 'NEW_VEHICLE'
  | 'SERVICE'
  | 'SPARE_PART';

export type LeadOrder =
  | 'NEWEST'
  | 'OLDEST';

export type LeadProgress =
  | 'CONTACTED'
  | 'QUALIFIED';

export type LeadSource =
  | 'CALL_CENTRE'
  | 'ONLINE'
  | 'REFERRAL'
  | 'WALK_IN';

export type LeadStatus =
  | 'CONTACTED'
  | 'CONVERTED'
  | 'LOST'
  | 'NEW'
  | 'QUALIFIED';

export type LoginInput = {
  login: Scalars['String']['input'];
  mfaCode?: InputMaybe<Scalars['String']['input']>;
  organisation?: InputMaybe<Scalars['String']['input']>;
  password: Scalars['String']['input'];
  tokenDelivery?: TokenDelivery;
};

export type LookupOutcome =
  | 'BAD_PLATE'
  | 'FAILED'
  | 'FOUND'
  | 'NOT_FOUND'
  | 'NO_REGISTER'
  | 'THROTTLED'
  | 'TIMED_OUT';

export type LookupVehicleInput = {
  plate: PlateInput;
  refresh?: InputMaybe<Scalars['Boolean']['input']>;
  setMotReminder?: InputMaybe<Scalars['Boolean']['input']>;
};

export type MarkLeadLostInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  reason: Scalars['String']['input'];
};

export type MessageChannel =
  | 'EMAIL'
  | 'SMS'
  | 'WHATSAPP';

export type MessageFilter = {
  channel?: InputMaybe<MessageChannel>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  errorCode?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<MessageKind>;
  relatedId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<MessageState>;
};

export type MessageKind =
  | 'ADVERTISING'
  | 'APPOINTMENT_BOOKED'
  | 'APPOINTMENT_CANCELLED'
  | 'APPOINTMENT_CONFIRMED'
  | 'APPOINTMENT_MOVED'
  | 'APPOINTMENT_REMINDER'
  | 'APPROVAL_NEEDED'
  | 'COMPLAINT_ASSIGNED'
  | 'COMPLAINT_REGISTERED'
  | 'COUNTER_ORDER_READY'
  | 'CREDIT_NOTE_ISSUED'
  | 'CREDIT_NOTE_SENT'
  | 'FEEDBACK_REQUEST'
  | 'HOME_SERVICE_ASSIGNED'
  | 'HOME_SERVICE_CANCELLED'
  | 'HOME_SERVICE_EN_ROUTE'
  | 'HOME_SERVICE_SCHEDULED'
  | 'INSPECTION_SHARED'
  | 'INVOICE_ISSUED'
  | 'INVOICE_SENT'
  | 'JOB_CARD_ASSIGNED'
  | 'LEAD_ASSIGNED'
  | 'PARTS_ARRIVED'
  | 'PARTS_NOT_AVAILABLE'
  | 'PAYMENT_KEPT'
  | 'PAYMENT_RECEIVED'
  | 'PAYMENT_REMINDER'
  | 'PRE_CHECK_IN_RECEIVED'
  | 'PROPOSAL_APPROVED'
  | 'PROPOSAL_DECLINED'
  | 'PURCHASE_ORDER'
  | 'PURCHASE_ORDER_APPROVAL_NEEDED'
  | 'PURCHASE_ORDER_APPROVED'
  | 'PURCHASE_ORDER_CANCELLED'
  | 'PURCHASE_ORDER_REJECTED'
  | 'PURCHASE_REQUEST_RAISED'
  | 'QUOTATION_SENT'
  | 'RECEIPT_SENT'
  | 'REQUEST_APPROVAL_NEEDED'
  | 'REQUEST_APPROVED'
  | 'REQUEST_REJECTED'
  | 'STAFF_MESSAGE'
  | 'STAGE_CHANGED'
  | 'VEHICLE_REMINDER'
  | 'WEBHOOK_SWITCHED_OFF';

export type MessageLanguage =
  | 'EN'
  | 'IT'
  | 'SW';

export type MessagePurpose =
  | 'MARKETING'
  | 'SERVICE';

export type MessageState =
  | 'DELIVERED'
  | 'FAILED'
  | 'KEPT'
  | 'QUEUED'
  | 'SENT'
  | 'SUPPRESSED';

export type MessageTemplateFilter = {
  channel?: InputMaybe<NotificationChannel>;
  isOwn?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<MessageKind>;
  language?: InputMaybe<MessageLanguage>;
};

export type MoneyInput = {
  amount: Scalars['String']['input'];
  currency: Scalars['String']['input'];
};

export type NotificationCategory =
  | 'APPOINTMENT'
  | 'APPROVAL'
  | 'CARE'
  | 'INVENTORY'
  | 'INVOICE'
  | 'JOB_CARD'
  | 'LEAD'
  | 'MARKETING'
  | 'REMINDER'
  | 'REQUEST'
  | 'SYSTEM';

export type NotificationChannel =
  | 'EMAIL'
  | 'IN_APP'
  | 'SMS'
  | 'WHATSAPP';

export type NotificationFilter = {
  category?: InputMaybe<NotificationCategory>;
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NotificationPreferenceInput = {
  category: NotificationCategory;
  channel: NotificationChannel;
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NotificationReceivedFilter = {
  categories?: InputMaybe<Array<NotificationCategory>>;
};

export type NotificationType =
  | 'APPROVAL'
  | 'ERROR'
  | 'INFO'
  | 'SUCCESS'
  | 'WARNING';

export type OdometerReadingKind =
  | 'CORRECTION'
  | 'NORMAL'
  | 'REPLACEMENT';

export type OdometerSource =
  | 'CUSTOMER'
  | 'DEVICE'
  | 'DOCUMENT'
  | 'REGISTER'
  | 'WORKSHOP';

export type OpenWarrantyClaimInput = {
  counterOrderLineId?: InputMaybe<Scalars['ID']['input']>;
  fault: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobPartId?: InputMaybe<Scalars['ID']['input']>;
  quantity: Scalars['String']['input'];
  supplierId?: InputMaybe<Scalars['ID']['input']>;
};

export type OrderRequestsInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  requests: Array<OrderedRequestInput>;
};

export type OrderedRequestInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  quantity?: InputMaybe<Scalars['String']['input']>;
  requestId: Scalars['ID']['input'];
  supplierId: Scalars['ID']['input'];
  unitPrice?: InputMaybe<MoneyInput>;
};

export type OutstandingAge =
  | 'NOT_DUE'
  | 'OLDER'
  | 'UP_TO_30_DAYS'
  | 'UP_TO_60_DAYS'
  | 'UP_TO_90_DAYS';

export type OutstandingCoreFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type OutstandingCoreOrder =
  | 'NEWEST'
  | 'OLDEST';

export type OverdueInvoiceFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type OverrideInput = {
  reason: Scalars['String']['input'];
};

export type PartCategory =
  | 'CONSUMABLE'
  | 'OTHER'
  | 'SPARE_PART'
  | 'TOOL';

export type PartFilter = {
  brand?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<PartCategory>;
  discontinued?: InputMaybe<Scalars['Boolean']['input']>;
  fits?: InputMaybe<FittingVehicleInput>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type PartFitmentInput = {
  detail?: InputMaybe<Scalars['String']['input']>;
  engine?: InputMaybe<Scalars['String']['input']>;
  make: Scalars['String']['input'];
  model?: InputMaybe<Scalars['String']['input']>;
  yearFrom?: InputMaybe<Scalars['Int']['input']>;
  yearTo?: InputMaybe<Scalars['Int']['input']>;
};

export type PartOrder =
  | 'NAME'
  | 'NEWEST'
  | 'SKU';

export type PartUnit =
  | 'KILOGRAM'
  | 'LITRE'
  | 'METRE'
  | 'PAIR'
  | 'PIECE'
  | 'SET';

export type PasswordResetRequestInput = {
  channel?: MessageChannel;
  login: Scalars['String']['input'];
  organisation?: InputMaybe<Scalars['String']['input']>;
};

export type PaymentFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  deposit?: InputMaybe<Scalars['Boolean']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  invoiceId?: InputMaybe<Scalars['ID']['input']>;
  kept?: InputMaybe<Scalars['Boolean']['input']>;
  method?: InputMaybe<PaymentMethod>;
  provider?: InputMaybe<PaymentProvider>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<PaymentState>>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type PaymentMethod =
  | 'BANK_TRANSFER'
  | 'CARD'
  | 'CASH'
  | 'CHEQUE'
  | 'ONLINE'
  | 'UPI';

export type PaymentPage =
  | 'EMBEDDED'
  | 'HOSTED';

export type PaymentProvider =
  | 'STRIPE';

export type PaymentState =
  | 'FAILED'
  | 'PENDING'
  | 'SUCCEEDED'
  | 'VOIDED';

export type PaymentStatus =
  | 'OVERDUE'
  | 'PAID'
  | 'PARTLY_PAID'
  | 'UNPAID';

export type PermissionReach =
  | 'ALL'
  | 'OWN';

export type PersistedDocumentType =
  | 'MUTATION'
  | 'QUERY'
  | 'SUBSCRIPTION';

export type PhotoInput = {
  caption?: InputMaybe<Scalars['String']['input']>;
  fileId: Scalars['ID']['input'];
  phase?: PhotoPhase;
  shownInTracking?: Scalars['Boolean']['input'];
};

export type PhotoPhase =
  | 'AFTER'
  | 'BEFORE'
  | 'DURING';

export type PlateInput = {
  country: Scalars['String']['input'];
  number: Scalars['String']['input'];
};

export type PreCheckInInput = {
  damage: Scalars['String']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  firstName: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  lastName: Scalars['String']['input'];
  make: Scalars['String']['input'];
  model: Scalars['String']['input'];
  organisation?: InputMaybe<Scalars['String']['input']>;
  phone: Scalars['String']['input'];
  plate: Scalars['String']['input'];
  plateCountry?: InputMaybe<Scalars['String']['input']>;
  preferredDate?: InputMaybe<Scalars['LocalDate']['input']>;
  serviceCentre?: InputMaybe<Scalars['String']['input']>;
};

export type PreferenceLock =
  | 'ALWAYS_SENT'
  | 'CONSENT_WITHDRAWN'
  | 'NO_CONSENT'
  | 'STOPPED';

export type ProposeAdditionalServiceInput = {
  amount?: InputMaybe<MoneyInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  lines: Array<LabourInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
  title: Scalars['String']['input'];
};

export type PublishInspectionInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  share?: Scalars['Boolean']['input'];
};

export type PurchaseOrderFilter = {
  expectedFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  expectedTo?: InputMaybe<Scalars['LocalDate']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  partlyReceived?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<PurchaseOrderStatus>>;
  supplierId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type PurchaseOrderLineInput = {
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
  unitPrice?: InputMaybe<MoneyInput>;
};

export type PurchaseOrderOrder =
  | 'EXPECTED'
  | 'NEWEST'
  | 'OLDEST';

export type PurchaseOrderStatus =
  | 'APPROVED'
  | 'CANCELLED'
  | 'CLOSED'
  | 'DRAFT'
  | 'ORDERED'
  | 'PENDING'
  | 'RECEIVED'
  | 'REJECTED';

export type PurchaseRequestCauseType =
  | 'JOB_CARD'
  | 'LOW_STOCK'
  | 'MANUAL';

export type PurchaseRequestFilter = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<PurchaseRequestStatus>>;
  supplierId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type PurchaseRequestOrder =
  | 'NEWEST'
  | 'OLDEST';

export type PurchaseRequestStatus =
  | 'DISMISSED'
  | 'OPEN'
  | 'ORDERED';

export type QuotationConversionKind =
  | 'COUNTER_ORDER'
  | 'SERVICE_REQUEST';

export type QuotationDecidedThrough =
  | 'ACCOUNT'
  | 'LINK'
  | 'STAFF';

export type QuotationFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  expired?: InputMaybe<Scalars['Boolean']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  leadId?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<QuotationStatus>>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type QuotationOrder =
  | 'NEWEST'
  | 'OLDEST'
  | 'VALID_UNTIL';

export type QuotationStatus =
  | 'ACCEPTED'
  | 'APPROVED'
  | 'DRAFT'
  | 'REJECTED'
  | 'SENT';

export type ReceiptFilter = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  issuedFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  issuedTo?: InputMaybe<Scalars['LocalDate']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type ReceivePurchaseOrderInput = {
  deliveryNote?: InputMaybe<Scalars['String']['input']>;
  exchangeRate?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lines: Array<ReceivedLineInput>;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type ReceiveTransferInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey: Scalars['String']['input'];
  lines?: InputMaybe<Array<TransferLineInput>>;
  writeOffRest?: Scalars['Boolean']['input'];
};

export type ReceivedLineInput = {
  lineId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
  unitPrice?: InputMaybe<MoneyInput>;
};

export type RecordConsentInput = {
  channel: MessageChannel;
  customerId: Scalars['ID']['input'];
  evidence?: InputMaybe<Scalars['String']['input']>;
  given: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  purpose: ConsentPurpose;
  source: ConsentSource;
};

export type RecordCoreReturnInput = {
  counterOrderLineId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobPartId?: InputMaybe<Scalars['ID']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  quantity: Scalars['String']['input'];
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  supplierId?: InputMaybe<Scalars['ID']['input']>;
};

export type RecordDepositInput = {
  amount: MoneyInput;
  customerId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  method: PaymentMethod;
  notes?: InputMaybe<Scalars['String']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type RecordInspectionItemsInput = {
  items: Array<RecordedItemInput>;
};

export type RecordOdometerReadingInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind?: OdometerReadingKind;
  note?: InputMaybe<Scalars['String']['input']>;
  readAt?: InputMaybe<Scalars['DateTime']['input']>;
  source?: InputMaybe<OdometerSource>;
  unit: DistanceUnit;
  value: Scalars['Int']['input'];
  vehicleId: Scalars['ID']['input'];
};

export type RecordPaymentInput = {
  amount: MoneyInput;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  invoices: Array<InvoiceShareInput>;
  keepRest?: InputMaybe<Scalars['Boolean']['input']>;
  method: PaymentMethod;
  notes?: InputMaybe<Scalars['String']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
};

export type RecordPreInspectionInput = {
  estimatedCost?: InputMaybe<MoneyInput>;
  estimatedHours?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  exteriorCondition?: InputMaybe<Scalars['String']['input']>;
  fuelPercent?: InputMaybe<Scalars['Int']['input']>;
  interiorCondition?: InputMaybe<Scalars['String']['input']>;
  issues?: InputMaybe<Array<Scalars['String']['input']>>;
  jobCardId: Scalars['ID']['input'];
  odometer?: InputMaybe<InspectedOdometerInput>;
};

export type RecordStocktakeCountInput = {
  counts: Array<StocktakeCountInput>;
  idempotencyKey: Scalars['String']['input'];
  stocktakeId: Scalars['ID']['input'];
};

export type RecordedItemInput = {
  answer?: InputMaybe<Scalars['Boolean']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  key: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  photoFileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  rating?: InputMaybe<InspectionRating>;
  text?: InputMaybe<Scalars['String']['input']>;
  value?: InputMaybe<Scalars['String']['input']>;
};

export type RefundPaymentInput = {
  amount?: InputMaybe<MoneyInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  method?: InputMaybe<PaymentMethod>;
  paymentId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RefundState =
  | 'FAILED'
  | 'PENDING'
  | 'SUCCEEDED';

export type RegisterInput = {
  firstName?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  login?: InputMaybe<Scalars['String']['input']>;
  organisation?: InputMaybe<Scalars['String']['input']>;
  password?: InputMaybe<Scalars['String']['input']>;
  token?: InputMaybe<Scalars['String']['input']>;
};

export type ReminderKind =
  | 'INSURANCE'
  | 'MOT'
  | 'OTHER'
  | 'SERVICE'
  | 'TAX';

export type ReminderSource =
  | 'CUSTOMER'
  | 'REGISTER'
  | 'STAFF';

export type ReminderStatus =
  | 'COMPLETED'
  | 'DISMISSED'
  | 'OPEN';

export type ReportColumnKind =
  | 'COUNT'
  | 'DAY'
  | 'DECIMAL'
  | 'MONEY'
  | 'RECORD'
  | 'WORD';

export type ReportDatasetName =
  | 'COUNTER_ORDERS'
  | 'INVOICES'
  | 'JOBS'
  | 'LABOUR'
  | 'LEADS'
  | 'PAYMENTS'
  | 'QUOTATIONS'
  | 'REQUESTS'
  | 'REVENUE'
  | 'SALES_LINES'
  | 'SERVICES'
  | 'STOCK_MOVEMENTS';

export type ReportDefinitionInput = {
  dataset: ReportDatasetName;
  dimensions: Array<Scalars['String']['input']>;
  filters?: Array<ReportFilterInput>;
  measures: Array<Scalars['String']['input']>;
  sort?: InputMaybe<ReportSortInput>;
};

export type ReportFilterInput = {
  dimension: Scalars['String']['input'];
  in: Array<Scalars['String']['input']>;
};

export type ReportInterval =
  | 'DAY'
  | 'MONTH'
  | 'WEEK'
  | 'YEAR';

export type ReportSortInput = {
  by: Scalars['String']['input'];
  descending?: Scalars['Boolean']['input'];
};

export type RequestJobPartsInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  lines: Array<JobPartNeedInput>;
};

export type RequestTransferInput = {
  fromLocationId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lines: Array<TransferLineInput>;
  note?: InputMaybe<Scalars['String']['input']>;
  toLocationId: Scalars['ID']['input'];
};

export type RequestedService =
  | 'EMERGENCY'
  | 'INSPECTION'
  | 'REGULAR'
  | 'REPAIR';

export type RescheduleAppointmentInput = {
  bayId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  minutes?: InputMaybe<Scalars['Int']['input']>;
  override?: InputMaybe<OverrideInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
  startsAt: Scalars['DateTime']['input'];
  technicianId?: InputMaybe<Scalars['ID']['input']>;
};

export type ResetPasswordInput = {
  newPassword: Scalars['String']['input'];
  token: Scalars['String']['input'];
};

export type ReturnJobPartsInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  lines: Array<JobPartQuantityInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type RevenueLineType =
  | 'LABOUR'
  | 'OTHER'
  | 'PART'
  | 'SERVICE';

export type RoleKind =
  | 'ACCOUNTANT'
  | 'ADMIN'
  | 'ADVISOR'
  | 'CUSTOM'
  | 'CUSTOMER'
  | 'MANAGER'
  | 'RECEPTIONIST'
  | 'TECHNICIAN'
  | 'VENDOR';

export type RotateApiClientSecretInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  overlapHours?: InputMaybe<Scalars['Int']['input']>;
};

export type SaveReportInput = {
  definition: ReportDefinitionInput;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  shared?: Scalars['Boolean']['input'];
};

export type ScheduleHomeServiceInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  minutes?: InputMaybe<Scalars['Int']['input']>;
  override?: InputMaybe<OverrideInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
  startsAt: Scalars['DateTime']['input'];
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  travelMinutes?: InputMaybe<Scalars['Int']['input']>;
};

export type ScheduleServiceRequestInput = {
  bayId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  minutes?: InputMaybe<Scalars['Int']['input']>;
  override?: InputMaybe<OverrideInput>;
  serviceItemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  startsAt: Scalars['DateTime']['input'];
  technicianId?: InputMaybe<Scalars['ID']['input']>;
};

export type SendMessageInput = {
  body: Scalars['String']['input'];
  channel: MessageChannel;
  customerId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  purpose: MessagePurpose;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  subject?: InputMaybe<Scalars['String']['input']>;
};

export type ServiceCentreFilter = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type ServiceItemFilter = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type ServiceRequestFilter = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  homeService?: InputMaybe<Scalars['Boolean']['input']>;
  preferredFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  preferredTo?: InputMaybe<Scalars['LocalDate']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<ServiceRequestStatus>>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type ServiceRequestOrder =
  | 'NEWEST'
  | 'OLDEST'
  | 'PREFERRED';

export type ServiceRequestStatus =
  | 'APPROVED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'IN_PROGRESS'
  | 'PENDING'
  | 'REJECTED'
  | 'SCHEDULED';

export type ServiceRequestType =
  | 'SERVICE'
  | 'SPARE_PART';

export type SetOpeningHoursInput = {
  rules?: InputMaybe<BookingRulesInput>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  validFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  week: Array<WeeklySpanInput>;
};

export type SetShiftInput = {
  days?: InputMaybe<Array<DaySpanInput>>;
  fromDate: Scalars['LocalDate']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicianId: Scalars['ID']['input'];
  toDate?: InputMaybe<Scalars['LocalDate']['input']>;
  week?: InputMaybe<Array<WeeklySpanInput>>;
};

export type ShiftKind =
  | 'DAYS'
  | 'WEEKLY';

export type ShipTransferInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey: Scalars['String']['input'];
  lines?: InputMaybe<Array<TransferLineInput>>;
};

export type StartInspectionInput = {
  jobCardId: Scalars['ID']['input'];
  templateId?: InputMaybe<Scalars['ID']['input']>;
};

export type StartStocktakeInput = {
  category?: InputMaybe<PartCategory>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  locationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type StartTimeEntryInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  jobServiceId?: InputMaybe<Scalars['ID']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
};

export type StatementLineKind =
  | 'BALANCE_APPLIED'
  | 'CREDIT_NOTE'
  | 'INVOICE'
  | 'PAYMENT'
  | 'REFUND'
  | 'REFUND_FAILED'
  | 'VOID';

export type StockAlertFilter = {
  category?: InputMaybe<PartCategory>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type StockLevelFilter = {
  category?: InputMaybe<PartCategory>;
  inStock?: InputMaybe<Scalars['Boolean']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type StockLevelOrder =
  | 'CHANGED'
  | 'SKU';

export type StockLocationFilter = {
  closed?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<StockLocationKind>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type StockLocationKind =
  | 'CENTRAL_WAREHOUSE'
  | 'SERVICE_CENTRE'
  | 'VAN';

export type StockMovementFilter = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  kind?: InputMaybe<StockMovementKind>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  referenceId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type StockMovementKind =
  | 'ADJUSTMENT'
  | 'COUNT'
  | 'ISSUE'
  | 'RECEIPT'
  | 'RETURN'
  | 'SUPPLIER_RETURN'
  | 'TRANSFER_IN'
  | 'TRANSFER_LOSS'
  | 'TRANSFER_OUT';

export type StockMovementOrder =
  | 'NEWEST'
  | 'OLDEST';

export type StockReferenceType =
  | 'ADJUSTMENT'
  | 'COUNTER_ORDER'
  | 'JOB_CARD'
  | 'PURCHASE_ORDER'
  | 'STOCKTAKE'
  | 'TRANSFER'
  | 'WARRANTY_CLAIM';

export type StockTransferFilter = {
  fromLocationId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<StockTransferStatus>>;
  toLocationId?: InputMaybe<Scalars['ID']['input']>;
};

export type StockTransferStatus =
  | 'APPROVED'
  | 'CANCELLED'
  | 'RECEIVED'
  | 'REJECTED'
  | 'REQUESTED'
  | 'SHIPPED';

export type StocktakeCountInput = {
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
};

export type StocktakeFilter = {
  locationId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<StocktakeStatus>;
};

export type StocktakeLineChoice =
  | 'ALL'
  | 'COUNTED'
  | 'DIFFERING'
  | 'UNCOUNTED';

export type StocktakeStatus =
  | 'CANCELLED'
  | 'COUNTING'
  | 'POSTED';

export type SubmitFeedbackInput = {
  comment?: InputMaybe<Scalars['String']['input']>;
  feedbackType?: FeedbackType;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  jobCardId: Scalars['ID']['input'];
  rating: Scalars['Int']['input'];
};

export type SupplierFilter = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type SuppressionReason =
  | 'CONSENT_WITHDRAWN'
  | 'NO_ADDRESS'
  | 'NO_CONSENT'
  | 'STOPPED'
  | 'SWITCHED_OFF';

export type TaxCategory =
  | 'EXEMPT'
  | 'OUTSIDE'
  | 'REDUCED'
  | 'REVERSE_CHARGE'
  | 'STANDARD'
  | 'ZERO';

export type TaxRateFilter = {
  category?: InputMaybe<TaxCategory>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type TechnicianFilter = {
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type TimeEntryFilter = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  running?: InputMaybe<Scalars['Boolean']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type TimeEntryOrder =
  | 'NEWEST'
  | 'OLDEST';

export type TokenDelivery =
  | 'BODY'
  | 'COOKIE';

export type TrackedRepairUpdateType =
  | 'PHOTOGRAPHED'
  | 'PROMISED'
  | 'STAGE_CHANGED'
  | 'STATUS_CHANGED';

export type TransferLineInput = {
  partId: Scalars['ID']['input'];
  quantity: Scalars['String']['input'];
};

export type UndeliveredRest =
  | 'DISMISS'
  | 'REOPEN';

export type UpdateAdditionalServiceInput = {
  amount?: InputMaybe<MoneyInput>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  lines?: InputMaybe<Array<LabourInput>>;
  reason?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateAppointmentInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  serviceItemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type UpdateBayInput = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<BayKind>;
  name?: InputMaybe<Scalars['String']['input']>;
  position?: InputMaybe<Scalars['Int']['input']>;
};

export type UpdateBillingSettingsInput = {
  address?: InputMaybe<AddressInput>;
  bankAccount?: InputMaybe<Scalars['String']['input']>;
  draftsFromJobs?: InputMaybe<Scalars['Boolean']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  footer?: InputMaybe<Scalars['String']['input']>;
  legalName?: InputMaybe<Scalars['String']['input']>;
  loyaltyPointsPerUnit?: InputMaybe<Scalars['String']['input']>;
  paymentTermsDays?: InputMaybe<Scalars['Int']['input']>;
  quotationDays?: InputMaybe<Scalars['Int']['input']>;
  registrationNumber?: InputMaybe<Scalars['String']['input']>;
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  upiId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateComplaintInput = {
  category?: InputMaybe<ComplaintCategory>;
  description?: InputMaybe<Scalars['String']['input']>;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  priority?: InputMaybe<ComplaintPriority>;
};

export type UpdateContactInput = {
  email?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  relation?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateCounterOrderInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  lines?: InputMaybe<Array<CounterOrderLineInput>>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateCustomerInput = {
  address?: InputMaybe<AddressInput>;
  company?: InputMaybe<Scalars['String']['input']>;
  dateOfBirth?: InputMaybe<Scalars['LocalDate']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  possibleDuplicate?: InputMaybe<Scalars['Boolean']['input']>;
  taxNumber?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateDashboardLayoutInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  widgets: Array<DashboardWidgetInput>;
};

export type UpdateDocumentLineInput = {
  code?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  quantity?: InputMaybe<Scalars['String']['input']>;
  taxCategory?: InputMaybe<TaxCategory>;
  taxRateId?: InputMaybe<Scalars['ID']['input']>;
  type?: InputMaybe<DocumentLineType>;
  unitPrice?: InputMaybe<MoneyInput>;
};

export type UpdateHomeServiceInput = {
  address?: InputMaybe<AddressInput>;
  directions?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateInspectionTemplateInput = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  sections?: InputMaybe<Array<InspectionTemplateSectionInput>>;
};

export type UpdateInvoiceInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  paymentTermsDays?: InputMaybe<Scalars['Int']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type UpdateJobCardInput = {
  complaint?: InputMaybe<Scalars['String']['input']>;
  estimatedCost?: InputMaybe<MoneyInput>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  priority?: InputMaybe<JobPriority>;
  promisedAt?: InputMaybe<Scalars['DateTime']['input']>;
  technicianNotes?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateJobServiceInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  labourHours?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  pricing?: InputMaybe<LabourPricing>;
  quantity?: InputMaybe<Scalars['String']['input']>;
  taxCategory?: InputMaybe<Scalars['String']['input']>;
  unitPrice?: InputMaybe<MoneyInput>;
};

export type UpdateLeadInput = {
  company?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  estimatedValue?: InputMaybe<MoneyInput>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  followUpOn?: InputMaybe<Scalars['LocalDate']['input']>;
  interest?: InputMaybe<LeadInterest>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<LeadSource>;
  status?: InputMaybe<LeadProgress>;
};

export type UpdateMessageTemplateInput = {
  body?: InputMaybe<Scalars['String']['input']>;
  channel: NotificationChannel;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  kind: MessageKind;
  language: MessageLanguage;
  subject?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateNotificationPreferencesInput = {
  preferences: Array<NotificationPreferenceInput>;
};

export type UpdateOrganisationInput = {
  adminAllowedAddresses?: InputMaybe<Array<Scalars['String']['input']>>;
  country?: InputMaybe<Scalars['String']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  logoFileId?: InputMaybe<Scalars['ID']['input']>;
  lowRating?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  paymentReminderDays?: InputMaybe<Array<Scalars['Int']['input']>>;
  pricesIncludeTax?: InputMaybe<Scalars['Boolean']['input']>;
  requiresInspection?: InputMaybe<Scalars['Boolean']['input']>;
  selfRegistration?: InputMaybe<Scalars['Boolean']['input']>;
  taxPerLine?: InputMaybe<Scalars['Boolean']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdatePartInput = {
  barcode?: InputMaybe<Scalars['String']['input']>;
  brand?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<PartCategory>;
  coreDeposit?: InputMaybe<MoneyInput>;
  description?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  fitments?: InputMaybe<Array<PartFitmentInput>>;
  name?: InputMaybe<Scalars['String']['input']>;
  price?: InputMaybe<MoneyInput>;
  reorderPoint?: InputMaybe<Scalars['String']['input']>;
  reorderQuantity?: InputMaybe<Scalars['String']['input']>;
  sku?: InputMaybe<Scalars['String']['input']>;
  taxCategory?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateProfileInput = {
  currentPassword?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdatePurchaseOrderInput = {
  expectedOn?: InputMaybe<Scalars['LocalDate']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  lines?: InputMaybe<Array<PurchaseOrderLineInput>>;
  notes?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateQuotationInput = {
  customerId?: InputMaybe<Scalars['ID']['input']>;
  discount?: InputMaybe<MoneyInput>;
  discountPercent?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  validUntil?: InputMaybe<Scalars['LocalDate']['input']>;
  vehicleId?: InputMaybe<Scalars['ID']['input']>;
};

export type UpdateReminderInput = {
  dueMileage?: InputMaybe<DistanceInput>;
  dueOn?: InputMaybe<Scalars['LocalDate']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  noticeDays?: InputMaybe<Scalars['Int']['input']>;
  repeatMileage?: InputMaybe<DistanceInput>;
  repeatMonths?: InputMaybe<Scalars['Int']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateRoleInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  permissions?: InputMaybe<Array<GrantedPermissionInput>>;
};

export type UpdateServiceCentreInput = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  address?: InputMaybe<AddressInput>;
  code?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  managerId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateServiceItemInput = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  labourMinutes?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  price?: InputMaybe<MoneyInput>;
  serviceCentreIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  taxCategory?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateServiceRequestInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  estimatedCost?: InputMaybe<MoneyInput>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  homeAddress?: InputMaybe<AddressInput>;
  homeService?: InputMaybe<Scalars['Boolean']['input']>;
  preferredDate?: InputMaybe<Scalars['LocalDate']['input']>;
  preferredTime?: InputMaybe<Scalars['String']['input']>;
  priority?: InputMaybe<JobPriority>;
  service?: InputMaybe<RequestedService>;
  type?: InputMaybe<ServiceRequestType>;
};

export type UpdateStockLevelInput = {
  bin?: InputMaybe<Scalars['String']['input']>;
  locationId: Scalars['ID']['input'];
  partId: Scalars['ID']['input'];
  reorderPoint?: InputMaybe<Scalars['String']['input']>;
  reorderQuantity?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateStockLocationInput = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type UpdateSupplierInput = {
  accountNumber?: InputMaybe<Scalars['String']['input']>;
  address?: InputMaybe<AddressInput>;
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  leadTimeDays?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateUserInput = {
  allCentres?: InputMaybe<Scalars['Boolean']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  roleId?: InputMaybe<Scalars['ID']['input']>;
  serviceCentreIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type UpdateVehicleImageInput = {
  caption?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  isPrimary?: InputMaybe<Scalars['Boolean']['input']>;
  place?: InputMaybe<Scalars['Int']['input']>;
};

export type UpdateVehicleInput = {
  colour?: InputMaybe<Scalars['String']['input']>;
  engineNumber?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  make?: InputMaybe<Scalars['String']['input']>;
  model?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  registeredOn?: InputMaybe<Scalars['LocalDate']['input']>;
  vin?: InputMaybe<Scalars['String']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
};

export type UpdateWebhookEndpointInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  documentId?: InputMaybe<Scalars['String']['input']>;
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  events?: InputMaybe<Array<WebhookEvent>>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type UserFilter = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  roleId?: InputMaybe<Scalars['ID']['input']>;
  roleKinds?: InputMaybe<Array<RoleKind>>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  technicians?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UserOrder =
  | 'NAME'
  | 'NEWEST';

export type VehicleFilter = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  make?: InputMaybe<Scalars['String']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
};

export type VehicleMatchReason =
  | 'OWNER_NAME'
  | 'OWNER_OTHER'
  | 'OWNER_PHONE'
  | 'PLATE'
  | 'VIN';

export type VehicleOrder =
  | 'MAKE'
  | 'NEWEST'
  | 'OLDEST';

export type VehicleStatus =
  | 'ACTIVE'
  | 'IN_SERVICE'
  | 'READY';

export type ViewerKind =
  | 'CLIENT'
  | 'LINK'
  | 'SYSTEM'
  | 'USER';

export type VinRegion =
  | 'AFRICA'
  | 'ASIA'
  | 'EUROPE'
  | 'NORTH_AMERICA'
  | 'OCEANIA'
  | 'SOUTH_AMERICA';

export type VinWarning =
  | 'CHECK_DIGIT'
  | 'NO_MODEL_YEAR'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_MANUFACTURER';

export type VoidPaymentInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
};

export type WarrantyClaimFilter = {
  counterOrderId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  jobCardId?: InputMaybe<Scalars['ID']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<WarrantyClaimStatus>>;
  supplierId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type WarrantyClaimOrder =
  | 'NEWEST'
  | 'OLDEST';

export type WarrantyClaimStatus =
  | 'ACCEPTED'
  | 'OPEN'
  | 'REFUSED'
  | 'SETTLED';

export type WarrantyDecision =
  | 'ACCEPTED'
  | 'REFUSED'
  | 'SETTLED';

export type WarrantyReplacementInput = {
  locationId: Scalars['ID']['input'];
  quantity?: InputMaybe<Scalars['String']['input']>;
};

export type WarrantySettlement =
  | 'CREDIT'
  | 'REPLACEMENT';

export type WebhookDeliveryStatus =
  | 'DELIVERED'
  | 'FAILED'
  | 'PENDING'
  | 'WITHHELD';

export type WebhookEvent =
  | 'APPOINTMENT_BOOKED'
  | 'APPOINTMENT_CANCELLED'
  | 'APPOINTMENT_RESCHEDULED'
  | 'CUSTOMER_CREATED'
  | 'CUSTOMER_UPDATED'
  | 'INVOICE_ISSUED'
  | 'JOB_CARD_CREATED'
  | 'JOB_CARD_STAGE_CHANGED'
  | 'JOB_CARD_UPDATED'
  | 'PAYMENT_RECEIVED'
  | 'SERVICE_REQUEST_APPROVED'
  | 'SERVICE_REQUEST_CREATED'
  | 'SERVICE_REQUEST_REJECTED'
  | 'VEHICLE_CREATED'
  | 'VEHICLE_UPDATED';

export type WebhookFailure =
  | 'CONNECTION'
  | 'NOT_PUBLIC'
  | 'STATUS'
  | 'TIMEOUT'
  | 'UNRESOLVED';

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WeeklySpanInput = {
  from: Scalars['String']['input'];
  until: Scalars['String']['input'];
  weekday: Weekday;
};

export type WidgetType =
  | 'CHART'
  | 'KPI';

export type SayHowItWasMutationVariables = Exact<{
  input: SubmitFeedbackInput;
}>;


export type SayHowItWasMutation = { submitFeedback: { id: string, rating: number } };

export type ComplainMutationVariables = Exact<{
  input: CreateComplaintInput;
}>;


export type ComplainMutation = { createComplaint: { id: string, number: string, status: ComplaintStatus, dueAt: string } };

export type GiveComplaintMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  assigneeId: Scalars['ID']['input'];
}>;


export type GiveComplaintMutation = { assignComplaint: { id: string, status: ComplaintStatus, assignee: { displayName: string } | null } };

export type LookIntoMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type LookIntoMutation = { investigateComplaint: { id: string, status: ComplaintStatus } };

export type ProposeAnswerMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  resolution: Scalars['String']['input'];
}>;


export type ProposeAnswerMutation = { proposeComplaintResolution: { id: string, status: ComplaintStatus } };

export type ApproveAnswerMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ApproveAnswerMutation = { approveComplaintResolution: { id: string, status: ComplaintStatus, resolution: string | null } };

export type CloseComplaintMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  customerSatisfaction?: InputMaybe<Scalars['Int']['input']>;
}>;


export type CloseComplaintMutation = { closeComplaint: { id: string, status: ComplaintStatus, closedAt: string | null } };

export type WhoDidWhatQueryVariables = Exact<{
  record: Scalars['ID']['input'];
  customer: Scalars['ID']['input'];
}>;


export type WhoDidWhatQuery = { auditLogs: { nodes: Array<{ occurredAt: string, action: string, oldValues: string | null, newValues: string | null, actor: { displayName: string } | null }> }, accessLogs: { nodes: Array<{ occurredAt: string, fields: Array<string>, actor: { displayName: string } | null }> } };

export type BoardQueryVariables = Exact<{
  filter?: InputMaybe<JobCardFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BoardQuery = { jobCards: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, number: string, status: JobCardStatus, priority: JobPriority, complaint: string, vehicle: { id: string, plate: string | null, make: string, model: string, owner: { id: string, firstName: string, lastName: string, company: string | null } | null } | null }> } };

export type FindTheCarQueryVariables = Exact<{
  search: Scalars['String']['input'];
}>;


export type FindTheCarQuery = { quickSearchVehicles: Array<{ isExact: boolean, matchedBy: Array<VehicleMatchReason>, vehicle: { id: string, make: string, model: string, plate: string | null, owner: { id: string, displayName: string, phone: string | null } | null } }> };

export type AskTheRegisterMutationVariables = Exact<{
  input: LookupVehicleInput;
}>;


export type AskTheRegisterMutation = { lookupVehicle: { outcome: LookupOutcome, register: string | null, isDevelopment: boolean, isKnown: boolean, suggestion: { make: string | null, colour: string | null, year: number | null } | null } };

export type RaiseRequestMutationVariables = Exact<{
  input: CreateServiceRequestInput;
}>;


export type RaiseRequestMutation = { createServiceRequest: { id: string, number: string, status: ServiceRequestStatus, version: number } };

export type ApproveRequestMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type ApproveRequestMutation = { approveServiceRequest: { id: string, status: ServiceRequestStatus } };

export type FreeSlotsQueryVariables = Exact<{
  input: AvailabilityInput;
}>;


export type FreeSlotsQuery = { availability: { timeZone: string, minutes: number, slots: Array<{ startsAt: string, endsAt: string, date: string, freeBays: number, freeTechnicians: number }> } | null };

export type HoldSlotMutationVariables = Exact<{
  input: HoldSlotInput;
}>;


export type HoldSlotMutation = { holdSlot: { id: string, status: AppointmentStatus, startsAt: string, heldUntil: string | null } };

export type BookMutationVariables = Exact<{
  input: BookAppointmentInput;
}>;


export type BookMutation = { bookAppointment: { id: string, number: string | null, status: AppointmentStatus, startsAt: string } };

export type ScheduleRequestMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: ScheduleServiceRequestInput;
}>;


export type ScheduleRequestMutation = { scheduleServiceRequest: { id: string, status: ServiceRequestStatus, appointment: { id: string, number: string | null, status: AppointmentStatus, startsAt: string } | null } };

export type ConfirmAppointmentMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ConfirmAppointmentMutation = { confirmAppointment: { id: string, status: AppointmentStatus } };

export type CheckInMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CheckInMutation = { checkInAppointment: { id: string, status: AppointmentStatus, jobCard: { id: string, number: string, trackingCode: string } | null } };

export type LiveCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveCursorQuery = { liveCursor: string };

export type BoardUpdatesSubscriptionVariables = Exact<{
  filter?: InputMaybe<JobCardUpdateFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BoardUpdatesSubscription = { jobCardUpdated: { cursor: string, type: JobCardUpdateType, jobCard: { id: string, number: string, status: JobCardStatus, priority: JobPriority, technician: { displayName: string } | null, vehicle: { plate: string | null, owner: { lastName: string } | null } | null } } };

export type DiaryUpdatesSubscriptionVariables = Exact<{
  filter?: InputMaybe<AppointmentUpdateFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DiaryUpdatesSubscription = { appointmentUpdated: { cursor: string, type: AppointmentUpdateType, appointment: { id: string, status: AppointmentStatus, startsAt: string, endsAt: string } } };

export type RoadUpdatesSubscriptionVariables = Exact<{
  filter?: InputMaybe<HomeServiceUpdateFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type RoadUpdatesSubscription = { homeServiceUpdated: { cursor: string, type: HomeServiceUpdateType, homeService: { id: string, status: HomeServiceStatus, expectedArrivalAt: string | null, position: { latitude: number, longitude: number } | null } } };

export type BellSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BellSubscription = { notificationReceived: { cursor: string, unreadCount: number, notification: { id: string, type: NotificationType, title: string, message: string, actionUrl: string | null } } };

export type StockAlertsSubscriptionVariables = Exact<{
  filter?: InputMaybe<StockAlertFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type StockAlertsSubscription = { stockAlertRaised: { cursor: string, available: string, stockLevel: { id: string, part: { sku: string, name: string } | null } } };

export type FiguresSubscriptionVariables = Exact<{
  period?: InputMaybe<DashboardPeriod>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FiguresSubscription = { dashboardUpdated: { cursor: string, dashboard: { kpis: Array<{ name: KpiName, value: number | null, trend: KpiTrend | null }> } } };

export type ExportProgressSubscriptionVariables = Exact<{
  exportJobId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ExportProgressSubscription = { exportJobUpdated: { cursor: string, type: ExportJobUpdateType, exportJob: { status: ExportStatus, rowsWritten: number, failure: string | null, url: string | null } } };

export type TrackRepairLiveSubscriptionVariables = Exact<{
  organisation: Scalars['String']['input'];
  code: Scalars['String']['input'];
  secondFactor: Scalars['String']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TrackRepairLiveSubscription = { trackedRepairUpdated: { cursor: string, type: TrackedRepairUpdateType, repair: { status: JobCardStatus, stage: string | null, promisedAt: string | null } } };

export type OfferMutationVariables = Exact<{
  input: CreateQuotationInput;
}>;


export type OfferMutation = { createQuotation: { id: string, number: string, total: { amount: string, currency: string } } };

export type ApproveOfferMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ApproveOfferMutation = { approveQuotation: { id: string, status: QuotationStatus } };

export type SendOfferMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SendOfferMutation = { sendQuotation: { id: string, status: QuotationStatus } };

export type SeeOfferQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SeeOfferQuery = { quotation: { id: string, number: string, version: number, status: QuotationStatus, validUntil: string, lines: Array<{ description: string, quantity: string, amount: { amount: string } }>, total: { amount: string, currency: string } } | null };

export type AcceptOfferMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type AcceptOfferMutation = { acceptQuotation: { id: string, status: QuotationStatus } };

export type MakeOfferWorkMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type MakeOfferWorkMutation = { convertQuotation: { id: string, convertedTo: { kind: QuotationConversionKind, serviceRequest: { id: string, status: ServiceRequestStatus } | null } | null } };

export type InvoiceOfJobQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type InvoiceOfJobQuery = { jobCard: { invoice: { id: string, version: number, status: InvoiceStatus, quotation: { id: string, number: string } | null, lines: Array<{ id: string, description: string, net: { amount: string } }>, total: { amount: string, currency: string } } | null } | null };

export type IssueMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
}>;


export type IssueMutation = { issueInvoice: { id: string, number: string | null, status: InvoiceStatus, dueOn: string | null, paymentStatus: PaymentStatus | null } };

export type PayByCardMutationVariables = Exact<{
  input: CreatePaymentLinkInput;
}>;


export type PayByCardMutation = { createPaymentLink: { url: string | null, payment: { id: string, status: PaymentState } } };

export type TakeCashMutationVariables = Exact<{
  input: RecordPaymentInput;
}>;


export type TakeCashMutation = { recordPayment: { id: string, status: PaymentState, receipt: { id: string, number: string } | null } };

export type SendReceiptMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SendReceiptMutation = { sendReceipt: { id: string, sentAt: string | null } };

export type CreditMutationVariables = Exact<{
  invoiceId: Scalars['ID']['input'];
  input: CreditInvoiceInput;
}>;


export type CreditMutation = { creditInvoice: { id: string, number: string, total: { amount: string } } };

export type GiveBackMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type GiveBackMutation = { refundPayment: { id: string, amountRefunded: { amount: string } } };

export type HowFarPaidQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type HowFarPaidQuery = { invoice: { paymentStatus: PaymentStatus | null, amountPaid: { amount: string }, amountCredited: { amount: string }, balance: { amount: string }, payments: Array<{ amount: { amount: string }, payment: { method: PaymentMethod } | null }> | null } | null };

export type AccountQueryVariables = Exact<{
  customerId: Scalars['ID']['input'];
  from: Scalars['LocalDate']['input'];
  to?: InputMaybe<Scalars['LocalDate']['input']>;
}>;


export type AccountQuery = { customerStatement: { accounts: Array<{ currency: string, opening: { amount: string }, lines: Array<{ kind: StatementLineKind, on: string, number: string, debit: { amount: string }, credit: { amount: string }, balance: { amount: string } }>, closing: { amount: string }, overdue: { total: { amount: string } } }> } | null, customer: { totalOrders: number | null, loyaltyPoints: number | null, totalSpent: Array<{ amount: string }> | null } | null };

export type AskForPartsMutationVariables = Exact<{
  input: RequestJobPartsInput;
}>;


export type AskForPartsMutation = { requestJobParts: Array<{ id: string, status: JobPartStatus, quantity: string, reserved: string, missing: string, part: { name: string } | null }> };

export type ToBuyQueryVariables = Exact<{
  filter: PurchaseRequestFilter;
}>;


export type ToBuyQuery = { purchaseRequests: { nodes: Array<{ id: string, quantity: string, status: PurchaseRequestStatus, part: { sku: string, name: string } | null }> } };

export type OrderPartsMutationVariables = Exact<{
  input: OrderRequestsInput;
}>;


export type OrderPartsMutation = { createPurchaseOrderFromRequests: Array<{ id: string, number: string, status: PurchaseOrderStatus, total: { amount: string, currency: string }, lines: Array<{ id: string, quantity: string }> }> };

export type SubmitOrderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SubmitOrderMutation = { submitPurchaseOrder: { id: string, status: PurchaseOrderStatus } };

export type ApproveOrderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ApproveOrderMutation = { approvePurchaseOrder: { id: string, status: PurchaseOrderStatus, decidedBy: { displayName: string } | null } };

export type SendOrderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedOn?: InputMaybe<Scalars['LocalDate']['input']>;
}>;


export type SendOrderMutation = { sendPurchaseOrder: { id: string, status: PurchaseOrderStatus } };

export type ReceiveOrderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: ReceivePurchaseOrderInput;
}>;


export type ReceiveOrderMutation = { receivePurchaseOrder: { id: string, status: PurchaseOrderStatus, partlyReceived: boolean, lines: Array<{ receivedQuantity: string, outstandingQuantity: string }> } };

export type IssuePartsMutationVariables = Exact<{
  input: IssueJobPartsInput;
}>;


export type IssuePartsMutation = { issueJobParts: Array<{ id: string, status: JobPartStatus, issued: string, amount: { amount: string, currency: string } | null }> };

export type SignInMutationVariables = Exact<{
  input: LoginInput;
}>;


export type SignInMutation = { login: { accessToken: string, expiresAt: string, refreshToken: string | null, user: { id: string, firstName: string, lastName: string } } };

export type RefreshMutationVariables = Exact<{
  refreshToken?: InputMaybe<Scalars['String']['input']>;
}>;


export type RefreshMutation = { refreshSession: { accessToken: string, expiresAt: string, refreshToken: string | null } };

export type TakeInCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
}>;


export type TakeInCustomerMutation = { createCustomer: { id: string, code: string } };

export type TakeInVehicleMutationVariables = Exact<{
  input: CreateVehicleInput;
}>;


export type TakeInVehicleMutation = { createVehicle: { id: string, plate: string | null } };

export type OpenJobCardMutationVariables = Exact<{
  input: CreateJobCardInput;
}>;


export type OpenJobCardMutation = { createJobCard: { id: string, number: string, version: number } };

export type ChangeJobCardMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: UpdateJobCardInput;
}>;


export type ChangeJobCardMutation = { updateJobCard: { id: string, version: number, priority: JobPriority } };

export type AnnounceCarMutationVariables = Exact<{
  input: PreCheckInInput;
}>;


export type AnnounceCarMutation = { preCheckIn: { number: string, trackingCode: string, jobCardId: string, uploadToken: string, uploadUntil: string } };

export type OpenLinkMutationVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type OpenLinkMutation = { openLink: { accessToken: string, expiresAt: string, purpose: string, recordId: string } };

export type TrackRepairQueryVariables = Exact<{
  organisation: Scalars['String']['input'];
  code: Scalars['String']['input'];
  secondFactor: Scalars['String']['input'];
}>;


export type TrackRepairQuery = { trackRepair: { number: string, firstName: string | null, stage: string | null, status: JobCardStatus, promisedAt: string | null, history: Array<{ at: string, stage: string | null }> } };

export type MyJobsQueryVariables = Exact<{
  technicianId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type MyJobsQuery = { jobCards: { nodes: Array<{ id: string, number: string, version: number, status: JobCardStatus, waitingFor: Array<JobCardWait>, complaint: string, promisedAt: string | null, vehicle: { make: string, model: string, plate: string | null } | null, services: Array<{ id: string, name: string, status: JobServiceStatus, labourHours: string | null }> }> } };

export type InspectMutationVariables = Exact<{
  input: RecordPreInspectionInput;
}>;


export type InspectMutation = { recordPreInspection: { id: string, status: JobCardStatus, preInspection: { odometerValue: number | null, fuelPercent: number | null, issues: Array<string> } | null } };

export type AssignMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  technicianId: Scalars['ID']['input'];
}>;


export type AssignMutation = { assignJobCard: { id: string, status: JobCardStatus } };

export type AddWorkMutationVariables = Exact<{
  input: AddJobServiceInput;
}>;


export type AddWorkMutation = { addJobService: { id: string, name: string, amount: { amount: string, currency: string } | null } };

export type ClockOnMutationVariables = Exact<{
  input: StartTimeEntryInput;
}>;


export type ClockOnMutation = { startTimeEntry: { id: string, startedAt: string } };

export type ClockOffMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ClockOffMutation = { stopTimeEntry: { id: string, endedAt: string | null } };

export type StartJobMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type StartJobMutation = { startJobCard: { id: string, status: JobCardStatus } };

export type StartWorkMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type StartWorkMutation = { startJobService: { id: string, status: JobServiceStatus } };

export type FinishWorkMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type FinishWorkMutation = { completeJobService: { id: string, status: JobServiceStatus } };

export type ProposeMutationVariables = Exact<{
  input: ProposeAdditionalServiceInput;
}>;


export type ProposeMutation = { proposeAdditionalService: { id: string, status: AdditionalServiceStatus, jobCard: { status: JobCardStatus, waitingFor: Array<JobCardWait> } | null } };

export type SeeProposalQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SeeProposalQuery = { additionalService: { id: string, version: number, status: AdditionalServiceStatus, title: string, reason: string | null, jobNumber: string, lines: Array<{ name: string, quantity: string, amount: { amount: string, currency: string } | null }>, amount: { amount: string, currency: string } } | null };

export type DecideMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: DecideAdditionalServiceInput;
}>;


export type DecideMutation = { decideAdditionalService: { id: string, status: AdditionalServiceStatus } };

export type CompleteJobMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CompleteJobMutation = { completeJobCard: { id: string, status: JobCardStatus } };

export type HandBackMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type HandBackMutation = { deliverJobCard: { id: string, status: JobCardStatus, deliveredAt: string | null } };

export type WhoHasTimeQueryVariables = Exact<{
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type WhoHasTimeQuery = { technicians: { nodes: Array<{ openJobs: number | null, user: { id: string, firstName: string, lastName: string } | null, runningTimeEntry: { startedAt: string, jobCard: { number: string } | null } | null }> } };

export type WorkloadQueryVariables = Exact<{
  technicianId: Scalars['ID']['input'];
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
}>;


export type WorkloadQuery = { technicianWorkload: { shiftHours: string, bookedHours: string, clockedHours: string, utilisation: string | null, openJobs: number } | null };


export const SayHowItWasDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SayHowItWas"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitFeedbackInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitFeedback"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}}]}}]}}]} as unknown as DocumentNode<SayHowItWasMutation, SayHowItWasMutationVariables>;
export const ComplainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Complain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateComplaintInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createComplaint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}}]} as unknown as DocumentNode<ComplainMutation, ComplainMutationVariables>;
export const GiveComplaintDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GiveComplaint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assigneeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignComplaint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"assigneeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assigneeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<GiveComplaintMutation, GiveComplaintMutationVariables>;
export const LookIntoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LookInto"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"investigateComplaint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<LookIntoMutation, LookIntoMutationVariables>;
export const ProposeAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"resolution"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeComplaintResolution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"resolution"},"value":{"kind":"Variable","name":{"kind":"Name","value":"resolution"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ProposeAnswerMutation, ProposeAnswerMutationVariables>;
export const ApproveAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveComplaintResolution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]}}]} as unknown as DocumentNode<ApproveAnswerMutation, ApproveAnswerMutationVariables>;
export const CloseComplaintDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseComplaint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerSatisfaction"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeComplaint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"customerSatisfaction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerSatisfaction"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}}]}}]} as unknown as DocumentNode<CloseComplaintMutation, CloseComplaintMutationVariables>;
export const WhoDidWhatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoDidWhat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"record"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"entityId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"record"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oldValues"}},{"kind":"Field","name":{"kind":"Name","value":"newValues"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"entityType"},"value":{"kind":"StringValue","value":"Customer","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"entityId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customer"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"}}]}}]}}]}}]} as unknown as DocumentNode<WhoDidWhatQuery, WhoDidWhatQueryVariables>;
export const BoardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Board"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JobCardFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobCards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"complaint"}},{"kind":"Field","name":{"kind":"Name","value":"vehicle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plate"}},{"kind":"Field","name":{"kind":"Name","value":"make"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BoardQuery, BoardQueryVariables>;
export const FindTheCarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindTheCar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quickSearchVehicles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isExact"}},{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"vehicle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"make"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"plate"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FindTheCarQuery, FindTheCarQueryVariables>;
export const AskTheRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskTheRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LookupVehicleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lookupVehicle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"register"}},{"kind":"Field","name":{"kind":"Name","value":"isDevelopment"}},{"kind":"Field","name":{"kind":"Name","value":"isKnown"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"make"}},{"kind":"Field","name":{"kind":"Name","value":"colour"}},{"kind":"Field","name":{"kind":"Name","value":"year"}}]}}]}}]}}]} as unknown as DocumentNode<AskTheRegisterMutation, AskTheRegisterMutationVariables>;
export const RaiseRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RaiseRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateServiceRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createServiceRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RaiseRequestMutation, RaiseRequestMutationVariables>;
export const ApproveRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveServiceRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ApproveRequestMutation, ApproveRequestMutationVariables>;
export const FreeSlotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FreeSlots"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AvailabilityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"freeBays"}},{"kind":"Field","name":{"kind":"Name","value":"freeTechnicians"}}]}}]}}]}}]} as unknown as DocumentNode<FreeSlotsQuery, FreeSlotsQueryVariables>;
export const HoldSlotDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldSlot"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldSlotInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdSlot"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"heldUntil"}}]}}]}}]} as unknown as DocumentNode<HoldSlotMutation, HoldSlotMutationVariables>;
export const BookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Book"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}}]}}]}}]} as unknown as DocumentNode<BookMutation, BookMutationVariables>;
export const ScheduleRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ScheduleRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ScheduleServiceRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleServiceRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}}]}}]}}]}}]} as unknown as DocumentNode<ScheduleRequestMutation, ScheduleRequestMutationVariables>;
export const ConfirmAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ConfirmAppointmentMutation, ConfirmAppointmentMutationVariables>;
export const CheckInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkInAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"jobCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"trackingCode"}}]}}]}}]}}]} as unknown as DocumentNode<CheckInMutation, CheckInMutationVariables>;
export const LiveCursorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LiveCursor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"liveCursor"}}]}}]} as unknown as DocumentNode<LiveCursorQuery, LiveCursorQueryVariables>;
export const BoardUpdatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BoardUpdates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JobCardUpdateFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobCardUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"jobCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"technician"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"vehicle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plate"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BoardUpdatesSubscription, BoardUpdatesSubscriptionVariables>;
export const DiaryUpdatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DiaryUpdates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointmentUpdateFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointmentUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}}]}}]} as unknown as DocumentNode<DiaryUpdatesSubscription, DiaryUpdatesSubscriptionVariables>;
export const RoadUpdatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RoadUpdates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"HomeServiceUpdateFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"homeServiceUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"homeService"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expectedArrivalAt"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoadUpdatesSubscription, RoadUpdatesSubscriptionVariables>;
export const BellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Bell"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationReceived"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"notification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"actionUrl"}}]}}]}}]}}]} as unknown as DocumentNode<BellSubscription, BellSubscriptionVariables>;
export const StockAlertsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StockAlerts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StockAlertFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stockAlertRaised"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"stockLevel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"part"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StockAlertsSubscription, StockAlertsSubscriptionVariables>;
export const FiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Figures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DashboardPeriod"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceCentreId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dashboardUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"serviceCentreId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceCentreId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"dashboard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kpis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"trend"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FiguresSubscription, FiguresSubscriptionVariables>;
export const ExportProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ExportProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"exportJobId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportJobUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"exportJobId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"exportJobId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"exportJob"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rowsWritten"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<ExportProgressSubscription, ExportProgressSubscriptionVariables>;
export const TrackRepairLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TrackRepairLive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisation"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"secondFactor"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackedRepairUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organisation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisation"}}},{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"secondFactor"},"value":{"kind":"Variable","name":{"kind":"Name","value":"secondFactor"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"repair"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"promisedAt"}}]}}]}}]}}]} as unknown as DocumentNode<TrackRepairLiveSubscription, TrackRepairLiveSubscriptionVariables>;
export const OfferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Offer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateQuotationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createQuotation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<OfferMutation, OfferMutationVariables>;
export const ApproveOfferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveOffer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveQuotation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ApproveOfferMutation, ApproveOfferMutationVariables>;
export const SendOfferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendOffer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendQuotation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"notify"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<SendOfferMutation, SendOfferMutationVariables>;
export const SeeOfferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SeeOffer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quotation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<SeeOfferQuery, SeeOfferQueryVariables>;
export const AcceptOfferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptOffer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptQuotation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<AcceptOfferMutation, AcceptOfferMutationVariables>;
export const MakeOfferWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeOfferWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"convertQuotation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"EnumValue","value":"SERVICE_REQUEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"convertedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MakeOfferWorkMutation, MakeOfferWorkMutationVariables>;
export const InvoiceOfJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvoiceOfJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quotation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"net"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]} as unknown as DocumentNode<InvoiceOfJobQuery, InvoiceOfJobQueryVariables>;
export const IssueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Issue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueInvoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}}]}}]}}]} as unknown as DocumentNode<IssueMutation, IssueMutationVariables>;
export const PayByCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PayByCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePaymentLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPaymentLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<PayByCardMutation, PayByCardMutationVariables>;
export const TakeCashDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeCash"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]} as unknown as DocumentNode<TakeCashMutation, TakeCashMutationVariables>;
export const SendReceiptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendReceipt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendReceipt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}}]}}]} as unknown as DocumentNode<SendReceiptMutation, SendReceiptMutationVariables>;
export const CreditDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Credit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"invoiceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreditInvoiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditInvoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"invoiceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"invoiceId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<CreditMutation, CreditMutationVariables>;
export const GiveBackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GiveBack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refundPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amountRefunded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<GiveBackMutation, GiveBackMutationVariables>;
export const HowFarPaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HowFarPaid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"amountPaid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amountCredited"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HowFarPaidQuery, HowFarPaidQueryVariables>;
export const AccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Account"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerStatement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"opening"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"closing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overdue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalOrders"}},{"kind":"Field","name":{"kind":"Name","value":"loyaltyPoints"}},{"kind":"Field","name":{"kind":"Name","value":"totalSpent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<AccountQuery, AccountQueryVariables>;
export const AskForPartsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskForParts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestJobPartsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestJobParts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"part"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AskForPartsMutation, AskForPartsMutationVariables>;
export const ToBuyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ToBuy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PurchaseRequestFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purchaseRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"part"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ToBuyQuery, ToBuyQueryVariables>;
export const OrderPartsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderParts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRequestsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPurchaseOrderFromRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}}]} as unknown as DocumentNode<OrderPartsMutation, OrderPartsMutationVariables>;
export const SubmitOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitPurchaseOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<SubmitOrderMutation, SubmitOrderMutationVariables>;
export const ApproveOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approvePurchaseOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<ApproveOrderMutation, ApproveOrderMutationVariables>;
export const SendOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedOn"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendPurchaseOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedOn"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedOn"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<SendOrderMutation, SendOrderMutationVariables>;
export const ReceiveOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceivePurchaseOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receivePurchaseOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"partlyReceived"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receivedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"outstandingQuantity"}}]}}]}}]}}]} as unknown as DocumentNode<ReceiveOrderMutation, ReceiveOrderMutationVariables>;
export const IssuePartsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueParts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueJobPartsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueJobParts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"issued"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<IssuePartsMutation, IssuePartsMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LoginInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const RefreshDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Refresh"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refreshToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refreshToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refreshToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}}]}}]}}]} as unknown as DocumentNode<RefreshMutation, RefreshMutationVariables>;
export const TakeInCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeInCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<TakeInCustomerMutation, TakeInCustomerMutationVariables>;
export const TakeInVehicleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeInVehicle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateVehicleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createVehicle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plate"}}]}}]}}]} as unknown as DocumentNode<TakeInVehicleMutation, TakeInVehicleMutationVariables>;
export const OpenJobCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenJobCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateJobCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createJobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<OpenJobCardMutation, OpenJobCardMutationVariables>;
export const ChangeJobCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeJobCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateJobCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateJobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}}]}}]} as unknown as DocumentNode<ChangeJobCardMutation, ChangeJobCardMutationVariables>;
export const AnnounceCarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnnounceCar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreCheckInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preCheckIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"trackingCode"}},{"kind":"Field","name":{"kind":"Name","value":"jobCardId"}},{"kind":"Field","name":{"kind":"Name","value":"uploadToken"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUntil"}}]}}]}}]} as unknown as DocumentNode<AnnounceCarMutation, AnnounceCarMutationVariables>;
export const OpenLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}}]}}]} as unknown as DocumentNode<OpenLinkMutation, OpenLinkMutationVariables>;
export const TrackRepairDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrackRepair"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisation"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"secondFactor"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackRepair"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organisation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisation"}}},{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"secondFactor"},"value":{"kind":"Variable","name":{"kind":"Name","value":"secondFactor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"promisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}}]}}]} as unknown as DocumentNode<TrackRepairQuery, TrackRepairQueryVariables>;
export const MyJobsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyJobs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"technicianId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobCards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"technicianId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"technicianId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ASSIGNED"},{"kind":"EnumValue","value":"IN_PROGRESS"},{"kind":"EnumValue","value":"WAITING_PARTS"},{"kind":"EnumValue","value":"WAITING_APPROVAL"},{"kind":"EnumValue","value":"PAUSED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"}},{"kind":"Field","name":{"kind":"Name","value":"complaint"}},{"kind":"Field","name":{"kind":"Name","value":"promisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"vehicle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"make"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"plate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"labourHours"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyJobsQuery, MyJobsQueryVariables>;
export const InspectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Inspect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPreInspectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordPreInspection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"preInspection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"odometerValue"}},{"kind":"Field","name":{"kind":"Name","value":"fuelPercent"}},{"kind":"Field","name":{"kind":"Name","value":"issues"}}]}}]}}]}}]} as unknown as DocumentNode<InspectMutation, InspectMutationVariables>;
export const AssignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Assign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"technicianId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignJobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"technicianId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"technicianId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<AssignMutation, AssignMutationVariables>;
export const AddWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddJobServiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addJobService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<AddWorkMutation, AddWorkMutationVariables>;
export const ClockOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClockOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartTimeEntryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTimeEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}}]} as unknown as DocumentNode<ClockOnMutation, ClockOnMutationVariables>;
export const ClockOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClockOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopTimeEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]}}]} as unknown as DocumentNode<ClockOffMutation, ClockOffMutationVariables>;
export const StartJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startJobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<StartJobMutation, StartJobMutationVariables>;
export const StartWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startJobService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<StartWorkMutation, StartWorkMutationVariables>;
export const FinishWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FinishWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeJobService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<FinishWorkMutation, FinishWorkMutationVariables>;
export const ProposeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Propose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposeAdditionalServiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeAdditionalService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"jobCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"}}]}}]}}]}}]} as unknown as DocumentNode<ProposeMutation, ProposeMutationVariables>;
export const SeeProposalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SeeProposal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"additionalService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"jobNumber"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<SeeProposalQuery, SeeProposalQueryVariables>;
export const DecideDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Decide"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideAdditionalServiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideAdditionalService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<DecideMutation, DecideMutationVariables>;
export const CompleteJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeJobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<CompleteJobMutation, CompleteJobMutationVariables>;
export const HandBackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandBack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliverJobCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}}]}}]}}]} as unknown as DocumentNode<HandBackMutation, HandBackMutationVariables>;
export const WhoHasTimeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoHasTime"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceCentreId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"technicians"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"serviceCentreId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceCentreId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openJobs"}},{"kind":"Field","name":{"kind":"Name","value":"runningTimeEntry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"jobCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoHasTimeQuery, WhoHasTimeQueryVariables>;
export const WorkloadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Workload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"technicianId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"technicianWorkload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"technicianId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"technicianId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shiftHours"}},{"kind":"Field","name":{"kind":"Name","value":"bookedHours"}},{"kind":"Field","name":{"kind":"Name","value":"clockedHours"}},{"kind":"Field","name":{"kind":"Name","value":"utilisation"}},{"kind":"Field","name":{"kind":"Name","value":"openJobs"}}]}}]}}]} as unknown as DocumentNode<WorkloadQuery, WorkloadQueryVariables>;
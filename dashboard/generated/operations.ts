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

export type CardFragment = { id: string, version: number, number: string, status: JobCardStatus, priority: JobPriority, promisedAt: string | null, complaint: string, stage: { id: string, name: string, colour: string, position: number, final: boolean } | null, serviceCentre: { id: string } | null, vehicle: { plate: string | null, make: string, model: string } | null, customer: { displayName: string } | null, technician: { displayName: string } | null };

export type StagesQueryVariables = Exact<{
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type StagesQuery = { jobStages: Array<{ id: string, name: string, colour: string, position: number, final: boolean }> };

export type CardsQueryVariables = Exact<{
  filter: JobCardFilter;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CardsQuery = { jobCards: { nodes: Array<{ id: string, version: number, number: string, status: JobCardStatus, priority: JobPriority, promisedAt: string | null, complaint: string, stage: { id: string, name: string, colour: string, position: number, final: boolean } | null, serviceCentre: { id: string } | null, vehicle: { plate: string | null, make: string, model: string } | null, customer: { displayName: string } | null, technician: { displayName: string } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MoveCardMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  stageId: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type MoveCardMutation = { moveJobCardToStage: { id: string, version: number, number: string, status: JobCardStatus, priority: JobPriority, promisedAt: string | null, complaint: string, stage: { id: string, name: string, colour: string, position: number, final: boolean } | null, serviceCentre: { id: string } | null, vehicle: { plate: string | null, make: string, model: string } | null, customer: { displayName: string } | null, technician: { displayName: string } | null } };

export type CardChangesSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
  filter: JobCardUpdateFilter;
}>;


export type CardChangesSubscription = { jobCardUpdated: { cursor: string, type: JobCardUpdateType, jobCard: { id: string, version: number, number: string, status: JobCardStatus, priority: JobPriority, promisedAt: string | null, complaint: string, stage: { id: string, name: string, colour: string, position: number, final: boolean } | null, serviceCentre: { id: string } | null, vehicle: { plate: string | null, make: string, model: string } | null, customer: { displayName: string } | null, technician: { displayName: string } | null } } };

export type FiguresFragment = { kpis: Array<{ name: KpiName, value: number | null, previousValue: number | null, trend: KpiTrend | null, amounts: Array<{ amount: string, currency: string }> }>, charts: Array<{ name: string, labels: Array<string>, series: Array<{ name: string, currency: string | null, values: Array<number> }> }>, widgets: Array<{ type: WidgetType, name: string }> };

export type FiguresQueryVariables = Exact<{
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  period: DashboardPeriod;
}>;


export type FiguresQuery = { dashboard: { kpis: Array<{ name: KpiName, value: number | null, previousValue: number | null, trend: KpiTrend | null, amounts: Array<{ amount: string, currency: string }> }>, charts: Array<{ name: string, labels: Array<string>, series: Array<{ name: string, currency: string | null, values: Array<number> }> }>, widgets: Array<{ type: WidgetType, name: string }> } };

export type FiguresChangesSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
  serviceCentreId?: InputMaybe<Scalars['ID']['input']>;
  period: DashboardPeriod;
}>;


export type FiguresChangesSubscription = { dashboardUpdated: { cursor: string, dashboard: { kpis: Array<{ name: KpiName, value: number | null, previousValue: number | null, trend: KpiTrend | null, amounts: Array<{ amount: string, currency: string }> }>, charts: Array<{ name: string, labels: Array<string>, series: Array<{ name: string, currency: string | null, values: Array<number> }> }>, widgets: Array<{ type: WidgetType, name: string }> } } };

export type NoticeFragment = { id: string, title: string, message: string, type: NotificationType, createdAt: string, readAt: string | null };

export type NoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type NoticesQuery = { unreadNotificationCount: number, notifications: { nodes: Array<{ id: string, title: string, message: string, type: NotificationType, createdAt: string, readAt: string | null }> } };

export type ReadNoticeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ReadNoticeMutation = { markNotificationRead: { id: string, title: string, message: string, type: NotificationType, createdAt: string, readAt: string | null } };

export type ReadAllNoticesMutationVariables = Exact<{ [key: string]: never; }>;


export type ReadAllNoticesMutation = { markAllNotificationsRead: number };

export type NoticeChangesSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type NoticeChangesSubscription = { notificationReceived: { cursor: string, unreadCount: number, notification: { id: string, title: string, message: string, type: NotificationType, createdAt: string, readAt: string | null } } };

export type SignInMutationVariables = Exact<{
  input: LoginInput;
}>;


export type SignInMutation = { login: { accessToken: string, expiresAt: string } };

export type RenewSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewSessionMutation = { refreshSession: { accessToken: string, expiresAt: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { logout: boolean };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { me: { user: { displayName: string, locale: string | null } | null, organisation: { name: string, locale: string }, serviceCentres: Array<{ id: string, name: string }>, permissions: Array<{ permission: string }> } };

export type ReachedQueryVariables = Exact<{ [key: string]: never; }>;


export type ReachedQuery = { liveCursor: string };

export type RepairFragment = { number: string, firstName: string | null, make: string | null, model: string | null, plate: string | null, serviceCentre: string | null, status: JobCardStatus, stage: string | null, stageColour: string | null, receivedAt: string, promisedAt: string | null, history: Array<{ at: string, stage: string | null, status: JobCardStatus | null }>, photos: Array<{ addedAt: string, caption: string | null, phase: PhotoPhase, thumbnailUrl: string | null, url: string }> };

export type RepairQueryVariables = Exact<{
  code: Scalars['String']['input'];
  secondFactor: Scalars['String']['input'];
  organisation?: InputMaybe<Scalars['String']['input']>;
}>;


export type RepairQuery = { trackRepair: { number: string, firstName: string | null, make: string | null, model: string | null, plate: string | null, serviceCentre: string | null, status: JobCardStatus, stage: string | null, stageColour: string | null, receivedAt: string, promisedAt: string | null, history: Array<{ at: string, stage: string | null, status: JobCardStatus | null }>, photos: Array<{ addedAt: string, caption: string | null, phase: PhotoPhase, thumbnailUrl: string | null, url: string }> } };

export type RepairChangesSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
  code: Scalars['String']['input'];
  secondFactor: Scalars['String']['input'];
  organisation?: InputMaybe<Scalars['String']['input']>;
}>;


export type RepairChangesSubscription = { trackedRepairUpdated: { cursor: string, repair: { number: string, firstName: string | null, make: string | null, model: string | null, plate: string | null, serviceCentre: string | null, status: JobCardStatus, stage: string | null, stageColour: string | null, receivedAt: string, promisedAt: string | null, history: Array<{ at: string, stage: string | null, status: JobCardStatus | null }>, photos: Array<{ addedAt: string, caption: string | null, phase: PhotoPhase, thumbnailUrl: string | null, url: string }> } } };

/** An operation, with the types of what it answers and takes. */
export interface Persisted<Data, Variables> {
  /** SHA-256 of the text. */
  readonly hash: string;
  readonly text: string;
  readonly types?: (variables: Variables) => Data;
}

export const StagesDocument: Persisted<StagesQuery, StagesQueryVariables> = {
  hash: '57c7751874f03a7000c55925c4bcec5b47d40609bec3221f23920151fb778465',
  text: "query Stages($serviceCentreId: ID) {\n  jobStages(serviceCentreId: $serviceCentreId) {\n    id\n    name\n    colour\n    position\n    final\n  }\n}",
};

export const CardsDocument: Persisted<CardsQuery, CardsQueryVariables> = {
  hash: '17d033d5871c7dcab4c13a52cb8a15cd4f9bb3f079a8a31eced4e1af3bdb1a8b',
  text: "query Cards($filter: JobCardFilter!, $after: String) {\n  jobCards(filter: $filter, orderBy: PROMISED, first: 50, after: $after) {\n    nodes {\n      ...Card\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment Card on JobCard {\n  id\n  version\n  number\n  status\n  priority\n  promisedAt\n  complaint\n  stage {\n    id\n    name\n    colour\n    position\n    final\n  }\n  serviceCentre {\n    id\n  }\n  vehicle {\n    plate\n    make\n    model\n  }\n  customer {\n    displayName\n  }\n  technician {\n    displayName\n  }\n}",
};

export const MoveCardDocument: Persisted<MoveCardMutation, MoveCardMutationVariables> = {
  hash: '2fc18b7df876d1c7045e87194cc8de21637f252afd9b33c954fad9790045eb7e',
  text: "mutation MoveCard($id: ID!, $stageId: ID!, $expectedVersion: Int!) {\n  moveJobCardToStage(\n    id: $id\n    stageId: $stageId\n    expectedVersion: $expectedVersion\n  ) {\n    ...Card\n  }\n}\n\nfragment Card on JobCard {\n  id\n  version\n  number\n  status\n  priority\n  promisedAt\n  complaint\n  stage {\n    id\n    name\n    colour\n    position\n    final\n  }\n  serviceCentre {\n    id\n  }\n  vehicle {\n    plate\n    make\n    model\n  }\n  customer {\n    displayName\n  }\n  technician {\n    displayName\n  }\n}",
};

export const CardChangesDocument: Persisted<CardChangesSubscription, CardChangesSubscriptionVariables> = {
  hash: 'c4f37ac01f562135d7a6eaeaf4cc4173d257d0778a48ed767fbf76cceac01d1c',
  text: "subscription CardChanges($after: String, $filter: JobCardUpdateFilter!) {\n  jobCardUpdated(after: $after, filter: $filter) {\n    cursor\n    type\n    jobCard {\n      ...Card\n    }\n  }\n}\n\nfragment Card on JobCard {\n  id\n  version\n  number\n  status\n  priority\n  promisedAt\n  complaint\n  stage {\n    id\n    name\n    colour\n    position\n    final\n  }\n  serviceCentre {\n    id\n  }\n  vehicle {\n    plate\n    make\n    model\n  }\n  customer {\n    displayName\n  }\n  technician {\n    displayName\n  }\n}",
};

export const FiguresDocument: Persisted<FiguresQuery, FiguresQueryVariables> = {
  hash: 'fc0cf5ff04b71936e6de8da145283aa771bbca1f9cd5faf08b6b867b47b8489c',
  text: "query Figures($serviceCentreId: ID, $period: DashboardPeriod!) {\n  dashboard(serviceCentreId: $serviceCentreId, period: $period) {\n    ...Figures\n  }\n}\n\nfragment Figures on Dashboard {\n  kpis {\n    name\n    value\n    previousValue\n    trend\n    amounts {\n      amount\n      currency\n    }\n  }\n  charts {\n    name\n    labels\n    series {\n      name\n      currency\n      values\n    }\n  }\n  widgets {\n    type\n    name\n  }\n}",
};

export const FiguresChangesDocument: Persisted<FiguresChangesSubscription, FiguresChangesSubscriptionVariables> = {
  hash: '10b82523c6529e6ac8977c10db9a4e41599abb928b195cdfb8c1398d4f3ba5fe',
  text: "subscription FiguresChanges($after: String, $serviceCentreId: ID, $period: DashboardPeriod!) {\n  dashboardUpdated(\n    after: $after\n    serviceCentreId: $serviceCentreId\n    period: $period\n  ) {\n    cursor\n    dashboard {\n      ...Figures\n    }\n  }\n}\n\nfragment Figures on Dashboard {\n  kpis {\n    name\n    value\n    previousValue\n    trend\n    amounts {\n      amount\n      currency\n    }\n  }\n  charts {\n    name\n    labels\n    series {\n      name\n      currency\n      values\n    }\n  }\n  widgets {\n    type\n    name\n  }\n}",
};

export const NoticesDocument: Persisted<NoticesQuery, NoticesQueryVariables> = {
  hash: '0aec5815f200a539bd7f74bb46fb4688a2a1519b6f230eefbc4f04c36f9017c5',
  text: "query Notices {\n  notifications(first: 20) {\n    nodes {\n      ...Notice\n    }\n  }\n  unreadNotificationCount\n}\n\nfragment Notice on Notification {\n  id\n  title\n  message\n  type\n  createdAt\n  readAt\n}",
};

export const ReadNoticeDocument: Persisted<ReadNoticeMutation, ReadNoticeMutationVariables> = {
  hash: 'ae382398ed5024f405800822dc49652f1e47fd084f48b77d0993cb504e7328cb',
  text: "mutation ReadNotice($id: ID!) {\n  markNotificationRead(id: $id) {\n    ...Notice\n  }\n}\n\nfragment Notice on Notification {\n  id\n  title\n  message\n  type\n  createdAt\n  readAt\n}",
};

export const ReadAllNoticesDocument: Persisted<ReadAllNoticesMutation, ReadAllNoticesMutationVariables> = {
  hash: '25fbea74fcb2718f9012dcc3585a16f8822f15008bda53f3173ef71d312ba4f5',
  text: "mutation ReadAllNotices {\n  markAllNotificationsRead\n}",
};

export const NoticeChangesDocument: Persisted<NoticeChangesSubscription, NoticeChangesSubscriptionVariables> = {
  hash: '9606bff9e066aae9b40a42c4dbabdd35884a545b55ecb824f200db0ebe7148ac',
  text: "subscription NoticeChanges($after: String) {\n  notificationReceived(after: $after) {\n    cursor\n    unreadCount\n    notification {\n      ...Notice\n    }\n  }\n}\n\nfragment Notice on Notification {\n  id\n  title\n  message\n  type\n  createdAt\n  readAt\n}",
};

export const SignInDocument: Persisted<SignInMutation, SignInMutationVariables> = {
  hash: '189a9d3496b5e2882e1eb1b654837ad69052eb2b6177a816cc0007b0d6a595a0',
  text: "mutation SignIn($input: LoginInput!) {\n  login(input: $input) {\n    accessToken\n    expiresAt\n  }\n}",
};

export const RenewSessionDocument: Persisted<RenewSessionMutation, RenewSessionMutationVariables> = {
  hash: '8ba9cf6adaefb4c9eb7747df5b62bf0f53b32e70eb07fc9200b55fe26972cf49',
  text: "mutation RenewSession {\n  refreshSession {\n    accessToken\n    expiresAt\n  }\n}",
};

export const SignOutDocument: Persisted<SignOutMutation, SignOutMutationVariables> = {
  hash: '6427bf1dd5af7faa2ff8a1d0011799c89ec009aa71bef4629b6dc0fc1756527c',
  text: "mutation SignOut {\n  logout\n}",
};

export const ViewerDocument: Persisted<ViewerQuery, ViewerQueryVariables> = {
  hash: '962bd68310f0839312e29a2e4fb65344c2efe42ba1f7a303eaa8a3c7f240aee8',
  text: "query Viewer {\n  me {\n    user {\n      displayName\n      locale\n    }\n    organisation {\n      name\n      locale\n    }\n    serviceCentres {\n      id\n      name\n    }\n    permissions {\n      permission\n    }\n  }\n}",
};

export const ReachedDocument: Persisted<ReachedQuery, ReachedQueryVariables> = {
  hash: '09004457a07b02248fca70d8f61189c6470f1c8ea692232a0cef77529502b2f7',
  text: "query Reached {\n  liveCursor\n}",
};

export const RepairDocument: Persisted<RepairQuery, RepairQueryVariables> = {
  hash: '5cb312a890e2086522dd25d6ca5dcf2650d3c90684f8d208db5128c49af42797',
  text: "query Repair($code: String!, $secondFactor: String!, $organisation: String) {\n  trackRepair(\n    code: $code\n    secondFactor: $secondFactor\n    organisation: $organisation\n  ) {\n    ...Repair\n  }\n}\n\nfragment Repair on TrackedRepair {\n  number\n  firstName\n  make\n  model\n  plate\n  serviceCentre\n  status\n  stage\n  stageColour\n  receivedAt\n  promisedAt\n  history {\n    at\n    stage\n    status\n  }\n  photos {\n    addedAt\n    caption\n    phase\n    thumbnailUrl\n    url\n  }\n}",
};

export const RepairChangesDocument: Persisted<RepairChangesSubscription, RepairChangesSubscriptionVariables> = {
  hash: '16501fe05f402c7e6361304c27cb971efbaac9bdfa1ee4f99c8e7ede23d5e48a',
  text: "subscription RepairChanges($after: String, $code: String!, $secondFactor: String!, $organisation: String) {\n  trackedRepairUpdated(\n    after: $after\n    code: $code\n    secondFactor: $secondFactor\n    organisation: $organisation\n  ) {\n    cursor\n    repair {\n      ...Repair\n    }\n  }\n}\n\nfragment Repair on TrackedRepair {\n  number\n  firstName\n  make\n  model\n  plate\n  serviceCentre\n  status\n  stage\n  stageColour\n  receivedAt\n  promisedAt\n  history {\n    at\n    stage\n    status\n  }\n  photos {\n    addedAt\n    caption\n    phase\n    thumbnailUrl\n    url\n  }\n}",
};
import { type Asked, change, command, create, near, type Operation } from './operation.fixtures';
import type { Kind } from './records.fixtures';

const LEAD = { lastName: 'Lead', phone: '+393331112244', source: 'ONLINE', interest: 'SERVICE' };
const COMPLAINT = { category: 'DELAY', description: 'Late.' };

/** A command that takes an id and something plain beside it. */
const withMore = (name: string, kind: Kind, more: string, argument = 'id'): Operation => ({
  name,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${name}(${argument}: $id, ${more}) { id } }`,
    variables: { id },
  }),
});

const give = (field: string, id: string, to: string): Asked => ({
  query: `mutation ($id: ID!, $to: ID!) { ${field}(id: $id, assigneeId: $to) { id } }`,
  variables: { id, to },
});

const assign = (field: string, kind: Kind): Operation[] => [
  {
    name: field,
    kind,
    ask: ({ id, world, place, caller }) =>
      give(field, id, world.stands('user', place === 'otherCentre' ? place : 'ownCentre', caller)!),
  },
  {
    name: `${field} to a user`,
    kind: 'user',
    byReference: true,
    atMost: 'C',
    except: ['own'],
    ask: (target) => give(field, near(target, kind), target.id),
  },
];

/** Leads, feedback, complaints, and what is kept of a customer. */
export const CARE: readonly Operation[] = [
  create('createLead', 'serviceCentre', 'CreateLeadInput', ({ id }) => ({ ...LEAD, serviceCentreId: id })),
  change('updateLead', 'lead', 'UpdateLeadInput', { notes: 'Changed' }),
  ...assign('assignLead', 'lead'),
  command('convertLead', 'leadQualified'),
  change('markLeadLost', 'lead', 'MarkLeadLostInput', { reason: 'Because' }),

  create('submitFeedback', 'jobDone', 'SubmitFeedbackInput', ({ id }) => ({ jobCardId: id, rating: 5 })),
  command('acknowledgeFeedback', 'feedback'),
  command('resolveFeedback', 'feedbackRead'),

  create('createComplaint', 'customer', 'CreateComplaintInput', ({ id, world, place }) => ({
    ...COMPLAINT,
    customerId: id,
    serviceCentreId: world.here.centres[place === 'otherCentre' ? 1 : 0],
  })),
  create('createComplaint about a job', 'jobDone', 'CreateComplaintInput', ({ id }) => ({
    ...COMPLAINT,
    jobCardId: id,
  })),
  change('updateComplaint', 'complaint', 'UpdateComplaintInput', { description: 'Changed' }),
  ...assign('assignComplaint', 'complaint'),
  command('investigateComplaint', 'complaintAssigned'),
  withMore('proposeComplaintResolution', 'complaintInvestigated', 'resolution: "Money"'),
  command('approveComplaintResolution', 'complaintProposed'),
  withMore('rejectComplaintResolution', 'complaintProposed', 'reason: "Because"'),
  withMore('escalateComplaint', 'complaint', 'reason: "Because"'),
  command('closeComplaint', 'complaintResolved'),

  command('exportCustomerData', 'customer', '{ id }', 'customerId'),
  withMore('eraseCustomer', 'customer', 'reason: "Because"', 'customerId'),
];

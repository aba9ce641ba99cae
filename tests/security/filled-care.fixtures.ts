import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

interface Filled {
  graph: TestGraph;
  admin: GraphClient;
  shop: Shop;
  marker: string;
  /** The first has nothing, and is erased here. */
  customers: string[];
  /** The first was called off, the second nobody has begun. */
  jobCards: string[];
  technician: string;
}

/** Leads, feedback, complaints in several states, an export and an erasure. */
export async function fillCare(filled: Filled): Promise<void> {
  await takeLeads(filled);
  await hearFeedback(filled);
  await hearComplaints(filled);
  const { admin, marker, customers } = filled;
  await admin.ask('mutation ($id: ID!) { exportCustomerData(customerId: $id) { id } }', { id: customers[1] });
  await admin.ask(
    'mutation ($id: ID!, $why: String!) { eraseCustomer(customerId: $id, reason: $why) { id } }',
    {
      id: customers[0],
      why: `Because of ${marker}`,
    },
  );
}

async function takeLeads({ graph, admin, shop, marker, technician }: Filled): Promise<void> {
  for (const status of ['CONTACTED', 'QUALIFIED', 'NEW']) {
    const id = await idOf(admin, 'createLead', 'CreateLeadInput', {
      lastName: marker,
      phone: '+393331112255',
      description: `Wants ${marker}`,
      notes: `Notes ${marker}`,
      estimatedValue: { amount: '100', currency: 'EUR' },
      source: 'ONLINE',
      interest: 'SERVICE',
      assigneeId: technician,
      serviceCentreId: shop.centres[0],
    });
    await graph.sql('update customer.lead set status = $2 where id = $1', [id, status]);
  }
}

/** On the job that was called off; the other one is done, and waits for feedback. */
async function hearFeedback({ graph, admin, marker, jobCards, technician }: Filled): Promise<void> {
  const put = (id: string, status: string) =>
    graph.sql('update workshop.job_card set status = $2, technician_id = $3 where id = $1', [
      id,
      status,
      technician,
    ]);
  const [calledOff, open] = jobCards as [string, string];
  await put(calledOff, 'DELIVERED');
  await idOf(admin, 'submitFeedback', 'SubmitFeedbackInput', {
    jobCardId: calledOff,
    rating: 1,
    comment: `Not content: ${marker}`,
  });
  await put(calledOff, 'CANCELLED');
  await put(open, 'DELIVERED');
}

/** The last ones made are in those states in which there is something to do. */
async function hearComplaints({ graph, admin, shop, marker, customers, technician }: Filled): Promise<void> {
  for (const status of ['INVESTIGATING', 'ASSIGNED', 'NEW', 'PROPOSED']) {
    const id = await idOf(admin, 'createComplaint', 'CreateComplaintInput', {
      customerId: customers[1],
      serviceCentreId: shop.centres[0],
      category: 'DELAY',
      description: `Late: ${marker}`,
    });
    await graph.sql(
      `update customer.complaint set status = $2, assignee_id = case when $2 <> 'NEW' then $3::uuid end where id = $1`,
      [id, status, technician],
    );
  }
}

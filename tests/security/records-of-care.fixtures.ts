import { idOf } from './id-of.fixtures';
import type { Maker, Makers } from './records.fixtures';

/** The makers of other records, which know these and so are told of later. */
type Others = () => Record<'customer' | 'jobCard', Maker>;

export const CARE_KINDS = [
  'lead',
  'leadQualified',
  'jobDone',
  'feedback',
  'feedbackRead',
  'complaint',
  'complaintAssigned',
  'complaintInvestigated',
  'complaintProposed',
  'complaintResolved',
] as const;
type CareKind = (typeof CARE_KINDS)[number];

const inState =
  (status: string, make: Maker): Maker =>
  async (world, host, owner, place) => {
    const id = await make(world, host, owner, place);
    if (id)
      await world.graph.sql(
        `update customer.complaint set status = $2, assignee_id = coalesce(assignee_id, $3),
           resolved_at = case when $2 = 'RESOLVED' then now() end where id = $1`,
        [id, status, host.shop.admin.id],
      );
    return id;
  };

export function careMakers(others: Others): Record<CareKind, Maker> {
  const lead: Maker = async (_, host, owner) =>
    owner
      ? null
      : idOf(host.client, 'createLead', 'CreateLeadInput', {
          lastName: 'Lead',
          phone: '+393331112244',
          source: 'WALK_IN',
          interest: 'SERVICE',
          serviceCentreId: host.centre,
        });

  const jobDone: Maker = async (world, host, owner, place) => {
    const id = await others().jobCard(world, host, owner, place);
    if (id)
      await world.graph.sql(
        `update workshop.job_card set status = 'DELIVERED', technician_id = coalesce(technician_id, $2) where id = $1`,
        [id, host.shop.admin.id],
      );
    return id;
  };

  const feedback: Maker = async (world, host, owner, place) => {
    const jobCardId = await jobDone(world, host, owner, place);
    return jobCardId && idOf(host.client, 'submitFeedback', 'SubmitFeedbackInput', { jobCardId, rating: 5 });
  };

  const complaint: Maker = async (world, host, owner, place) => {
    const isTechnician = owner?.role === 'TECHNICIAN';
    if (owner && !owner.customerId && !isTechnician) return null;
    const customerId = await others().customer(world, host, isTechnician ? null : owner, place);
    const facts = { category: 'DELAY', description: 'Late.', customerId, serviceCentreId: host.centre };
    const id = await idOf(host.client, 'createComplaint', 'CreateComplaintInput', facts);
    if (isTechnician) await giveTo(world, id, owner.userId!);
    return id;
  };

  return {
    lead,
    async leadQualified(world, host, owner, place) {
      const id = await lead(world, host, owner, place);
      if (id) await world.graph.sql("update customer.lead set status = 'QUALIFIED' where id = $1", [id]);
      return id;
    },
    jobDone,
    feedback,
    async feedbackRead(world, host, owner, place) {
      const id = await feedback(world, host, owner, place);
      if (id)
        await world.graph.sql(
          "update customer.feedback set status = 'ACKNOWLEDGED', acknowledged_at = now() where id = $1",
          [id],
        );
      return id;
    },
    complaint,
    complaintAssigned: inState('ASSIGNED', complaint),
    complaintInvestigated: inState('INVESTIGATING', complaint),
    complaintProposed: inState('PROPOSED', complaint),
    complaintResolved: inState('RESOLVED', complaint),
  };
}

const giveTo = (world: Makers, id: string, userId: string) =>
  world.graph.sql("update customer.complaint set status = 'ASSIGNED', assignee_id = $2 where id = $1", [
    id,
    userId,
  ]);

import { addressAllowed } from '../../../shared/access/addresses';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { RoleKind } from '../identity/role.entity';
import type { User } from '../identity/user.entity';

/** Whether the account may be used from this address: administrators only from where the organisation allows. */
export async function mayComeFrom(tx: Transaction, user: User, address: string | null): Promise<boolean> {
  const [row] = await tx.query<{ ranges: string[] }>(
    sql`select o.admin_allowed_addresses as ranges
        from customer.role r join customer.organisation o on o.organisation_id = r.organisation_id
        where r.organisation_id = ${tx.organisationId} and r.id = ${user.roleId} and r.kind = ${RoleKind.ADMIN}`,
  );
  return !row || addressAllowed(row.ranges, address);
}

import { requireOrganisation } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Context } from '../../../../shared/subgraph/context';
import { quotations } from '../../quotes/quotation.loader';

/** The quotation that became this request or this order; null where none did. Asked as the program. */
export async function quotationOf(context: Context, convertedToId: string | null): Promise<string | null> {
  if (!convertedToId) return null;
  const { reader } = context.asSystem(requireOrganisation(context.identity));
  const [quotation] = await reader.rows(quotations, sql`t.converted_to_id = ${convertedToId}`);
  return quotation?.id ?? null;
}

import { requireOrganisation } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Context } from '../../../../shared/subgraph/context';
import { ensureTemplate } from './default-template';
import type { InspectionTemplate } from './inspection-template.entity';
import { everyInspectionTemplate, inspectionTemplates } from './inspection-template.loader';

/** By name, those in use first. */
export async function listInspectionTemplates(context: Context): Promise<InspectionTemplate[]> {
  const read = () =>
    context.reader.rows(
      inspectionTemplates,
      sql`true`,
      sql`order by not t.active, lower(t.name), t.id limit 500`,
    );
  const found = await read();
  if (found.length) return found;
  await enterDefaultTemplate(context);
  return read();
}

/** What somebody begins with who names none: the first that was made, of those in use. */
export async function usualTemplate(context: Context): Promise<InspectionTemplate | null> {
  const read = () =>
    context.reader.rows(everyInspectionTemplate, sql`t.active`, sql`order by t.created_at, t.id limit 1`);
  const [found] = await read();
  if (found) return found;
  await enterDefaultTemplate(context);
  const [entered] = await read();
  return entered ?? null;
}

/** In the organisation’s language, which its owner is asked for. One that has templates is left alone. */
export async function enterDefaultTemplate(context: Context): Promise<void> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const { organisation } = await system.peers.ask<{ organisation: { locale: string } }>(
    'customer',
    '{ organisation { locale } }',
    {},
  );
  await system.transaction((tx) => ensureTemplate(tx, organisation.locale));
}

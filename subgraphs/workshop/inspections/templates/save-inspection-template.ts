import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../../shared/subgraph/context';
import { InspectionTemplate } from './inspection-template.entity';
import type {
  CreateInspectionTemplateInput,
  UpdateInspectionTemplateInput,
} from './inspection-template.input';
import { everyInspectionTemplate } from './inspection-template.loader';
import { sectionsOf } from './template-sections';

export async function createInspectionTemplate(
  context: Context,
  input: CreateInspectionTemplateInput,
): Promise<InspectionTemplate> {
  const sections = sectionsOf(input.sections, 'input.sections');
  const { id } = await context.once(
    { operation: 'createInspectionTemplate', key: input.idempotencyKey, input },
    async (tx) => {
      const template = await tx.insert(InspectionTemplate, {
        name: input.name.trim(),
        description: input.description?.trim() || null,
        active: true,
        sections,
      });
      tx.emit({
        name: 'InspectionTemplateCreated',
        subjectType: 'InspectionTemplate',
        subjectId: template.id,
      });
      return { id: template.id };
    },
  );
  return context.loadOrFail(everyInspectionTemplate, id);
}

export async function updateInspectionTemplate(
  context: Context,
  id: string,
  { name, description, active, sections, expectedVersion }: UpdateInspectionTemplateInput,
): Promise<InspectionTemplate> {
  const patch = {
    name: name?.trim(),
    description: description === undefined ? undefined : description?.trim() || null,
    active,
  };
  const wanted = sections && sectionsOf(sections, 'input.sections');
  await context.transaction(async (tx) => {
    const current = await tx.lock(changeable, id, expectedVersion);
    const isSame = isDeepStrictEqual(wanted, current.sections);
    const changed = await tx.update(InspectionTemplate, current, {
      ...patch,
      sections: isSame ? undefined : wanted,
    });
    if (changed.version !== current.version)
      tx.emit({ name: 'InspectionTemplateUpdated', subjectType: 'InspectionTemplate', subjectId: id });
  });
  return context.loadOrFail(everyInspectionTemplate, id);
}

const changeable = { ...everyInspectionTemplate, permission: 'inspectionTemplates:update' };

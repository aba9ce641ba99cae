import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { InspectionTemplate } from './inspection-template.entity';
import { CreateInspectionTemplateInput, UpdateInspectionTemplateInput } from './inspection-template.input';
import { listInspectionTemplates } from './list-inspection-templates';
import { createInspectionTemplate, updateInspectionTemplate } from './save-inspection-template';

@Resolver(() => InspectionTemplate)
export class InspectionTemplateResolver {
  @Query(() => [InspectionTemplate], {
    description:
      'What inspections look at: the organisation’s templates by name, those in use first. An organisation begins ' +
      'with a multi-point check in its language.',
  })
  @Permission('inspectionTemplates:read')
  inspectionTemplates(@Ctx() context: Context): Promise<InspectionTemplate[]> {
    return listInspectionTemplates(context);
  }

  @Mutation(() => InspectionTemplate, { description: 'Makes a template that inspections can be begun with.' })
  @Permission('inspectionTemplates:create')
  createInspectionTemplate(
    @Arg('input', { description: 'What is to be looked at.' }) input: CreateInspectionTemplateInput,
    @Ctx() context: Context,
  ): Promise<InspectionTemplate> {
    return createInspectionTemplate(context, input);
  }

  @Mutation(() => InspectionTemplate, {
    description: 'Changes a template, for inspections that are begun from then on.',
  })
  @Permission('inspectionTemplates:update')
  updateInspectionTemplate(
    @Arg('id', () => ID, { description: 'The template.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateInspectionTemplateInput,
    @Ctx() context: Context,
  ): Promise<InspectionTemplate> {
    return updateInspectionTemplate(context, id, input);
  }
}

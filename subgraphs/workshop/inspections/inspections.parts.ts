import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { Inspection } from './inspection.entity';
import { inspectionReference } from './inspection.reference';
import { InspectionResolver } from './inspection.resolver';
import { InspectionCommands } from './inspection-commands.resolver';
import { InspectionItem } from './inspection-item.entity';
import { InspectionItemResolver, InspectionPhotoResolver } from './inspection-item.resolver';
import { JobCardInspectionsResolver, VehicleInspectionsResolver } from './inspection-neighbours.resolver';
import { InspectionPhoto } from './inspection-photo.entity';
import { SharedInspectionResolver } from './shared-inspection.resolver';
import {
  enterDefaultTemplateHandler,
  enterDefaultTemplateTask,
} from './templates/enter-default-template.task';
import { InspectionTemplate } from './templates/inspection-template.entity';
import { InspectionTemplateResolver } from './templates/inspection-template.resolver';

/** Looking vehicles over by a template, and showing customers what was found. */
export const inspectionsParts = {
  entities: [InspectionTemplate, Inspection, InspectionItem, InspectionPhoto],
  resolvers: [
    InspectionTemplateResolver,
    InspectionResolver,
    InspectionCommands,
    InspectionItemResolver,
    InspectionPhotoResolver,
    SharedInspectionResolver,
    JobCardInspectionsResolver,
    VehicleInspectionsResolver,
  ],
  references: [inspectionReference],
  handlers: [enterDefaultTemplateHandler],
  tasks: [enterDefaultTemplateTask],
  constraints: {
    inspection_template_name: () => conflict('Another template has this name.', { field: 'name' }),
  },
} satisfies Parts;

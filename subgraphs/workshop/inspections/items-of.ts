import type { Context } from '../../../shared/subgraph/context';
import { inspectionItems, inspectionPhotos } from './inspection.loader';
import type { InspectionItem } from './inspection-item.entity';
import type { InspectionPhoto } from './inspection-photo.entity';

/** In their order; for many inspections at once, one statement. */
export const itemsOf = (context: Context, inspectionId: string): Promise<InspectionItem[]> =>
  context.childrenOf(inspectionItems, 'inspectionId', inspectionId, { by: ['position'], descending: false });

/** The first attached first. */
export const photosOf = (context: Context, itemId: string): Promise<InspectionPhoto[]> =>
  context.childrenOf(inspectionPhotos, 'itemId', itemId, { by: ['createdAt'], descending: false });

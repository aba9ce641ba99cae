import type { Context } from '../../../shared/subgraph/context';
import type { ReportDataset } from './builder.type';
import { columnOf, mayAll } from './compile-report';
import { type Dataset, dimensionsOf } from './dataset';
import { DATASETS, type ReportDatasetName } from './datasets/datasets';

export const listDatasets = (context: Context): ReportDataset[] =>
  (Object.entries(DATASETS) as [ReportDatasetName, Dataset][])
    .filter(([, { permission }]) => mayAll(context, permission))
    .map(([name, dataset]) => ({
      name,
      description: dataset.means,
      dimensions: Object.entries(dimensionsOf(dataset)).map(([key, each]) => columnOf(key, each)),
      measures: Object.entries(dataset.measures)
        .filter(([, { permission }]) => !permission || mayAll(context, permission))
        .map(([key, each]) => columnOf(key, each)),
    }));

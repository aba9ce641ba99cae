import type { Parts } from '../../../shared/subgraph/parts';
import { ReportBuilderResolver } from './builder.resolver';
import { SavedReport } from './saved-report.entity';

export const builderParts = {
  entities: [SavedReport],
  resolvers: [ReportBuilderResolver],
} satisfies Parts;

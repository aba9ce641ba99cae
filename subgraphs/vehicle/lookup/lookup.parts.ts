import type { Parts } from '../../../shared/subgraph/parts';
import { LookupResolver } from './lookup.resolver';
import { RegisterAnswerRecord } from './register-answer.entity';

export const lookupParts = {
  entities: [RegisterAnswerRecord],
  resolvers: [LookupResolver],
} satisfies Parts;

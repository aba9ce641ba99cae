export { CompiledOperation, type Execution, type LoadedGraph } from './compiled-operation';
export type { SubgraphAnswer } from './plan/run';
export type { Variables } from './values';

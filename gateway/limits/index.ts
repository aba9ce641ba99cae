export { checkLimits, type LimitedOperation, type OperationSize } from './check';
export { DEFAULT_LIMITS, type OperationLimits } from './limits';
export { LEAST_COST, UNREAD_OPERATION } from './prices';
export { limitCheck } from './remembered';
export { limitOfSyntaxError, parseOptions } from './tokens';

export { type OutboxOptions, outboxHandler } from './handler';

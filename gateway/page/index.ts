export { pageHandler } from './handler';
export type { PageOptions } from './html';

export { boardHandler } from './handler';

export { tokenEndpoint } from './token-endpoint';

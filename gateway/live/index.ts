export { type LiveEndpoint, openLive } from './endpoint';
export { serveSockets } from './sockets';
export { streamEndpoint } from './stream';

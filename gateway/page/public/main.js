/* global GraphiQL, React, ReactDOM */
import { bindBar } from './bar.js';
import { createFetcher } from './fetcher.js';
import { Session } from './session.js';

// GraphiQL's menus add style elements of their own; this is where its library looks for the nonce they need.
window.__webpack_nonce__ = document.querySelector('link[nonce]').nonce;

const { endpoint, query } = document.body.dataset;
const session = new Session(endpoint);

bindBar(session);
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher: createFetcher(endpoint, session), defaultQuery: query }),
);

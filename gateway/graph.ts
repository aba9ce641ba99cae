import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { SubgraphLink } from '../shared/subgraph/peers';
import type { GatewayContext } from './context';
import { LinkedDataSource } from './data-source';
import { formatError } from './error-format';
import type { GatewayMetrics } from './http/metrics';
import { DEFAULT_LIMITS, type OperationLimits, parseOptions } from './limits';
import { limitsPlugin } from './limits-plugin';
import { metricsPlugin } from './metrics-plugin';

import { requestIdPlugin } from './request-id-plugin';
import { valueCompletionPlugin } from './value-completion-plugin';

export interface GraphOptions {
  supergraph: string;
  /** How to reach a subgraph of the supergraph; `url` is the address that the supergraph gives. */
  linkTo(name: string, url: string | undefined): SubgraphLink;
  metrics: GatewayMetrics;
  /** Null switches the limits off, for conformance runs in development. */
  limits: OperationLimits | null;
  introspection: boolean;
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** Apollo's planner and executor over our links, behind Apollo Server's handling of documents and HTTP. */
export function createGraph(options: GraphOptions): ApolloServer<GatewayContext> {
  const { metrics, limits } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraph,
    logger: quiet,
    buildService: ({ name, url }) => new LinkedDataSource(name, options.linkTo(name, url), metrics),
  });
  const plugins: ApolloServerPlugin<GatewayContext>[] = [
    metricsPlugin(metrics),
    requestIdPlugin,
    valueCompletionPlugin,
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
  if (limits) plugins.unshift(limitsPlugin(limits));
  return new ApolloServer<GatewayContext>({
    gateway,
    plugins,
    logger: quiet,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: parseOptions(limits),
    formatError: (formatted) => formatError(formatted, limits ?? DEFAULT_LIMITS),
  });
}

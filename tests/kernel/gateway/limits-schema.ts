import {
  buildSchema,
  getOperationAST,
  getVariableValues,
  MaxIntrospectionDepthRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import {
  checkLimits,
  DEFAULT_LIMITS,
  type OperationLimits,
  type OperationSize,
} from '../../../gateway/limits';

/** A small shop with everything that the prices tell apart. */
export const shopSchema = buildSchema(`
  directive @note(text: String) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY | VARIABLE_DEFINITION | FRAGMENT_DEFINITION

  interface Named { name: String }

  type Owner implements Named {
    name: String
    car: Car
    contacts: [Contact!]!
    cars(first: Int, last: Int): CarConnection!
  }
  type Contact { value: String owner: Owner }
  type Car implements Named { name: String pdfUrl: String owner: Owner plates: [String!]! grid: [[Contact!]!]! }
  type CarConnection { nodes: [Car!]! edges: [CarEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type CarEdge { node: Car! cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
  union Found = Owner | Car

  type Query {
    version: String
    me: Owner
    cars(first: Int, last: Int): CarConnection!
    recent(first: Int = 30): [Car!]!
    search: [Found!]!
  }
  type Mutation { rename(name: String): Owner ping: Boolean renameAll: [Owner!]! }
  type Subscription { carChanged: Car }
`);

/** The rules that make a document countable. The others have limits of their own, which would answer first. */
const LEFT_OUT = [
  MaxIntrospectionDepthRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
];
const RULES = specifiedRules.filter((rule) => !LEFT_OUT.includes(rule));

const UNLIMITED = Object.fromEntries(
  Object.keys(DEFAULT_LIMITS).map((name) => [name, Number.MAX_SAFE_INTEGER]),
) as unknown as OperationLimits;

export interface Measured {
  variables?: Record<string, unknown>;
  operationName?: string;
  limits?: Partial<OperationLimits>;
}

/** As the gateway does it: validated and coerced first. Without `limits` nothing is refused. */
export function measure(
  source: string,
  { variables = {}, operationName, limits }: Measured = {},
): OperationSize {
  const document = parse(source);
  const problems = validate(shopSchema, document, RULES);
  if (problems[0]) throw problems[0];
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(shopSchema, definitions, variables);
  if (!coerced) throw errors?.[0];
  return checkLimits({
    document,
    operationName,
    schema: shopSchema,
    variableValues: coerced,
    limits: { ...UNLIMITED, ...limits },
  });
}

import 'reflect-metadata';
import { parse, validate } from 'graphql';
import { APPS } from '../../program/apps';
import { buildSchema } from '../../shared/subgraph/schema';
import { FACTS } from '../../subgraphs/customer/messages/kinds/facts';

/** What the texts of messages ask of other subgraphs, which no compiler holds against what those have. */
const schemas = new Map(APPS.map((app) => [app.name, buildSchema(app).schema]));
const facts = Object.entries(FACTS).map(([name, { asks }]) => [name, asks] as const);

describe('what messages ask for', () => {
  test.each(facts)('%s is to be had of the subgraph that is asked', (_, { subgraph, type, selection }) => {
    const document = parse(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${selection} } } }`,
    );
    const problems = validate(schemas.get(subgraph)!, document);
    expect(problems.map(({ message }) => message)).toEqual([]);
  });
});

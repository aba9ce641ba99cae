const { createHash } = require('node:crypto');
const { concatAST, Kind, print, visit } = require('graphql');

/**
 * For graphql-codegen, behind `typescript-operations`: each operation as its text, with the fragments that it needs,
 * and the hash that it is asked for by. The hash is made here because browsers make none on a page without TLS.
 */
module.exports.plugin = (_schema, documents) => {
  const { definitions } = concatAST(documents.map(({ document }) => document));
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return [
    HEAD,
    ...definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map((operation) => {
        const name = operation.name.value;
        const type = name + operation.operation[0].toUpperCase() + operation.operation.slice(1);
        const text = [operation, ...fragmentsOf(operation, fragments)].map(print).join('\n\n');
        const hash = createHash('sha256').update(text).digest('hex');
        return `export const ${name}Document: Persisted<${type}, ${type}Variables> = {
  hash: '${hash}',
  text: ${JSON.stringify(text)},
};`;
      }),
  ].join('\n\n');
};

const HEAD = `/** An operation, with the types of what it answers and takes. */
export interface Persisted<Data, Variables> {
  /** SHA-256 of the text. */
  readonly hash: string;
  readonly text: string;
  readonly types?: (variables: Variables) => Data;
}`;

function fragmentsOf(operation, fragments) {
  const needed = new Set();
  const look = (node) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (needed.has(fragment)) return;
        needed.add(fragment);
        look(fragment);
      },
    });
  look(operation);
  return needed;
}

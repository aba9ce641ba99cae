import { readFileSync } from 'node:fs';
import { pruneSchema } from '@graphql-tools/utils';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  Kind,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type { ProjectFile } from './project-files';

/** What the last release promised, and the documents of this repository, against the schema as it is now. */
export interface Promises {
  released: string;
  api: string;
  documents: readonly { path: string; text: string }[];
  /** As `2027-03-31`: what was deprecated until then may be gone. */
  today: string;
}

/**
 * Whoever built on the last release must still be answered: third parties have registered documents, and frontends
 * are open in browsers. What goes is deprecated first, until a day that its reason names, and released like that.
 */
export function schemaPromises(files: readonly ProjectFile[]): string[] {
  return brokenPromises({
    released: readFileSync('schema/released.graphql', 'utf8'),
    api: readFileSync('schema/api.graphql', 'utf8'),
    documents: files
      .filter(({ path }) => path.endsWith('.graphql') && !path.startsWith('schema/'))
      .map(({ path, lines }) => ({ path, text: lines.join('\n') })),
    today: new Date().toISOString().slice(0, 10),
  });
}

export function brokenPromises({ released, api, documents, today }: Promises): string[] {
  const was = pruneSchema(built(withoutWhatRanOut(parse(released), today)));
  const now = parse(api);
  const schema = built(now);
  const changes = [
    ...findBreakingChanges(was, schema),
    // A default that changes gives another answer to the same document; the other dangers are additions.
    ...findDangerousChanges(was, schema).filter(({ type }) => type === 'ARG_DEFAULT_VALUE_CHANGE'),
  ];
  return [
    ...changes.map(({ description }) => `The last release promised otherwise: ${description}`),
    ...undated(now).map((reason) => `A deprecation says until when, as in “until 2027-03-31”: ${reason}`),
    ...documents.flatMap(({ path, text }) =>
      faultsOf(schema, text).map((fault) => `${path} would not run: ${fault}`),
    ),
  ];
}

const built = (document: DocumentNode): GraphQLSchema => buildASTSchema(document, { assumeValidSDL: true });

const RULES = [...specifiedRules, NoDeprecatedCustomRule];

const faultsOf = (schema: GraphQLSchema, text: string): string[] =>
  validate(schema, parse(text), RULES).map(({ message }) => message);

const UNTIL = /\buntil (\d{4}-\d{2}-\d{2})\b/;

interface Deprecatable {
  directives?: readonly ConstDirectiveNode[];
}

/** `null` for what is not deprecated. */
function reasonOf({ directives }: Deprecatable): string | null {
  const deprecated = directives?.find(({ name }) => name.value === 'deprecated');
  if (!deprecated) return null;
  const reason = deprecated.arguments?.find(({ name }) => name.value === 'reason')?.value;
  return reason?.kind === Kind.STRING ? reason.value : '';
}

function withoutWhatRanOut(document: DocumentNode, today: string): DocumentNode {
  const drop = (node: Deprecatable) => {
    const until = UNTIL.exec(reasonOf(node) ?? '')?.[1];
    return until && until < today ? null : undefined;
  };
  return visit(document, { FieldDefinition: drop, EnumValueDefinition: drop, InputValueDefinition: drop });
}

function undated(document: DocumentNode): string[] {
  const found: string[] = [];
  const look = (node: Deprecatable & { name: { value: string } }) => {
    const reason = reasonOf(node);
    if (reason !== null && !UNTIL.test(reason)) found.push(`${node.name.value} (${reason || 'no reason'})`);
  };
  visit(document, { FieldDefinition: look, EnumValueDefinition: look, InputValueDefinition: look });
  return found;
}

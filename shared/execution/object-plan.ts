import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Compilation } from './compilation';
import type { FieldFacts } from './info';
import { type PlannedField, planField } from './planned-field';
import type { Holder, Position } from './position';
import type { Run } from './run';
import { collectFields } from './selection';

/** What is asked of the objects of one type in one place of the document. */
export class ObjectPlan {
  readonly fields: readonly PlannedField[];
  private readonly blank: Holder;

  constructor(compilation: Compilation, type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]) {
    const selection = collectFields(compilation, type, selectionSets);
    this.fields = [...selection].flatMap(([key, nodes]) => {
      const definition = definitionOf(compilation.schema, type, nodes[0]!.name.value);
      if (!definition) return [];
      const facts = { definition, parentType: type, key, nodes: nodes as unknown as FieldFacts['nodes'] };
      return planField(compilation, facts);
    });
    this.blank = Object.fromEntries(this.fields.map(({ key }) => [key, undefined]));
  }

  /** An object with its keys in their order and nothing in them. Copied: that is quicker than key after key. */
  answer(): Holder {
    return { ...this.blank };
  }

  execute(run: Run, source: unknown, at: Position | undefined): Holder {
    const answer = this.answer();
    for (const field of this.fields) answer[field.key] = field.execute(run, source, answer, at);
    return answer;
  }
}

function definitionOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

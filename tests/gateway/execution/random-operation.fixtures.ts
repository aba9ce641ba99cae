import {
  doTypesOverlap,
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { inputValue, written } from './operation-values.fixtures';
import { Dice } from './random.fixtures';

export interface RandomOperation {
  query: string;
  /** As a client sends them: some values to choose from, the same for the same number. */
  variables(number: number): Record<string, unknown>;
}

interface Variable {
  type: GraphQLInputType;
  text: string;
  optional: boolean;
}

interface Fragment {
  name: string;
  on: GraphQLCompositeType;
  text: string;
}

const ALIASES = ['a', 'b', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', 'then'];
/** Names of real fields, keys among them, for other fields: plans keep them apart only where both are leaves. */
const LEAF_ALIASES = [...ALIASES, 'id', 'name', 'x'];
const DEEPEST = 5;
const INTROSPECTIONS = [
  '__schema { queryType { name kind } mutationType { name } __typename }',
  '__type(name: "Query") { name fields { name } }',
  'meta: __type(name: $typeName) { ...OfType kind }',
  '__schema { queryType { ...OfType } directives { name args { name defaultValue } } }',
];
const OF_TYPE =
  'fragment OfType on __Type { name fields { name args { name defaultValue } } possibleTypes { name } }';

/** A valid operation over the schema of the API, which the seed decides. */
export function randomOperation(schema: GraphQLSchema, ...seed: (string | number)[]): RandomOperation {
  return new OperationWriter(schema, new Dice('operation', ...seed)).write();
}

class OperationWriter {
  private readonly variables = new Map<string, Variable>();
  private readonly fragments: Fragment[] = [];
  /** What each response name stands for: the same name is never two things in one operation. */
  private readonly names = new Map<string, string>();
  private readonly composites: readonly GraphQLCompositeType[];
  private budget: number;
  private introspects = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {
    const types: GraphQLNamedType[] = Object.values(schema.getTypeMap());
    this.composites = types.filter(isCompositeType).filter((type) => !type.name.startsWith('__'));
    this.budget = 12 + dice.below(30);
  }

  write(): RandomOperation {
    const { dice, schema } = this;
    const mutation = schema.getMutationType();
    const [kind, root] =
      mutation && dice.chance(0.25) ? ['mutation', mutation] : ['query', schema.getQueryType()!];
    const body = this.selectionSet(root as GraphQLCompositeType, 0, kind === 'query');
    const declared = [...this.variables].map(([name, { text }]) => `$${name}: ${text}`).join(', ');
    const operation = `${kind} ${dice.chance(0.5) ? 'Named' : ''}${declared ? `(${declared})` : ''} ${body}`;
    const used = this.usedFragments(operation);
    return {
      query: [operation, ...used, ...(this.introspects ? [OF_TYPE] : [])].join('\n'),
      variables: (number) => this.valuesOf(new Dice(operation, 'values', number)),
    };
  }

  private valuesOf(dice: Dice): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [name, { type, optional }] of this.variables) {
      if (optional && dice.chance(0.4)) continue;
      values[name] = name === 'typeName' ? dice.pick(['Query', 'Int', 'No']) : inputValue(dice, type);
    }
    return values;
  }

  private usedFragments(operation: string): string[] {
    const used = new Set<Fragment>();
    const follow = (text: string): void => {
      for (const fragment of this.fragments)
        if (!used.has(fragment) && text.includes(`...${fragment.name} `)) {
          used.add(fragment);
          follow(fragment.text);
        }
    };
    follow(operation);
    return [...used].map(({ text }) => text);
  }

  private selectionSet(type: GraphQLCompositeType, depth: number, isQueryRoot = false): string {
    const { dice } = this;
    const count = 1 + dice.below(depth === 0 ? 4 : 5);
    const selections: string[] = [];
    for (let index = 0; index < count; index += 1) selections.push(this.selection(type, depth));
    if (isQueryRoot && dice.chance(0.08)) selections.push(this.introspection());
    const written = selections.filter((selection) => selection !== '');
    return `{ ${written.length ? written.join(' ') : this.typename()} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const { dice } = this;
    const kind = dice.below(100);
    if (kind < 8) return this.typename();
    if (kind < 24 && depth < DEEPEST + 2) return this.inlineFragment(type, depth);
    if (kind < 34) return this.spread(type, depth);
    if (isUnionType(type)) return kind < 80 ? this.inlineFragment(type, depth) : this.typename();
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    this.budget -= 1;
    const deep = depth < DEEPEST && this.budget > 0;
    const choices = deep && (dice.chance(0.6) || !leaves.length) ? fields : leaves;
    return choices.length ? this.field(dice.pick(choices), depth) : this.typename();
  }

  private typename(): string {
    const name = this.dice.pick(['', '', '', 'kind: ', 'valueOf: ']);
    const taken = name && this.taken(name.slice(0, -2), '__typename');
    return `${taken ? '' : name}__typename${this.directives()}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = this.args(field);
    const signature = `${field.name}${args}:${shapeOf(field.type)}`;
    const named = getNamedType(field.type);
    const aliases = isLeafType(getNullableType(field.type)) ? LEAF_ALIASES : ALIASES;
    let name = this.dice.chance(0.2) ? this.dice.pick(aliases) : field.name;
    while (this.taken(name, signature)) name = `n${this.names.size}`;
    const alias = name === field.name ? '' : `${name}: `;
    const inside = isCompositeType(named) ? ` ${this.selectionSet(named, depth + 1)}` : '';
    return `${alias}${field.name}${args}${this.directives()}${inside}`;
  }

  private taken(name: string, signature: string): boolean {
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, signature);
    return known !== undefined && known !== signature;
  }

  private inlineFragment(type: GraphQLCompositeType, depth: number): string {
    const on = this.dice.chance(0.2) ? null : this.overlapping(type);
    const body = this.selectionSet(on ?? type, depth + 1);
    return `...${on ? ` on ${on.name}` : ''}${this.directives()} ${body}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const fitting = this.fragments.filter((fragment) => doTypesOverlap(this.schema, fragment.on, type));
    if (fitting.length && this.dice.chance(0.5))
      return `...${this.dice.pick(fitting).name} ${this.directives()}`;
    if (depth >= DEEPEST || this.fragments.length > 4) return '';
    const on = this.overlapping(type);
    const body = this.selectionSet(on, depth + 1);
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, on, text: `fragment ${name} on ${on.name} ${body}` });
    return `...${name} ${this.directives()}`;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const overlapping = this.composites.filter((other) => doTypesOverlap(this.schema, other, type));
    return overlapping.length && this.dice.chance(0.8) ? this.dice.pick(overlapping) : type;
  }

  private args(field: GraphQLField<unknown, unknown>): string {
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || this.dice.chance(0.5))
      .map(({ name, type }) => `${name}: ${this.argument(type)}`);
    return given.length ? `(${given.join(', ')})` : '';
  }

  private argument(type: GraphQLInputType): string {
    const { dice } = this;
    if (dice.chance(0.5)) return written(inputValue(dice, type), type);
    const text = String(type);
    const known = [...this.variables].find(([, variable]) => variable.text === text);
    if (known && dice.chance(0.5)) return `$${known[0]}`;
    return `$${this.variable({ type, text, optional: !isNonNullType(type) })}`;
  }

  private directives(): string {
    const { dice } = this;
    if (!dice.chance(0.12)) return '';
    const first = `@${dice.pick(['skip', 'include'])}(if: ${this.condition()})`;
    if (!dice.chance(0.2)) return ` ${first}`;
    return ` ${first} @${first.startsWith('@skip') ? 'include' : 'skip'}(if: ${this.condition()})`;
  }

  private condition(): string {
    const { dice } = this;
    if (dice.chance(0.3)) return dice.pick(['true', 'false']);
    const text = dice.pick(['Boolean!', 'Boolean!', 'Boolean! = true', 'Boolean! = false', 'Boolean = true']);
    const known = [...this.variables].find(([, variable]) => variable.text === text);
    const type = new GraphQLNonNull(GraphQLBoolean);
    const name = known?.[0] ?? this.variable({ type, text, optional: text.includes('=') });
    return `$${name}`;
  }

  private variable(variable: Variable): string {
    const name = `v${this.variables.size}`;
    this.variables.set(name, variable);
    return name;
  }

  private introspection(): string {
    const text = this.dice.pick(INTROSPECTIONS);
    if (text.includes('OfType')) this.introspects = true;
    if (text.includes('$typeName')) {
      const type = new GraphQLNonNull(GraphQLString);
      this.variables.set('typeName', { type, text: 'String!', optional: false });
    }
    return text;
  }
}

/** Lists and nulls of a type, and what it is in the end: what fields of one response name have to agree in. */
function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isLeafType(type) ? type.name : '{}';
}

import {
  type DocumentNode,
  GraphQLError,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { noIntrospectionRule } from './introspection-rule';
import { KnownDocument, type OperationOptions } from './known-document';
import { parseOptions } from './limits';
import { Recent } from './recent';
import { responseNamesRule } from './response-names-rule';
import { withoutSuggestion } from './suggestions';

/** A text that is no document of this schema. */
export class InvalidDocument extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('The document is not valid.');
  }
}

/**
 * Texts read and validated. A client sends the same few documents again and again, so those in use are kept; what
 * is refused is not. A parsed document takes some 100 bytes a character.
 */
export class Documents {
  private readonly known = new Recent<KnownDocument>({ entries: 1_000, characters: 500_000 });
  private readonly rules: readonly ValidationRule[];

  constructor(private readonly options: OperationOptions) {
    this.rules = [
      ...specifiedRules,
      ...(options.introspection ? [] : [noIntrospectionRule]),
      responseNamesRule,
    ];
  }

  of(text: string): KnownDocument {
    const known = this.known.get(text);
    if (known) return known;
    const document = new KnownDocument(this.read(text), this.options);
    this.known.set(text, document, text.length);
    return document;
  }

  private read(text: string): DocumentNode {
    const document = this.parsed(text);
    const errors = validate(this.options.schema, document, this.rules);
    if (errors.length === 0) return document;
    throw new InvalidDocument(errors.map((error) => this.told(error)));
  }

  private parsed(text: string): DocumentNode {
    try {
      return parse(text, parseOptions(this.options.limits));
    } catch (error) {
      // Brackets inside each other exhaust the parser's stack before they exhaust the tokens.
      if (!(error instanceof GraphQLError || error instanceof RangeError)) throw error;
      const { source, positions } = error instanceof GraphQLError ? error : {};
      const extensions = { code: 'GRAPHQL_PARSE_FAILED' };
      throw new InvalidDocument([new GraphQLError(error.message, { source, positions, extensions })]);
    }
  }

  private told({ message, nodes, extensions }: GraphQLError): GraphQLError {
    return new GraphQLError(this.options.introspection ? message : withoutSuggestion(message), {
      nodes,
      extensions: { ...extensions, code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }
}

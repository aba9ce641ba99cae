import {
  buildSchema,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  NoDeprecatedCustomRule,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentCheck, DocumentFault, DocumentFindings } from '../../shared/documents/document-check';
import { Documents } from '../documents';
import { refusalsOf } from '../graph';
import type { KnownOperation } from '../known-document';
import { checkLimits, DEFAULT_LIMITS } from '../limits';
import { Recent } from '../recent';

/** `Type` or `Type.field` → a permission, `signedIn` or `public`. */
export type Needs = Readonly<Record<string, string>>;

const NOTHING: DocumentFindings = { name: null, type: null, needs: [], deprecated: [], faults: [] };

/** The generated schema, with what each of its fields needs. */
export class SchemaDocumentCheck implements DocumentCheck {
  private readonly schema: GraphQLSchema;
  private readonly documents: Documents;
  private readonly found = new Recent<DocumentFindings>({ entries: 2_000, characters: 2_000_000 });

  constructor(
    sdl: string,
    private readonly needs: Needs,
  ) {
    this.schema = buildSchema(sdl, { assumeValidSDL: true });
    this.documents = new Documents({
      schema: this.schema,
      limits: DEFAULT_LIMITS,
      introspection: false,
      compile() {
        throw new Error('Nothing runs here.');
      },
    });
  }

  look(text: string): DocumentFindings {
    const known = this.found.get(text);
    if (known) return known;
    const findings = this.lookAnew(text);
    this.found.set(text, findings, text.length);
    return findings;
  }

  private lookAnew(text: string): DocumentFindings {
    try {
      const operation = this.documents.of(text).operation(undefined);
      const { document, name = null } = operation;
      // Sizes that variables give are looked at when they come.
      checkLimits({ document, schema: this.schema, variableValues: {}, limits: DEFAULT_LIMITS });
      // All of them: by itself it gives up after a hundred, and says so among what it found.
      const unbounded = { maxErrors: Number.POSITIVE_INFINITY };
      const deprecated = validate(this.schema, document, [NoDeprecatedCustomRule], unbounded).map(
        ({ message }) => message,
      );
      const type = TYPES[operation.type];
      return { name, type, deprecated: [...new Set(deprecated)], ...this.neededBy(operation) };
    } catch (error) {
      const refusals = refusalsOf(error);
      if (!refusals) throw error;
      return {
        ...NOTHING,
        faults: refusals.map(({ message, extensions }) => ({ code: String(extensions.code), message })),
      };
    }
  }

  private neededBy({ document }: KnownOperation): Pick<DocumentFindings, 'needs' | 'faults'> {
    const needs = new Set<string>();
    const faults: DocumentFault[] = [];
    const types = new TypeInfo(this.schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name: { value: field } }) => {
          for (const coordinate of this.coordinates(types, field)) {
            const need = this.needs[coordinate];
            if (need === 'public') faults.push(openToAll(field));
            else if (need && need !== 'signedIn') needs.add(need);
          }
        },
      }),
    );
    return { needs: [...needs].sort(), faults };
  }

  /** The field, on each type that it may be asked of, and the type of what it gives. */
  private coordinates(types: TypeInfo, field: string): string[] {
    const parent = types.getParentType();
    const owners = parent && isAbstractType(parent) ? this.schema.getPossibleTypes(parent) : [parent];
    const given = getNamedType(types.getType());
    return [
      ...owners.map((owner) => `${owner?.name}.${field}`),
      ...(isObjectType(given) ? [given.name] : []),
    ];
  }
}

const TYPES = { query: 'QUERY', mutation: 'MUTATION', subscription: 'SUBSCRIPTION' } as const;

/** Signing in, signing up and the like are for people. */
const openToAll = (field: string): DocumentFault => ({
  code: 'FORBIDDEN',
  message: `${field} is open to everybody, and asked without a client.`,
});

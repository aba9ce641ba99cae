/**
 * What an operation is charged. One unit is about one row that has to be found; the sizes that a client asks for
 * count as asked, before any server-side cap, so that a large page is refused and not silently cut.
 */

/** A field whose value has fields of its own: one look-up, mostly shared through a loader. */
export const OBJECT_FIELD = 1;

/** A scalar or enum is a column of a row that is paid for already. */
export const LEAF_FIELD = 0;

/** Some tenths of a second of a processor, unless somebody asked for the same before: forty in one operation. */
export const RENDERED_FIELD = 500;
export const RENDERED_FIELDS: ReadonlySet<string> = new Set(['pdfUrl']);

/** A command: a transaction, its events and its audit, whatever it returns. Instead of the price of the field. */
export const MUTATION_FIELD = 10;

/** What every operation costs at least: it was read, whatever it selects. */
export const LEAST_COST = 1;

/** A document that is refused, and so has no size: it was parsed, and held against the schema. */
export const UNREAD_OPERATION = 10;

/** Wrappers of the paging convention hold nothing but the row that is paid for below them. */
export const WRAPPER_FIELD = 0;

/** The arguments that say how many rows are wanted; the largest one given counts. */
export const PAGE_SIZE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'last']);

/** Rows of a connection without a page size: what the server then returns. */
export const CONNECTION_ROWS = 20;

/** Rows of a list that is not paged: contacts of a customer, lines of an invoice. */
export const LIST_ROWS = 10;

/** Items of a list of the introspection schema: in memory, without a row, so the standard query stays cheap. */
export const INTROSPECTION_ROWS = 4;

import { Extensions } from 'type-graphql';

/**
 * The columns of its record that a field resolver reads. Where every selected field of a record says what it
 * needs, lists and references read just that from the database; a field resolver that does not say needs all.
 */
export const Reads = <E>(...properties: (keyof E & string)[]): MethodDecorator =>
  Extensions({ reads: properties }) as MethodDecorator;

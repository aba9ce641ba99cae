import {
  type GraphQLNullableType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { AbstractSlot } from './abstract-slot';
import type { Compilation } from './compilation';
import type { FieldFacts } from './info';
import { LeafSlot } from './leaf-slot';
import { ListSlot } from './list-slot';
import { ObjectSlot } from './object-slot';
import type { Slot } from './slot';

export function compileSlot(compilation: Compilation, field: FieldFacts): Slot {
  return slotOf(field.definition.type, field.parentType.name);

  function slotOf(declared: GraphQLOutputType, typename: string | undefined): Slot {
    const nullable = !isNonNullType(declared);
    const type = (nullable ? declared : declared.ofType) as GraphQLOutputType & GraphQLNullableType;
    if (isListType(type)) return new ListSlot(field, nullable, typename, slotOf(type.ofType, undefined));
    if (isLeafType(type)) return new LeafSlot(field, nullable, typename, type);
    if (isObjectType(type)) return new ObjectSlot(field, nullable, typename, type, compilation);
    return new AbstractSlot(field, nullable, typename, type, compilation);
  }
}

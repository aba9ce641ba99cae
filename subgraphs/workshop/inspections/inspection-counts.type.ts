import { Field, Int, ObjectType } from 'type-graphql';
import { InspectionRating } from './inspection.enums';
import type { InspectionItem } from './inspection-item.entity';

@ObjectType({ description: 'How many items of an inspection are how.' })
export class InspectionCounts {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Field(() => Int, { description: 'Those that nothing is recorded of yet.' })
  open!: number;

  @Field(() => Int, { description: 'Those of them that it is not published without.' })
  openRequired!: number;

  @Field(() => Int, { description: 'Green.' })
  ok!: number;

  @Field(() => Int, { description: 'Yellow.' })
  attention!: number;

  @Field(() => Int, { description: 'Red.' })
  urgent!: number;
}

export function countItems(items: readonly InspectionItem[]): InspectionCounts {
  const rated = (rating: InspectionRating) => items.filter((item) => item.rating === rating).length;
  const open = items.filter(({ recordedAt }) => !recordedAt);
  return {
    total: items.length,
    open: open.length,
    openRequired: open.filter(({ required }) => required).length,
    ok: rated(InspectionRating.OK),
    attention: rated(InspectionRating.ATTENTION),
    urgent: rated(InspectionRating.URGENT),
  };
}

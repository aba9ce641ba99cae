import { IsDate, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { type Sql, sql } from '../../../shared/database/sql';

/** What every log is searched by. */
@InputType()
export abstract class LogFilter {
  @Field(() => String, { nullable: true, description: 'About records of this kind, such as `Customer`.' })
  @IsOptional()
  @Length(1, 60)
  entityType?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this record.' })
  @IsOptional()
  @IsUUID()
  entityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Done by this user, client or link.' })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;

  @Field(() => Date, { nullable: true, description: 'At this moment or later.' })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

/** The conditions on a log’s entries, under the alias `t`. */
export function logConditions({ entityType, entityId, actorId, from, until }: LogFilter): Sql[] {
  const where: Sql[] = [sql`true`];
  if (entityType) where.push(sql`t.entity_type = ${entityType}`);
  if (entityId) where.push(sql`t.entity_id = ${entityId}`);
  if (actorId) where.push(sql`t.actor_id = ${actorId}`);
  if (from) where.push(sql`t.id >= ${firstIdAt(from)}`);
  if (until) where.push(sql`t.id < ${firstIdAt(until)}`);
  return where;
}

/** Ids sort by time, and the log’s indexes end in them: no id of that moment is less than this one. */
function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

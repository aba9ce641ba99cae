import { likePattern, newestHits } from '../../../shared/database/search';
import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from './part.entity';
import { type FittingVehicleInput, type PartFilter, PartOrder } from './part.input';
import { parts } from './part.loader';

const ORDERS: Record<PartOrder, ListOrder<Part>> = {
  [PartOrder.NAME]: { by: ['name'], descending: false },
  [PartOrder.SKU]: { by: ['sku'], descending: false },
  [PartOrder.NEWEST]: { by: ['createdAt'], descending: true },
};

export function listParts(
  context: Context,
  filter: PartFilter,
  order: PartOrder,
  page: PageRequest,
): Promise<Connection<Part>> {
  const where = conditions(filter);
  if (filter.fits) where.push(fitting(filter.fits));
  if (filter.search) where.push(sql`t.id = any(array(${partHits(filter.search, conditions(filter))}))`);
  return context.page(parts, join(where, ' and '), ORDERS[order], page);
}

/** What the record itself says. */
function conditions({ category, brand, discontinued }: PartFilter): Sql[] {
  const where = [discontinued ? sql`t.discontinued_at is not null` : sql`t.discontinued_at is null`];
  if (category) where.push(sql`t.category = ${category}`);
  if (brand) where.push(sql`t.brand_key = ${brand.trim().toLowerCase()}`);
  return where;
}

/** What a fitment does not say, it does not exclude. */
function fitting({ make, model, year }: FittingVehicleInput): Sql {
  const where = [sql`f.make_key = ${make.trim().toLowerCase()}`];
  if (model) where.push(sql`(f.model_key is null or f.model_key = ${model.trim().toLowerCase()})`);
  if (year != null)
    where.push(
      sql`(f.year_from is null or f.year_from <= ${year}) and (f.year_to is null or f.year_to >= ${year})`,
    );
  return sql`t.id = any(array(select f.part_id from inventory.part_fitment f where ${join(where, ' and ')}))`;
}

/** By the trigram index: every word, as it is or as part of a number without its spaces and dashes. */
export function partHits(search: string, others: readonly Sql[]): Sql {
  const words = search.trim().toLowerCase().split(/\s+/);
  const all = join(words.map(matchesWord), ' and ');
  const whole = plain(search);
  const matches = words.length > 1 && whole ? sql`((${all}) or t.words like ${likePattern(whole)})` : all;
  return newestHits(
    sql`select t.id, t.created_at from inventory.part_search t where ${join([...others, matches], ' and ')}`,
  );
}

function matchesWord(word: string): Sql {
  const key = plain(word);
  const asItIs = sql`t.words like ${likePattern(word)}`;
  return key && key !== word ? sql`(${asItIs} or t.words like ${likePattern(key)})` : asItIs;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

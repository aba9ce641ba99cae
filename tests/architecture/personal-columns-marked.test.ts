import { getMetadataArgsStorage } from 'typeorm';
import { APPS } from '../../program/apps';
import { personalColumns } from '../../shared/access-log/personal';
import { SnakeNaming } from '../../shared/database/naming';

/** Columns that say who somebody is, or how to reach them. */
const WHO =
  /(^|_)(first_name|last_name|full_name|email|phone|recipient|street|postal_code|date_of_birth|tax_number|body|latitude|longitude|buyer)$/;
/** Of the staff itself: who works in a shop is no secret in it. What somebody is told is theirs. */
const OF_STAFF = ['customer.user_account', 'customer.session', 'customer.notification'];

const naming = new SnakeNaming();
const sections = new Set(APPS.flatMap(({ personalData }) => Object.values(personalData?.sections ?? {})));

const personal = APPS.flatMap(({ entities }) => entities).flatMap((entity) => {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  const name = `${table?.schema}.${table?.name}`;
  if (!sections.has(name) || OF_STAFF.includes(name)) return [];
  return getMetadataArgsStorage()
    .filterColumns(entity)
    .filter(({ propertyName }) => WHO.test(naming.columnName(propertyName, '')))
    .map(({ propertyName }) => ({ entity, name, propertyName }));
});

test('what says who a customer is, or how to reach them, is marked, so that who is shown it is written down', () => {
  expect(personal.length).toBeGreaterThan(20);
  const unmarked = personal.filter(({ entity, propertyName }) => !personalColumns(entity).has(propertyName));
  expect(unmarked.map(({ name, propertyName }) => `${name}.${propertyName}`)).toEqual([]);
});

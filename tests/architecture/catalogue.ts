import type { Client } from 'pg';
import { LOGIN_ROLES, loginRoleName } from '../../shared/database/roles';
import { SUBGRAPHS } from '../../shared/environment';

/**
 * The rules of the data, as questions to pg_catalog. Each answers with what breaks it, by name, so that a rule
 * holds when its list is empty.
 */
export const SCHEMAS = ['platform', ...SUBGRAPHS];
const LOGINS = LOGIN_ROLES.map(loginRoleName);

const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)`;
const TABLE = `n.nspname || '.' || c.relname as thing`;
const IS_TABLE = `c.relkind in ('r', 'p')`;
const COLUMN = (relation: string, number: string) =>
  `(select attname from pg_attribute where attrelid = ${relation} and attnum = ${number})`;

const POLICY = `(organisation_id = (NULLIF(current_setting('liftbay.organisation'::text, true), ''::text))::uuid)`;

export const RULES = {
  'a primary key that begins with organisation_id': `select ${TABLE} from ${TABLES} where ${IS_TABLE} and not exists (
    select from pg_index i where i.indrelid = c.oid and i.indisprimary
      and ${COLUMN('c.oid', 'i.indkey[0]')} = 'organisation_id')`,

  'every other unique key and exclusion begins with organisation_id': `
    select n.nspname || '.' || x.relname as thing from ${TABLES}
    join pg_index i on i.indrelid = c.oid join pg_class x on x.oid = i.indexrelid
    where ${IS_TABLE} and not i.indisprimary and (i.indisunique or i.indisexclusion)
      and ${COLUMN('c.oid', 'i.indkey[0]')} is distinct from 'organisation_id'`,

  'every foreign key begins with organisation_id on both sides': `
    select n.nspname || '.' || k.conname as thing from ${TABLES}
    join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    where ${COLUMN('k.conrelid', 'k.conkey[1]')} <> 'organisation_id'
      or ${COLUMN('k.confrelid', 'k.confkey[1]')} <> 'organisation_id'`,

  'row-level security on and forced': `select ${TABLE} from ${TABLES}
    where ${IS_TABLE} and not (c.relrowsecurity and c.relforcerowsecurity)`,

  'the tenant policy, for all and for everything': `select ${TABLE} from ${TABLES}
    where ${IS_TABLE} and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'
      and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
      and pg_get_expr(p.polqual, c.oid) = $$${POLICY}$$ and pg_get_expr(p.polwithcheck, c.oid) = $$${POLICY}$$)`,

  'no other policy but for a role that cannot log in': `
    select ${TABLE}, p.polname from ${TABLES} join pg_policy p on p.polrelid = c.oid and p.polname <> 'tenant'
    where exists (select from unnest(p.polroles) as role(oid) left join pg_roles r on r.oid = role.oid
      where r.oid is null or r.rolcanlogin)`,

  'no privilege for everybody': `
    select distinct ${TABLE} from ${TABLES}, aclexplode(c.relacl) as a where a.grantee = 0`,

  'no materialised view, which no policy would protect': `select ${TABLE} from ${TABLES} where c.relkind = 'm'`,

  'no view of one who is past all policies': `
    select ${TABLE} from ${TABLES} join pg_roles r on r.oid = c.relowner
    where c.relkind in ('v', 'm') and (r.rolsuper or r.rolbypassrls)`,

  'an audit log that nobody can change': `
    select ${TABLE}, a.grantee::regrole, a.privilege_type from ${TABLES}, aclexplode(c.relacl) as a
    where c.relname ~ '^audit_log' and a.grantee <> c.relowner and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,

  'no function that everybody may call': `
    select f.oid::regprocedure::text as thing from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace and n.nspname = any($1),
      aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) as a
    where a.grantee = 0 and a.privilege_type = 'EXECUTE'`,

  'a fixed search path for every function that runs as its owner': `
    select f.oid::regprocedure::text as thing from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace and n.nspname = any($1)
    where f.prosecdef and not exists (
      select from unnest(f.proconfig) as setting where setting ~ '^search_path=pg_catalog,.*pg_temp$')`,

  'no function that runs past all policies': `
    select f.oid::regprocedure::text as thing from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace and n.nspname = any($1)
    join pg_roles r on r.oid = f.proowner where f.prosecdef and (r.rolsuper or r.rolbypassrls)`,
} as const;

export const ROLE_RULES = {
  'no login role owns anything': `
    select r.rolname || ' owns ' || pg_describe_object(d.classid, d.objid, d.objsubid) as thing
    from pg_shdepend d join pg_roles r on r.oid = d.refobjid and r.rolname = any($1)
    where d.deptype = 'o' and d.dbid in (0, (select oid from pg_database where datname = current_database()))`,

  'no login role is more than a login': `
    select rolname as thing from pg_roles where rolname = any($1)
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,

  'no login role can become another role': `
    select member::regrole || ' is ' || roleid::regrole as thing from pg_auth_members where member::regrole::text = any($1)`,

  // Reporting reads, beside its own, the views that the others publish for it.
  'a login role reads and writes in its own schema alone': `
    select distinct a.grantee::regrole || ' on ' || n.nspname || '.' || c.relname as thing
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) as a
    where n.nspname <> 'graphile_worker' and a.grantee::regrole::text = any($1)
      and a.grantee::regrole::text <> 'liftbay_' || n.nspname
      and not (a.grantee::regrole::text = 'liftbay_reporting' and a.privilege_type = 'SELECT'
        and c.relkind = 'v' and c.relname ~ '^report_' and c.relowner::regrole::text ~ '_report$')`,
} as const;

type Rule = keyof typeof RULES | keyof typeof ROLE_RULES;

/** What breaks the rule, sorted. */
export async function breaches(client: Client, rule: Rule): Promise<string[]> {
  const ofRoles = rule in ROLE_RULES;
  const text = ofRoles ? ROLE_RULES[rule as keyof typeof ROLE_RULES] : RULES[rule as keyof typeof RULES];
  const { rows } = await client.query<Record<string, string>>(text, [ofRoles ? LOGINS : SCHEMAS]);
  return rows.map((row) => Object.values(row).join(' ')).sort();
}

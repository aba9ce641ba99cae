import { Client } from 'pg';

/** Everything that migrations make, as text that is equal for equal databases: no oids, no order of making. */
const ACL = (acl: string, fallback: string, owner: string) =>
  `(select string_agg(concat_ws(' ', a.grantor::regrole, case a.grantee when 0 then 'public' else a.grantee::regrole::text end,
      a.privilege_type, a.is_grantable), ', ' order by a.grantee::regrole::text, a.privilege_type, a.grantor::regrole::text)
    from aclexplode(coalesce(${acl}, acldefault('${fallback}', ${owner}))) a)`;

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.deptype = 'e' and d.objid = %.oid)`;
const ours = (alias: string) => OURS.replace('%', alias);

const QUESTIONS = {
  schemas: `select n.nspname as name, n.nspowner::regrole, ${ACL('n.nspacl', 'n', 'n.nspowner')} as acl
    from pg_namespace n where ${ours('n')}`,
  relations: `select c.oid::regclass::text as name, c.relkind, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity,
      c.reloptions::text, c.relispartition, pg_get_expr(c.relpartbound, c.oid) as bound,
      ${ACL('c.relacl', 'r', 'c.relowner')} as acl, case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as view
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind not in ('i', 'I', 't') and ${ours('c')}`,
  columns: `select c.oid::regclass::text as name, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
      a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid) as value, a.attcollation::regcollation::text as collation,
      case when a.attacl is not null then ${ACL('a.attacl', 'c', 'c.relowner')} end as acl
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'c') and ${ours('c')}`,
  constraints: `select k.conrelid::regclass::text as name, k.conname, k.convalidated, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${ours('k')}`,
  indexes: `select i.indrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, i.indisvalid
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${ours('c')}`,
  policies: `select p.polrelid::regclass::text as name, p.polname, p.polcmd, p.polpermissive,
      (select string_agg(case r when 0 then 'public' else r::regrole::text end, ', ' order by r::regrole::text) from unnest(p.polroles) r) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as checks
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours('c')}`,
  functions: `select f.oid::regprocedure::text as name, f.proowner::regrole, pg_get_functiondef(f.oid) as definition,
      ${ACL('f.proacl', 'f', 'f.proowner')} as acl
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace where f.prokind in ('f', 'p') and ${ours('f')}`,
  triggers: `select t.tgrelid::regclass::text as name, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid) as definition
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${ours('c')}`,
  types: `select t.oid::regtype::text as name, t.typtype, t.typowner::regrole,
      (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype in ('d', 'e', 'r') and ${ours('t')}`,
  defaults: `select coalesce(n.nspname, '') as name, d.defaclrole::regrole, d.defaclobjtype,
      ${ACL('d.defaclacl', 'r', 'd.defaclrole')} as acl
    from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace`,
  extensions: 'select extname as name, extversion, extnamespace::regnamespace from pg_extension',
} as const;

/** The catalogue of a database by kind of thing, a line for each, sorted. */
export async function dumpCatalogue(databaseUrl: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const dump: Record<string, string[]> = {};
  try {
    for (const [kind, question] of Object.entries(QUESTIONS)) {
      const { rows } = await client.query<Record<string, unknown>>(question);
      dump[kind] = rows.map((row) => JSON.stringify(row)).sort();
    }
  } finally {
    await client.end();
  }
  return dump;
}

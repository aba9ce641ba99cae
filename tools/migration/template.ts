export interface NewMigration {
  schema: string;
  /** In kebab-case, such as `add-colour`. */
  name: string;
  /** Milliseconds since 1970, which is 13 digits until the year 2286. */
  timestamp: number;
  statements: readonly string[];
}

export const fileName = ({ schema, name, timestamp }: NewMigration): string =>
  `migrations/${schema}/${timestamp}-${name}.ts`;

/** TypeORM takes the order from the digits at the end of the class's name. */
export function sourceOf({ name, timestamp, statements }: NewMigration): string {
  const className = name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase()) + timestamp;
  const body = statements.length
    ? statements.map((statement) => `${statement.replace(/[\\`$]/g, '\\$&')};`).join('\n')
    : '-- What changes, in SQL.';
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = \`
${body}
\`;

export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
`;
}

import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, badInput, conflict, type FieldProblem } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { hasSubject, longestBody, namedIn, placeholdersOf } from '../kinds/render';
import { type Place, templateAt } from './list-templates';
import { OwnTemplate } from './message-template.entity';
import type { UpdateMessageTemplateInput } from './message-template.input';
import { changeableTemplates } from './message-template.loader';
import type { MessageTemplate } from './message-template.type';

export async function updateTemplate(
  context: Context,
  input: UpdateMessageTemplateInput,
): Promise<MessageTemplate> {
  check(input);
  const own = await context.transaction(async (tx) => {
    const current = await lockOwn(tx, input);
    const seen = input.expectedVersion;
    if (seen != null && seen !== (current?.version ?? 0))
      throw conflict('The text was changed by somebody else.', {
        current: { version: current?.version ?? 0 },
      });
    return change(tx, current, input);
  });
  return templateAt(input, own);
}

async function change(
  tx: Transaction,
  current: OwnTemplate | undefined,
  { kind, channel, language, subject = null, body }: UpdateMessageTemplateInput,
): Promise<OwnTemplate | undefined> {
  if (body == null) {
    if (current) await tx.delete(OwnTemplate, current);
    return undefined;
  }
  if (current) return tx.update(OwnTemplate, current, { subject, body });
  return tx.insert(OwnTemplate, { kind, channel, language, subject, body });
}

async function lockOwn(
  tx: Transaction,
  { kind, channel, language }: Place,
): Promise<OwnTemplate | undefined> {
  const [own] = await tx.rows(
    changeableTemplates,
    sql`t.kind = ${kind} and t.channel = ${channel} and t.language = ${language}`,
    sql`for update of t`,
  );
  return own;
}

function check({ kind, channel, subject, body }: UpdateMessageTemplateInput): void {
  if (body == null) {
    if (subject != null)
      throw badField('input.body', 'REQUIRED', 'Without a text of your own there is no subject of your own.');
    return;
  }
  if (subject != null && !hasSubject(channel))
    throw badField('input.subject', 'NO_SUBJECT', 'Only e-mails and notifications have a subject.');
  if (body.length > longestBody(channel))
    throw badField('input.body', 'MAX_LENGTH', `Here a text has at most ${longestBody(channel)} characters.`);
  const allowed = placeholdersOf(kind);
  const unknown = Object.entries({ subject, body }).flatMap(([field, text]) =>
    namedIn(text ?? '').flatMap((name): FieldProblem[] =>
      allowed.includes(name)
        ? []
        : [
            {
              path: `input.${field}`,
              code: 'UNKNOWN_PLACEHOLDER',
              message: `{{${name}}} is not known here; there are ${allowed.join(', ')}.`,
            },
          ],
    ),
  );
  if (unknown.length) throw badInput(unknown);
}

import { sql } from '../../../../shared/database/sql';
import type { Context } from '../../../../shared/subgraph/context';
import { NOTIFICATION_CHANNELS, type NotificationChannel } from '../channels';
import { KIND_NAMES, type KindName, kindOf } from '../kinds/catalogue';
import { builtInText, MESSAGE_LANGUAGES, type MessageLanguage, placeholdersOf } from '../kinds/render';
import type { OwnTemplate } from './message-template.entity';
import type { MessageTemplateFilter } from './message-template.input';
import { ownTemplates } from './message-template.loader';
import type { MessageTemplate } from './message-template.type';

export interface Place {
  kind: KindName;
  channel: NotificationChannel;
  language: MessageLanguage;
}

const only = <T>(wanted: T | null | undefined, all: readonly T[]): readonly T[] => (wanted ? [wanted] : all);

export async function listTemplates(
  context: Context,
  { kind, channel, language, isOwn }: MessageTemplateFilter,
): Promise<MessageTemplate[]> {
  const own = await context.reader.rows(ownTemplates, sql`true`);
  const byPlace = new Map(own.map((template) => [placeKey(template), template]));
  const places = only(kind, KIND_NAMES).flatMap((eachKind) =>
    only(channel, NOTIFICATION_CHANNELS).flatMap((eachChannel) =>
      only(language, MESSAGE_LANGUAGES).map((eachLanguage) => ({
        kind: eachKind,
        channel: eachChannel,
        language: eachLanguage,
      })),
    ),
  );
  return places
    .map((place) => templateAt(place, byPlace.get(placeKey(place))))
    .filter((template) => isOwn == null || template.isOwn === isOwn);
}

export const placeKey = ({ kind, channel, language }: Place): string => `${kind} ${channel} ${language}`;

export function templateAt(
  { kind, channel, language }: Place,
  own: OwnTemplate | undefined,
): MessageTemplate {
  const builtIn = builtInText(kind, channel, language);
  return {
    kind,
    category: kindOf(kind).category,
    channel,
    language,
    subject: own?.subject ?? builtIn.subject,
    body: own?.body ?? builtIn.body,
    builtInSubject: builtIn.subject,
    builtInBody: builtIn.body,
    placeholders: placeholdersOf(kind),
    isOwn: own !== undefined,
    version: own?.version ?? 0,
    updatedAt: own?.updatedAt ?? null,
  };
}

import { WEBHOOK_TYPES } from '@/domain/webhook/webhook';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';
import type { Portion } from './erase-messages';

const uuids = (ids: readonly string[]): Sql => sql`any(${[...ids]}::uuid[])`;

/** Erases the words around messages: subjects, history, chats, drafts, fields, forms, notices, and what programs were told. */
export async function eraseAround(tx: Tx, ctx: Context, portion: Portion): Promise<void> {
  const here = sql`"workspaceId" = ${ctx.workspaceId}::uuid`;
  const own = sql`${here} and "ticketId" = ${uuids(portion.own)}`;
  await eraseHeads(tx, ctx, portion);
  await eraseHistory(tx, ctx, portion);
  await tx.$executeRaw`
    update "ChatSession" set answers = '{}', "pageUrl" = '', "pageTitle" = '', referrer = '', "userAgent" = '', "openedBy" = null
    where ${own}`;
  await tx.$executeRaw`update "SideConversation" set subject = ${portion.marker} where ${own}`;
  await tx.$executeRaw`delete from "Draft" where ${own}`;
  await tx.$executeRaw`delete from "TicketFieldValue" where ${own} and text is not null`;
  await tx.$executeRaw`
    update "FormSubmission" set body = '{}', email = '', subject = '', "remoteAddress" = '' where ${own}`;
  await tx.$executeRaw`delete from "BlockedMessage" where ${own}`;
  await tx.$executeRaw`delete from "Notification" where ${own}`;
  await tx.$executeRaw`update "TicketPromise" set text = '' where ${own} and text <> ''`;
  await tx.$executeRaw`
    update "RuleRun" set why = '{"all":[],"met":true}', actions = '[]' where ${own}`;
  await tx.$executeRaw`
    update "WebhookDelivery" d set body = '{}', "endedAt" = coalesce(d."endedAt", ${ctx.now()}),
      state = case when d.state in ('queued', 'sending') then 'failed' else d.state end
    from "TicketEvent" v, "WebhookEndpoint" e, unnest(${[...WEBHOOK_TYPES]}::text[]) as told(type)
    where v."workspaceId" = ${ctx.workspaceId}::uuid and v."ticketId" = ${uuids(portion.own)}
      and e."workspaceId" = v."workspaceId" and d."workspaceId" = v."workspaceId" and d."endpointId" = e.id
      and d."uniqueKey" = 'event:' || v.position || ':' || told.type`;
}

/** A new version, so that whoever saves what they loaded before is refused and loads anew. */
async function eraseHeads(tx: Tx, { workspaceId }: Context, { own, foreign, marker }: Portion) {
  await tx.$executeRaw`
    update "Ticket" set subject = ${marker}, preview = case when preview = '' then '' else ${marker} end, version = version + 1
    where "workspaceId" = ${workspaceId}::uuid and id = ${uuids(own)}`;
  await tx.$executeRaw`
    update "Ticket" t set version = t.version + 1,
      preview = case when m."erasedAt" is not null and t.preview <> '' then ${marker} else t.preview end
    from "Ticket" k left join "Message" m on m."workspaceId" = k."workspaceId" and m.id = k."lastMessageId"
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${uuids(foreign)}
      and k."workspaceId" = t."workspaceId" and k.id = t.id`;
}

/** What the history says stays, without the words that it says it in. */
async function eraseHistory(tx: Tx, { workspaceId }: Context, { own, foreign, marker }: Portion) {
  const here = sql`"workspaceId" = ${workspaceId}::uuid`;
  await tx.$executeRaw`
    update "TicketEvent" set data = case type
      when 'ticket.subject_changed' then jsonb_build_object('from', ${marker}::text, 'to', ${marker}::text)
      when 'ticket.field_changed' then data || '{"from":null,"to":null}'
      when 'macro.applied' then data - 'trace'
      when 'side.sent' then data || jsonb_build_object('subject', ${marker}::text, 'to', '')
      when 'side.received' then data || jsonb_build_object('subject', ${marker}::text, 'from', '')
      when 'side.done' then data || jsonb_build_object('subject', ${marker}::text)
      when 'side.reopened' then data || jsonb_build_object('subject', ${marker}::text)
      when 'side.taken_back' then data || jsonb_build_object('subject', ${marker}::text)
      when 'checklist.item_changed' then data || jsonb_build_object('title', ${marker}::text, 'from', '', 'to', '')
      when 'checklist.added' then data || jsonb_build_object('title', ${marker}::text)
      when 'checklist.removed' then data || jsonb_build_object('title', ${marker}::text)
      when 'message.edited' then (data - 'fromFiles') || '{"from":""}'
      else data || jsonb_build_object('title', ${marker}::text, 'text', '') end
    where ${here} and "ticketId" = ${uuids(own)}
      and (type in ('ticket.subject_changed', 'ticket.field_changed', 'macro.applied', 'message.edited',
        'side.sent', 'side.received', 'side.done', 'side.reopened', 'side.taken_back')
        or type like 'checklist.%')`;
  await tx.$executeRaw`delete from "Checklist" where ${here} and "ticketId" = ${uuids(own)}`;
  await tx.$executeRaw`
    update "TicketEvent" v set data = (v.data - 'fromFiles') || '{"from":""}'
    from "Message" m
    where v."workspaceId" = ${workspaceId}::uuid and v."ticketId" = ${uuids(foreign)} and v.type = 'message.edited'
      and m."workspaceId" = v."workspaceId" and m.id = (v.data->>'messageId')::uuid and m."erasedAt" is not null`;
}

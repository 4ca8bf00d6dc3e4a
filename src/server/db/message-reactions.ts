import { type Sql, sql } from './sql';

/** As JSON, how people reacted to the message `m`: to itself, or to any part of it that was sent. */
export const reactionsOf = (): Sql => sql`coalesce((
  select json_agg(json_build_object('emoji', r.emoji, 'name', r.name) order by r.at, r.by)
  from "MessageReaction" r
  where r."workspaceId" = m."workspaceId" and r."channelAccountId" = m."channelAccountId" and r.emoji is not null
    and r."externalId" = any(array(
      select m."messageId" union
      select p."externalId" from "ChannelReceipt" p
      where p."workspaceId" = m."workspaceId" and p."messageId" = m.id))
), '[]'::json)`;

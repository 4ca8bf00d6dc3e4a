import 'server-only';
import { countedAnswer } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import type { Asked } from './asked';

/** What a customer wrote beside a score. */
export type Comment = Readonly<{
  id: string;
  at: Date;
  survey: string;
  kind: string;
  score: number;
  mood: 'good' | 'middling' | 'bad';
  comment: string;
  locale: string;
  agent: string | null;
  team: string | null;
  ticketNumber: number | null;
  ticketSubject: string | null;
}>;

/** The newest comments of a period about tickets that the reader may see, narrowed exactly as the numbers beside them. */
export function listComments(
  ctx: StaffContext,
  { period, filters }: Pick<Asked, 'period' | 'filters'>,
  limit: number,
): Promise<Comment[]> {
  const { db, workspaceId, actor } = ctx;
  const zone = sql`(select "timeZone" from "Workspace" where id = ${workspaceId}::uuid)`;
  const unbound = actor.scope === 'all' ? sql`r."ticketId" is null` : sql`false`;
  return db.$queryRaw<Comment[]>`
    select r."inviteId" as id, r.at, s.name as survey, s.terms->>'kind' as kind, r.score, r.mood, r.comment, r.locale,
      u.name as agent, m.name as team, t.number as "ticketNumber", t.subject as "ticketSubject"
    from "SurveyAnswer" r
    join "SurveyDefinition" s on s."workspaceId" = r."workspaceId" and s.id = r."surveyId"
    left join "Ticket" t on t."workspaceId" = r."workspaceId" and t.id = r."ticketId"
    left join "User" u on u.id = r."agentId"
    left join "Team" m on m."workspaceId" = r."workspaceId" and m.id = r."teamId"
    where r."workspaceId" = ${workspaceId}::uuid and r."hasComment"
      and r.at >= ${period.from}::date::timestamp at time zone ${zone}
      and r.at < (${period.to}::date + 1)::timestamp at time zone ${zone}
      and ${countedAnswer(sql`r."inviteId"`, { workspaceId, filters })}
      and (${unbound} or (t.id is not null and ${readableBy(actor)}))
    order by r.at desc, r."inviteId" desc limit ${limit}`;
}

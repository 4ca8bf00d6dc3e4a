import { runImport } from '@/features/imports/commands/run-import';
import { sweepReports } from '@/features/insights/commands/sweep-reports';
import { routeTicket } from '@/features/routing/commands/route-ticket';
import { runTriggers } from '@/features/rules/commands/run-triggers';
import { sweepSurveys } from '@/features/surveys/commands/sweep-surveys';
import type { SystemContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';

/**
 * A worker that is killed in the middle of what follows a save:
 * `work-until-killed.ts <rule|routing|report|survey|import> <workspaceId> <ticketId> <at> <statement>`.
 * It dies by SIGKILL just before that statement is sent to the database; without one it does its work.
 */
const [work = '', workspaceId = '', ticketId = '', at = '', dieBefore = '0'] = process.argv.slice(2);

type Save = Readonly<{ ticketId: string; at: Date }>;
const WORK: Readonly<Record<string, (ctx: SystemContext, save: Save) => Promise<unknown>>> = {
  rule: runTriggers,
  routing: routeTicket,
  survey: (ctx, { at }) => sweepSurveys({ db: ctx.db, now: ctx.now, newId: ctx.newId }, at),
  import: (ctx, { ticketId }) => runImport(ctx, ticketId),
  report: (ctx) => sweepReports(ctx, ctx.workspaceId),
};

let sent = 0;
const db = database().$extends({
  query: {
    $allOperations: ({ args, query }) => {
      sent += 1;
      if (sent === Number(dieBefore)) process.kill(process.pid, 'SIGKILL');
      return query(args);
    },
  },
}) as unknown as ReturnType<typeof database>;

const id = work === 'rule' ? 'rule' : 'routing';
const actor = { kind: 'system', id, name: id } as const;
await WORK[work]?.(
  { workspaceId, actor, db, now: () => new Date(at), newId },
  { ticketId, at: new Date(at) },
);
process.stdout.write(String(sent));
process.exit(0);

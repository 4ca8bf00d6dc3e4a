import { runTriggers } from '@/features/rules/commands/run-triggers';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';

/**
 * A worker that is killed in the middle of a rule's actions: `rule-until-killed.ts <workspaceId> <ticketId> <at> <statement>`.
 * It dies by SIGKILL just before that statement is sent to the database; without one it does its work.
 */
const [workspaceId = '', ticketId = '', at = '', dieBefore = '0'] = process.argv.slice(2);

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

await runTriggers(
  { workspaceId, actor: { kind: 'system', id: 'rule', name: 'rule' }, db, now: () => new Date(at), newId },
  { ticketId, at: new Date(at) },
);
process.stdout.write(String(sent));
process.exit(0);

/** The command line for operators. Started by `scripts/kalauz.mjs`, which finds or starts the database. */
import { database } from '@/server/db/client';
import { stopBoss } from '@/server/jobs/boss';
import { runCommand } from './run-command';

process.exitCode = await runCommand(process.argv.slice(2));
await stopBoss();
await database().$disconnect();

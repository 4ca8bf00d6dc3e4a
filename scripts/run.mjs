/**
 * Runs one of our TypeScript programs, such as the seed, with the settings of the environment and `.env`, on the database
 * of a running `npm start`, or on one that is started for it: `node scripts/run.mjs prisma/seed.ts …`
 */
import { onNode24 } from './setup/node.mjs';

await onNode24(import.meta.url, async () => {
  const { runProgram } = await import('./launcher/run-program.mjs');
  const [program, ...args] = process.argv.slice(2);
  process.exitCode = await runProgram(program, args);
});

/** `npm run kalauz -- <command>`: the command line for operators. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { runProgram } = await import('./launcher/run-program.mjs');
    process.exitCode = await runProgram('scripts/kalauz/main.ts', process.argv.slice(2));
  },
  { installing: true },
);

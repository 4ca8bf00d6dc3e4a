/** `npm run check`: what should be right before a commit. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { checkBeforeCommit } = await import('./checks/everything.mjs');
    process.exitCode = await checkBeforeCommit();
  },
  { installing: true },
);

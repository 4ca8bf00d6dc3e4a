/** `npm run worker`: the worker alone, which also receives mail, for a server of one's own. Wants DATABASE_URL. */
import { onNode24 } from './setup/node.mjs';

await onNode24(import.meta.url, async () => {
  const { runAlone } = await import('./launcher/alone.mjs');
  process.exitCode = await runAlone('worker');
});

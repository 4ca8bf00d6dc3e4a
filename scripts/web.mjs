/** `npm run web`: the web server alone, for a server of one's own. Wants DATABASE_URL, and `npm run build` before. */
import { onNode24 } from './setup/node.mjs';

await onNode24(import.meta.url, async () => {
  const { runAlone } = await import('./launcher/alone.mjs');
  process.exitCode = await runAlone('web');
});

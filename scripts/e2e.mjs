/** `npm run e2e`: the browser tests alone; what follows `--` goes to Playwright. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { testInBrowser } = await import('./checks/everything.mjs');
    process.exitCode = await testInBrowser(process.argv.slice(2));
  },
  { installing: true },
);

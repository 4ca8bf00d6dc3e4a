/** `npm test`: every check there is, from a fresh clone. Ends with the line `N passed, N failed`. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { testEverything } = await import('./checks/everything.mjs');
    process.exitCode = await testEverything();
  },
  { installing: true },
);

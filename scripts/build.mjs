/** `npm run build`: the production build, where the sources have changed since the last one. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { build } = await import('./setup/build.mjs');
    await build({ show: true });
  },
  { installing: true },
);

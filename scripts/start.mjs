/** `npm start`: everything that the product needs, from a fresh clone to a running desk. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { launch } = await import('./launcher/launch.mjs');
    await launch({ mode: 'production' });
  },
  { installing: true },
);

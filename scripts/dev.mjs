/** `npm run dev`: the product with its sources watched, on the same data as `npm start`. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { launch } = await import('./launcher/launch.mjs');
    await launch({ mode: 'development' });
  },
  { installing: true },
);

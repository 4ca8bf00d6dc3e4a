/** `npm run migrate`: brings the database of DATABASE_URL, or the embedded one, up to date. */
import { onNode24 } from './setup/node.mjs';

await onNode24(
  import.meta.url,
  async () => {
    const { migrateInstallation } = await import('./launcher/migrate-installation.mjs');
    await migrateInstallation();
  },
  { installing: true },
);

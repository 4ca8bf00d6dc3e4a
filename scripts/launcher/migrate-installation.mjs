import { say } from '../process/progress.mjs';
import { borrowDatabase } from './borrow.mjs';
import { prepareDatabase } from './database.mjs';

/** Applies the migrations that are missing to the installation's database. */
export async function migrateInstallation() {
  const database = await borrowDatabase();
  try {
    await prepareDatabase(database.env.DATABASE_URL);
    say('The database is up to date.');
  } finally {
    await database.giveBack();
  }
}

import { env } from '@/server/env';
import { endStreams } from '@/server/live/open-streams';

/** Runs once when the web server starts: refuses wrong settings at once, and lets go of live streams when it stops. */
export function register(): void {
  env();
  process.once('SIGTERM', endStreams);
  process.once('SIGINT', endStreams);
}

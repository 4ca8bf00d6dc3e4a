import { env } from '@/server/env';

const MEGA = 1024 * 1024;

/** A mail grows by a third when its files are written in Base64 (RFC 2045 §6.8), and its text needs some room as well. */
const ROOM_FOR_FILES = 0.7;

/** How much the files of one mail may weigh together, in bytes, for the mail to stay within `MAX_MAIL_MB`. */
export const uploadLimit = (): number => Math.floor(env().MAX_MAIL_MB * MEGA * ROOM_FOR_FILES);

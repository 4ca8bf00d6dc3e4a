/** What the files of one message may have together, in bytes: mails of more are refused by many servers. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;

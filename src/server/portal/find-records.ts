import { Resolver } from 'node:dns/promises';

/** Looks up the TXT records of a name; none is an empty list, and so is a name that does not exist. */
export type FindRecords = (name: string) => Promise<readonly (readonly string[])[]>;

const TRIES = 2;
const TIMEOUT_MILLISECONDS = 4000;
const NOTHING = ['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'ETIMEOUT', 'EREFUSED', 'ECONNREFUSED'];

/** Asks the name servers of this machine. What cannot be asked now counts as not found: it may be tried again. */
export const findRecords: FindRecords = async (name) => {
  const resolver = new Resolver({ timeout: TIMEOUT_MILLISECONDS, tries: TRIES });
  try {
    return await resolver.resolveTxt(name);
  } catch (error) {
    if (NOTHING.includes(String((error as { code?: unknown }).code))) return [];
    throw error;
  }
};

import type { Context } from './context';
import { database } from './db/client';
import { newId } from './ids';

/** Database, clock and ids, bound to no workspace yet. */
export type World = Pick<Context, 'db' | 'now' | 'newId'>;

/** The world of this process: what a door makes a context of. */
export const processWorld = (): World => ({ db: database(), now: () => new Date(), newId });

import type { ToldFact } from '@/domain/ticket/history-topic';
import type { ShownEvent } from './queries-timeline';

/** As much of a fact of the history as its words take. */
export type Told = Pick<ShownEvent, 'data' | 'from' | 'to' | 'toReader'> & Readonly<{ type: ToldFact }>;

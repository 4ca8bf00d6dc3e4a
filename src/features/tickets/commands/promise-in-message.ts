import type { PromiseMade } from '@/domain/promise/event';
import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';

/** What somebody promises with a message that they write. */
export type PromiseInMessage = Readonly<{ about: PromiseMade['about']; dueAt: Date }>;

/** So many letters of a message the history keeps with a promise. */
const MOST_TOLD = 500;

/** The fact that a message promises something, for the save that adds the message; none where it promises nothing. */
export function promiseInMessage(
  { newId }: Pick<Context, 'newId'>,
  promise: PromiseInMessage | undefined,
  { id, visibleText }: Pick<NewMessage, 'id' | 'visibleText'>,
): PromiseMade[] {
  if (!promise) return [];
  const dueAt = promise.dueAt.toISOString();
  const told = { text: visibleText.slice(0, MOST_TOLD), messageId: id };
  const ground = { source: 'manual', sample: null, group: null } as const;
  return [{ type: 'promise.made', promiseId: newId(), about: promise.about, dueAt, ...ground, ...told }];
}

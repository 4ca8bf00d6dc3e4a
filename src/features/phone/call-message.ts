import type { CallCompletion } from '@/domain/phone/call';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { Direction, MessageAuthor, NewMessage } from '@/domain/ticket/ticket';
import { translator } from '@/i18n/translator';

type Spoken = Readonly<{
  id: string;
  direction: 'inbound' | 'outbound' | 'internal';
  completion: CallCompletion;
  talkSeconds: number;
  author: MessageAuthor;
  channelAccountId: string | null;
  attachmentIds: readonly string[];
  /** The workspace's language: these words stand in lists, in mails and in the API. */
  locale: string;
  startedAt: Date;
}>;

/**
 * The message that stands for a call on its ticket. A call of the customer's is theirs; ours is outbound when they were
 * reached, and else a note. What the agent noted is not in it: that is for colleagues only.
 */
export async function callMessage(spoken: Spoken): Promise<NewMessage> {
  const { direction, completion, startedAt } = spoken;
  const text = await callSentence(spoken);
  return {
    ...PLAIN_MESSAGE,
    id: spoken.id,
    author: spoken.author,
    channelAccountId: spoken.channelAccountId,
    attachmentIds: spoken.attachmentIds,
    direction: directionOf(direction, completion),
    channel: 'phone',
    text,
    visibleText: text,
    threadedBy: null,
    sentAt: direction === 'inbound' ? null : startedAt,
    receivedAt: direction === 'inbound' ? startedAt : null,
  };
}

/** Whether the message of a call is the customer's, an answer to them, or a note. */
export function directionOf(direction: Spoken['direction'], completion: CallCompletion): Direction {
  if (direction === 'inbound') return 'inbound';
  return direction === 'outbound' && completion === 'completed' ? 'outbound' : 'note';
}

/** A call in one line, such as "Incoming call, 4 min 30 s" or "Missed call". */
export async function callSentence({
  direction,
  completion,
  talkSeconds,
  locale,
}: Pick<Spoken, 'direction' | 'completion' | 'talkSeconds' | 'locale'>): Promise<string> {
  const t = await translator(locale, 'phone');
  const [minutes, seconds] = [Math.floor(talkSeconds / 60), talkSeconds % 60];
  const kind = t(`sentence.${direction === 'inbound' ? 'inbound' : 'outbound'}.${completion}`);
  return completion === 'completed' ? t('sentence.withLength', { kind, minutes, seconds }) : kind;
}

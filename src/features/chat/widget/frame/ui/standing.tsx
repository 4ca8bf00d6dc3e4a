/** @jsxImportSource preact */
import type { ChatSession } from '@/domain/chat/protocol';
import type { Shell } from '../shell';
import { minutesOf, type Speech } from '../words';

/** How things stand, between the conversation and the composer: connection, place in the queue, who types. */
export function Standing({ shell: { state, speech } }: Readonly<{ shell: Shell }>) {
  const { words, say } = speech;
  const { conversation, connection, typing, problem } = state;
  const session = conversation?.session ?? null;
  return (
    <div className="standing">
      {connection === 'lost' && <p className="lost">{words.chat.lost}</p>}
      {problem && (
        <p className="problem">
          {problem === 'chat.blocked' ? words.problem.blocked : words.problem.refused}
        </p>
      )}
      {session && <Queue session={session} speech={speech} />}
      {session?.byMail && session.visitor.email && (
        <p className="faint">{say(words.chat.byMail, { email: session.visitor.email })}</p>
      )}
      {typing && (
        <p className="typing">
          {say(words.chat.typing, { name: typing.name })}
          <span aria-hidden="true" className="dots">
            <i />
            <i />
            <i />
          </span>
        </p>
      )}
    </div>
  );
}

function Queue({ session, speech }: Readonly<{ session: ChatSession; speech: Speech }>) {
  const sentences = queueWords(session, speech);
  if (sentences.length === 0) return null;
  return <p className="queue">{sentences.join(' ')}</p>;
}

/** The place in the queue and the honest wait; nothing when nobody waits. */
export function queueWords({ state, queue, ticketNumber }: ChatSession, { words, say }: Speech): string[] {
  const { chat } = words;
  if (state !== 'waiting' || ticketNumber === null) return [];
  if (!queue) return [chat.looking];
  const { place, waitSeconds } = queue;
  const first = say(chat.queue, { place });
  if (waitSeconds === null) return [first, chat.queueUnknown];
  return [
    first,
    waitSeconds < 60 ? chat.queueSoon : say(chat.queueWait, { minutes: minutesOf(waitSeconds) }),
  ];
}

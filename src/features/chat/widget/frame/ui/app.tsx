/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Shell } from '../shell';
import { CallPage } from './call-page';
import { ConversationPage } from './conversation';
import { Home } from './home';
import { Introduce } from './introduce';
import { LeavePage } from './leave-page';
import { queueWords } from './standing';

const PAGES = {
  home: Home,
  introduce: Introduce,
  chat: ConversationPage,
  call: CallPage,
  leave: LeavePage,
} as const;

/** The whole widget: one screen at a time, and what is read out. */
export function App({ shell }: Readonly<{ shell: Shell }>) {
  const Screen = PAGES[shell.view];
  return (
    <>
      <Screen shell={shell} />
      <Announcer shell={shell} />
    </>
  );
}

const SPOKEN = 100;

/** Says new answers, the place in the queue and a lost line to people who hear the screen: short, and once. */
function Announcer({ shell }: Readonly<{ shell: Shell }>) {
  const { chat, state, speech } = shell;
  const [text, setText] = useState('');
  const { words, say } = speech;
  const name = words.chat.team;
  useEffect(() => {
    const hear: Parameters<typeof chat.hearMessage.add>[0] = (entry) => {
      if (entry.type !== 'message' || entry.message.from === 'visitor') return;
      setText(`${entry.message.author?.name ?? name}: ${entry.message.text.slice(0, SPOKEN)}`);
    };
    chat.hearMessage.add(hear);
    return () => void chat.hearMessage.delete(hear);
  }, [chat, name]);
  const session = state.conversation?.session;
  const queue = session ? queueWords(session, speech).join(' ') : '';
  useEffect(() => {
    if (queue) setText(queue);
  }, [queue]);
  const isLost = state.connection === 'lost';
  const wasLost = useRef(false);
  useEffect(() => {
    if (isLost || wasLost.current) setText(isLost ? words.chat.lost : words.chat.found);
    wasLost.current = isLost;
  }, [isLost, words]);
  const person = state.typing && say(words.chat.typing, { name: state.typing.name });
  return (
    <>
      <div className="hidden" role="status">
        {text}
      </div>
      <div className="hidden" role="status">
        {person}
      </div>
    </>
  );
}

/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsIn } from '../../shared/speech';
import { leaveEnded } from '../client/chat';
import { markRead } from '../client/wishes';
import { bubblesOf } from '../model/bubbles';
import { chatView, type Shell } from '../shell';
import { AsidePanel } from './asides';
import { type Aside, ChatMenu } from './chat-menu';
import { Composer } from './composer';
import { MessageList } from './message-list';
import { Page } from './page';
import { Standing } from './standing';
import { Survey } from './survey';
import { useAttached } from './use-attached';
import { useDrop } from './use-drop';
import { useScroll } from './use-scroll';

/** The chat itself. */
export function ConversationPage({ shell }: Readonly<{ shell: Shell }>) {
  const { state, speech, isOpen, chat, go } = shell;
  const { words, say } = speech;
  const [aside, setAside] = useState<Aside | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const files = useAttached(shell);
  const isDropping = useDrop(root, files.add);
  const session = state.conversation?.session ?? null;
  const isConnected = state.connection !== 'lost';
  const bubbles = bubblesOf(state.conversation, state.outbox, isConnected);
  const scroll = useScroll(bubbles);
  const sequence = state.conversation?.sequence ?? 0;
  useEffect(() => {
    if (isOpen && sequence > 0 && document.visibilityState === 'visible') markRead(chat);
  }, [isOpen, sequence, chat]);
  const name = session?.agent?.name ?? state.config?.name ?? words.chat.team;
  const restart = () => {
    leaveEnded(chat);
    go(chatView(chat));
  };
  return (
    <Page
      shell={shell}
      title={say(words.chat.title, { name })}
      back={() => go('home')}
      focusTitle={false}
      actions={<ChatMenu shell={shell} onChoose={setAside} />}
    >
      <div ref={root} className={isDropping ? 'chat dropping' : 'chat'} data-drop={words.chat.drop}>
        <ol ref={scroll.list} className="log" aria-label={words.chat.log} onScroll={scroll.onScroll}>
          <Opening shell={shell} />
          <MessageList shell={shell} bubbles={bubbles} />
        </ol>
        {scroll.unseen > 0 && (
          <button type="button" className="pill" onClick={scroll.toEnd}>
            {say(words.chat.newMessages, { count: scroll.unseen })}
          </button>
        )}
        <Standing shell={shell} />
        {aside && <AsidePanel shell={shell} aside={aside} onDone={() => setAside(null)} />}
        {session?.state === 'ended' ? (
          <div className="ended">
            <p>{words.chat.ended}</p>
            {session.surveyUrl && <Survey shell={shell} />}
            <button type="button" className="primary" onClick={restart}>
              {words.chat.again}
            </button>
          </div>
        ) : (
          <Composer shell={shell} files={files} />
        )}
      </div>
    </Page>
  );
}

/** What stands above the first message: the words to which the visitor answers, or a greeting. */
function Opening({ shell: { state, speech, proactive } }: Readonly<{ shell: Shell }>) {
  const { config } = state;
  const own = config ? wordsIn(config.texts.greeting, speech.language, config.defaultLanguage) : '';
  return (
    <li className="message agent">
      <p className="author">{config?.name ?? speech.words.chat.team}</p>
      <div className="bubble">{proactive?.text || own || speech.words.home.greeting}</div>
    </li>
  );
}

/** @jsxImportSource preact */
import type { ChatConfig } from '@/domain/chat/protocol';
import { wordsIn } from '../../shared/speech';
import { isGoing } from '../client/chat';
import { loadConfig } from '../client/wishes';
import { chatView, type Shell, type View } from '../shell';
import { minutesOf, momentText, type Speech } from '../words';
import { Articles } from './articles';
import { Icon } from './icons';
import { Page } from './page';

type Way = Readonly<{ view: View; icon: 'chat' | 'call' | 'letter'; title: string; hint: string }>;

/** The door: who is there, and the ways to reach them. */
export function Home({ shell }: Readonly<{ shell: Shell }>) {
  const { state, speech, chat } = shell;
  const { words, language } = speech;
  const { config } = state;
  const title = config?.name ?? words.chat.team;
  if (!config) {
    return (
      <Page shell={shell} title={title}>
        {state.unavailable && (
          <div className="middle">
            <p role="alert">{words.home.unreachable}</p>
            <button type="button" className="secondary" onClick={() => void loadConfig(chat)}>
              {words.tryAgain}
            </button>
          </div>
        )}
      </Page>
    );
  }
  return (
    <Page shell={shell} title={title}>
      <div className="home">
        <p className="greeting">
          {wordsIn(config.texts.greeting, language, config.defaultLanguage) || words.home.greeting}
        </p>
        <div className={config.open ? 'presence open' : 'presence'}>
          {presenceOf(config, speech).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {config.knowledge && <Articles shell={shell} />}
        <ul className="ways">
          {waysOf(shell, config).map((way) => (
            <li key={way.view}>
              <button type="button" onClick={() => shell.go(way.view)}>
                <Icon name={way.icon} />
                <span>
                  <strong>{way.title}</strong>
                  <span className="faint">{way.hint}</span>
                </span>
                <Icon name="next" />
              </button>
            </li>
          ))}
        </ul>
        {config.verifiedOnly && !chat.identity && <p className="faint">{words.home.verified}</p>}
      </div>
    </Page>
  );
}

/** What is true of the moment: that somebody is there and how long it takes, or when somebody will be. */
function presenceOf(config: ChatConfig, { words, language, say }: Speech): string[] {
  const { home } = words;
  if (!config.open) {
    const own = wordsIn(config.texts.offline, language, config.defaultLanguage);
    const when = config.opensAt && say(home.opens, { when: momentText(config.opensAt, language) });
    return [own || home.closed, ...(when ? [when] : [])];
  }
  const isSlow = config.waitSeconds !== null && config.waitSeconds >= 60;
  const first = isSlow ? say(home.wait, { minutes: minutesOf(config.waitSeconds ?? 0) }) : home.open;
  return [first, ...(config.waiting > 0 ? [say(home.waiting, { count: config.waiting })] : [])];
}

function waysOf({ state, speech, chat }: Shell, config: ChatConfig): Way[] {
  const { home } = speech.words;
  const going = isGoing(state) || state.outbox.length > 0;
  const mayChat = going || (config.open && (!config.verifiedOnly || chat.identity !== null));
  const chatWay: Way = {
    view: going ? 'chat' : chatView(chat),
    icon: 'chat',
    title: going ? home.continue : home.chat,
    hint: home.chatHint,
  };
  const callWay: Way = { view: 'call', icon: 'call', title: home.call, hint: home.callHint };
  const leaveWay: Way = { view: 'leave', icon: 'letter', title: home.leave, hint: home.leaveHint };
  return [...(mayChat ? [chatWay] : []), ...(config.callMe ? [callWay] : []), leaveWay];
}

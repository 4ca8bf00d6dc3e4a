/** @jsxImportSource preact */
import type { ChatFile } from '@/domain/chat/protocol';
import { takeBack } from '../client/send';
import { type Bubble, linked } from '../model/bubbles';
import type { Shell } from '../shell';
import { dayText, type Speech, sizeText, timeText } from '../words';
import { Icon } from './icons';

type Props = Readonly<{ shell: Shell; bubbles: readonly Bubble[] }>;

/** Everything that was said, with the days between. */
export function MessageList({ shell, bubbles }: Props) {
  const { speech } = shell;
  return (
    <>
      {bubbles.map((bubble, index) => {
        const isNewDay = dayOf(bubble.at) !== dayOf(bubbles[index - 1]?.at ?? bubble.at);
        return (
          <li key={bubble.key} className={bubble.kind === 'line' ? 'line' : `message ${bubble.from}`}>
            {isNewDay && <p className="line">{dayText(bubble.at, speech.language)}</p>}
            {bubble.kind === 'line' ? (
              <Line bubble={bubble} speech={speech} />
            ) : (
              <Message {...{ shell, bubble }} />
            )}
          </li>
        );
      })}
    </>
  );
}

const dayOf = (at: string): string => new Date(at).toDateString();

type LineProps = Readonly<{ bubble: Extract<Bubble, { kind: 'line' }>; speech: Speech }>;

function Line({ bubble, speech: { words, say, language } }: LineProps) {
  return (
    <p className="quiet">
      {say(words.line[bubble.line], {
        name: bubble.person?.name ?? words.chat.team,
        detail: bubble.detail ?? '',
      })}
      <span className="faint"> {timeText(bubble.at, language)}</span>
    </p>
  );
}

type MessageProps = Readonly<{ shell: Shell; bubble: Extract<Bubble, { kind: 'message' }> }>;

function Message({ shell, bubble }: MessageProps) {
  const { words, language } = shell.speech;
  const { from, author, follows, files, text, at, state, edited } = bubble;
  const name = from === 'visitor' ? words.chat.you : (author?.name ?? words.chat.team);
  return (
    <>
      <p className={follows || from === 'visitor' ? 'hidden' : 'author'}>{name}</p>
      {text !== '' && (
        <div className="bubble">
          {linked(text).map(({ at: begin, text: piece, href }) =>
            href ? (
              <a key={begin} href={href} target="_blank" rel="noopener noreferrer nofollow">
                {piece}
              </a>
            ) : (
              piece
            ),
          )}
        </div>
      )}
      {files.map((file) => (
        <FileLink key={file.id} file={file} speech={shell.speech} />
      ))}
      <p className="meta">
        <time dateTime={at}>{timeText(at, language)}</time>
        {edited && <span> · {words.chat.edited}</span>}
        <Way bubble={bubble} speech={shell.speech} />
        {state && <span className={`state ${state}`}> · {words.chat[state]}</span>}
        {state === 'refused' && (
          <button type="button" className="link" onClick={() => takeBack(shell.chat, bubble.clientId ?? '')}>
            {words.chat.takeBack}
          </button>
        )}
      </p>
    </>
  );
}

function Way({ bubble, speech: { words } }: Readonly<{ bubble: MessageProps['bubble']; speech: Speech }>) {
  if (bubble.channel === 'email') return <span> · {words.chat.viaMail}</span>;
  return bubble.channel === 'phone' ? <span> · {words.chat.viaPhone}</span> : null;
}

function FileLink({ file, speech }: Readonly<{ file: ChatFile; speech: Speech }>) {
  const { name, url, picture, size } = file;
  if (picture) {
    return (
      <a className="picture" href={url} target="_blank" rel="noopener noreferrer">
        <img src={url} alt={name} loading="lazy" {...fitted(picture)} />
      </a>
    );
  }
  return (
    <a className="file" href={url} target="_blank" rel="noopener noreferrer" download={name}>
      <Icon name="file" />
      <span>
        {name}
        <span className="faint"> {sizeText(size, speech.language)}</span>
      </span>
    </a>
  );
}

const LARGEST = 240;

/** The room that a picture takes, known before it is there, so that nothing jumps. */
function fitted({ width, height }: Readonly<{ width: number; height: number }>) {
  const scale = Math.min(1, LARGEST / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

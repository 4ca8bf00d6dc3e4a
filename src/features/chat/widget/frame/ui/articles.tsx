/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { FoundArticles } from '@/domain/chat/protocol';
import { findArticles } from '../client/wishes';
import type { Shell } from '../shell';

/** So few letters say nothing, and so long nobody asks while one types. */
const FEWEST = 3;
const PAUSE_MILLISECONDS = 300;

/** A look into the articles before anybody has to answer. */
export function Articles({ shell }: Readonly<{ shell: Shell }>) {
  const { words, say } = shell.speech;
  const [text, setText] = useState('');
  const found = useFound(shell, text.trim());
  const outcome =
    found && (found.length > 0 ? say(words.home.found, { count: found.length }) : words.home.foundNone);
  return (
    <search className="find">
      <div className="field">
        <label htmlFor="find">{words.home.find}</label>
        <input
          id="find"
          type="search"
          value={text}
          maxLength={300}
          autoComplete="off"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <p className={found && found.length > 0 ? 'hidden' : 'faint'} role="status">
        {outcome}
      </p>
      {found && found.length > 0 && (
        <ul className="found">
          {found.map(({ url, title, excerpt }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noopener noreferrer">
                <strong>{title}</strong>
                <span className="faint">{excerpt}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

/** What was found for the newest words; null before anything was looked for. */
function useFound({ chat }: Shell, text: string): FoundArticles['articles'] | null {
  const [found, setFound] = useState<FoundArticles['articles'] | null>(null);
  useEffect(() => {
    let isNewest = true;
    if (text.length < FEWEST) setFound(null);
    const timer = setTimeout(async () => {
      if (text.length < FEWEST) return;
      const articles = await findArticles(chat, text);
      if (isNewest) setFound(articles);
    }, PAUSE_MILLISECONDS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [chat, text]);
  return found;
}

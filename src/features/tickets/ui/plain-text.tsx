import { Fragment } from 'react';

const LINK = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g;

/** Text as it was written, with its line breaks; addresses in it can be followed. */
export function PlainText({ text }: Readonly<{ text: string }>) {
  return <div className="whitespace-pre-wrap break-words">{pieces(text)}</div>;
}

function pieces(text: string) {
  const found = [...text.matchAll(LINK)];
  let end = 0;
  const parts = found.map((match) => {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    return (
      <Fragment key={match.index}>
        {before}
        <Follow address={match[0]} />
      </Fragment>
    );
  });
  return [...parts, text.slice(end)];
}

function Follow({ address }: Readonly<{ address: string }>) {
  const href = /^https?:/.test(address) ? address : `mailto:${address}`;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent-ink underline underline-offset-2"
    >
      {address}
    </a>
  );
}

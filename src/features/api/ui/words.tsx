import { createElement } from 'react';

/** A description with its `code` set apart. Descriptions are in English, as the document is. */
export function Words({ text }: Readonly<{ text: string }>) {
  const parts = text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part : <Code key={part}>{part}</Code>));
  return createElement('span', { lang: 'en' }, ...parts);
}

const Code = ({ children }: Readonly<{ children: string }>) => (
  <code className="rounded-sm bg-hover px-1 py-px text-[0.92em]">{children}</code>
);

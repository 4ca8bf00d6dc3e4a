import { readFileSync } from 'node:fs';
import type { Locale } from '@/i18n/locales';

/** What the screens say in this language: the words of one file of messages, by their key; `{names}` are filled in. */
export function wordsIn(locale: Locale, file: 'help' | 'portal' | 'form' | 'problem') {
  const all = JSON.parse(readFileSync(`src/i18n/messages/${locale}/${file}.json`, 'utf8'));
  return (key: string, given: Readonly<Record<string, string>> = {}): string => {
    const words: string = key.split('.').reduce((inner, part) => inner[part], all);
    return words.replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);
  };
}

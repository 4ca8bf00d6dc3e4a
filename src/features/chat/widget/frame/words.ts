import type { ChatLanguage } from '@/domain/chat/protocol';
import type english from '@/i18n/messages/en/widget.json';
import { fill } from '../shared/speech';

export type Words = typeof english;

/** Something said in the visitor's language, with its facts filled in. */
type Say = (message: string, facts?: Readonly<Record<string, string | number>>) => string;

/** Texts and forms of one language. */
export type Speech = Readonly<{ language: ChatLanguage; words: Words; say: Say }>;

/** The speech of one language. */
export const speechOf = (language: ChatLanguage, words: Words): Speech => ({
  language,
  words,
  say: (message, facts = {}) => fill(message, facts, language),
});

/** Dates and times as the language writes them; English ones in the European way. */
const TAGS: Readonly<Record<ChatLanguage, string>> = { en: 'en-GB', hu: 'hu', lv: 'lv' };

/** `14:05` as the language writes it. */
export function timeText(at: string | Date, language: ChatLanguage): string {
  return new Intl.DateTimeFormat(TAGS[language], { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** Weekday, date and time, such as when the chat opens again. */
export function momentText(at: string | Date, language: ChatLanguage): string {
  return new Intl.DateTimeFormat(TAGS[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}

/** Weekday and date. */
export function dayText(at: string | Date, language: ChatLanguage): string {
  return new Intl.DateTimeFormat(TAGS[language], { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(at),
  );
}

/** A size in whole kilobytes or megabytes, never less than one. */
export function sizeText(bytes: number, language: ChatLanguage): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000)));
}

/** Seconds as minutes that promise nothing: rounded up, from one on. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));

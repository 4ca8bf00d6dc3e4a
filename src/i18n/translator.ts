import { createTranslator } from 'use-intl/core';
import { isLocale, LOCALES } from './locales';
import { messagesOf, type Namespace } from './messages';

/**
 * The texts of one message file in one language, for what is written outside a page: mails, jobs and the command line.
 * Pages use next-intl's own functions. A language that we do not speak reads as English.
 */
export async function translator<Name extends Namespace>(locale: string, namespace: Name) {
  const language = isLocale(locale) ? locale : LOCALES[0];
  return createTranslator({ locale: language, messages: await messagesOf(language), namespace });
}

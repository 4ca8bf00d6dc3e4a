import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { SurveyLanguage } from '@/domain/survey/survey';
import { partsOf } from '@/i18n/island-messages';
import { type Messages, messagesOf } from '@/i18n/messages';

/** Gives the islands within their texts in the customer's language, whatever this browser speaks. */
export async function SurveyTexts({
  locale,
  children,
}: Readonly<{ locale: SurveyLanguage; children: ReactNode }>) {
  const messages = partsOf(await messagesOf(locale), ['survey.page', 'survey.stop']);
  return (
    <NextIntlClientProvider locale={locale} messages={messages as unknown as Partial<Messages>}>
      {children}
    </NextIntlClientProvider>
  );
}

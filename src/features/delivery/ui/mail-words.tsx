import { useTranslations } from 'next-intl';
import { mailFrameDocument, withInlineImages } from '@/channels/lib/html';
import type { MailDetail } from '@/features/delivery/queries';

/** What the mail says, as its reader sees it: in a frame that runs nothing and may open links in new tabs. */
export function MailWords({ mail }: Readonly<{ mail: MailDetail }>) {
  const t = useTranslations('mail');
  const { html, words, secret } = mail;
  if (secret) return <p className="text-ink-soft">{t('secret')}</p>;
  if (html !== null) {
    const shown = withInlineImages(html, () => null);
    return (
      <iframe
        title={t('words')}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={mailFrameDocument(shown, { dark: false, allowRemoteImages: false })}
        className="h-96 w-full rounded-md border border-line bg-white p-3"
      />
    );
  }
  if (words === null) return <p className="text-ink-soft">{t('notYet')}</p>;
  return <pre className="whitespace-pre-wrap break-words font-sans">{words}</pre>;
}

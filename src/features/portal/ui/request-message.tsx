import { Paperclip } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { messageHtml } from '@/features/portal/message-html';
import type { RequestMessage as Message } from '@/features/portal/queries';
import { Badge } from '@/ui/badge';
import { classNames } from '@/ui/class-names';

type Props = Readonly<{
  message: Message;
  mine: boolean;
  company: string;
  timeZone: string;
  files: string;
}>;

/** One message: who wrote it and when, the words, the files. */
export function RequestMessage({ message, mine, company, timeZone, files }: Props) {
  const t = useTranslations('portal.request');
  const format = useFormatter();
  const ours = message.direction === 'outbound';
  const when = format.dateTime(message.createdAt, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const author = message.authorKind === 'system' ? company : message.authorName;
  return (
    <li
      className={classNames(
        'rounded-lg border px-4 py-3',
        ours ? 'border-line bg-raised' : 'border-line bg-sunken',
      )}
    >
      <article aria-label={`${mine ? t('you') : author}, ${when}`} className="flex flex-col gap-2">
        <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-base">
          <span className="min-w-0 break-words font-semibold">{mine ? t('you') : author}</span>
          {ours && (
            <Badge tone="accent">{message.authorKind === 'system' ? t('automatic') : t('team')}</Badge>
          )}
          <time dateTime={message.createdAt.toISOString()} className="text-ink-soft">
            {when}
          </time>
        </header>
        <Words message={message} address={files} />
        <Files message={message} address={files} />
      </article>
    </li>
  );
}

type PartProps = Readonly<{ message: Message /** Where the files of the request lie. */; address: string }>;

function Words({ message: { html, visibleText, language, files }, address }: PartProps) {
  const lang = language ?? undefined;
  if (html === null) {
    return (
      <p lang={lang} className="whitespace-pre-wrap break-words">
        {visibleText}
      </p>
    );
  }
  const pictureAt = (contentId: string) => {
    const file = files.find((each) => each.contentId === contentId);
    return file ? `${address}/${file.id}` : null;
  };
  return <div lang={lang} className="portal-words" {...inner(messageHtml(html, pictureAt))} />;
}

/** Only what `messageHtml` has cleaned may stand within a page. */
const inner = (cleaned: string) => ({ dangerouslySetInnerHTML: { __html: cleaned } });

function Files({ message, address }: PartProps) {
  const t = useTranslations('portal.request');
  const format = useFormatter();
  // What stands within the words is seen there.
  const files = message.files.filter(
    ({ contentId }) => !contentId || !message.html?.includes(`cid:${contentId}`),
  );
  if (files.length === 0) return null;
  const size = (bytes: number) =>
    format.number(Math.max(1, Math.round(bytes / 1024)), { style: 'unit', unit: 'kilobyte' });
  return (
    <ul aria-label={t('files')} className="flex flex-col gap-1 text-base">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={`${address}/${file.id}`}
            download={file.name}
            className="inline-flex max-w-full items-center gap-1.5 rounded-sm py-0.5 text-accent-ink hover:underline"
          >
            <Paperclip aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 break-words">
              {t('download', { name: file.name, size: size(file.size) })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

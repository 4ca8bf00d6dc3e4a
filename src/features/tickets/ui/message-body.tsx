import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { messageBody, type Theme } from '../message-body';
import type { TimelineMessage } from '../queries-timeline';
import { MailFrame } from './mail-frame.client';
import { PlainText } from './plain-text';
import { Words } from './words';

type Props = Readonly<{ message: TimelineMessage; workspace: string; theme: Theme }>;

/** What was written, with what is quoted folded away. */
export function MessageBody({ message, workspace, theme }: Props) {
  const t = useTranslations('ticket.message');
  const frame = {
    title: t('frame', { name: message.authorName || message.authorAddress }),
    url: `/api/desk/${workspace}/messages/${message.id}?theme=${theme}`,
  };
  if (!message.whole) {
    return <MailFrame {...frame} document={null} blocked={0} folded={false} preview={message.visibleText} />;
  }
  const body = messageBody(message, { workspace, theme });
  if (body.kind === 'frame') {
    return <MailFrame {...frame} document={body.document} blocked={body.blocked} folded={body.folded} />;
  }
  if (body.visible.trim() === '' && !body.hidden)
    return <p className="text-ink-faint italic">{t('empty')}</p>;
  if (body.kind === 'words') {
    return (
      <Folding visible={<Words html={body.visible} />}>{body.hidden && <Words html={body.hidden} />}</Folding>
    );
  }
  return (
    <>
      <Folding visible={<PlainText text={body.visible} />}>
        {body.hidden && <PlainText text={body.hidden} />}
      </Folding>
      {body.hasOriginal && <MailFrame {...frame} document={null} blocked={0} folded={false} original />}
    </>
  );
}

/** What can be unfolded under what is seen at once; without any script. */
function Folding({ visible, children }: Readonly<{ visible: ReactNode; children: ReactNode }>) {
  const t = useTranslations('ticket.message');
  return (
    <>
      {visible}
      {children && (
        <details className="group mt-2">
          <summary
            aria-label={t('quoted')}
            title={t('quoted')}
            className="inline-flex h-6 cursor-pointer list-none items-center rounded-md bg-hover px-2 text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden"
          >
            <Ellipsis aria-hidden className="size-4" />
          </summary>
          <div className="mt-2 border-line border-l-2 pl-3 text-ink-soft">{children}</div>
        </details>
      )}
    </>
  );
}

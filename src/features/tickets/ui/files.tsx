import { FileText } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { fileUrl } from '../message-body';
import type { MessageFile, TimelineMessage } from '../queries-timeline';
import { fileSize } from './file-size';

const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

type Props = Readonly<{ message: TimelineMessage; workspace: string }>;

/** The attachments of a message: pictures as small pictures, other files by name and size. Each is a download. */
export function Files({ message, workspace }: Props) {
  const t = useTranslations('ticket.message');
  const files = listedFiles(message);
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('files', { count: files.length })} className="mt-3 flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id} className="min-w-0 max-w-full">
          {PICTURE.test(file.type) ? (
            <Picture file={file} url={fileUrl(workspace, file.id)} />
          ) : (
            <Download file={file} url={fileUrl(workspace, file.id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Pictures that stand within the text are not listed once more. */
function listedFiles({ files, html, loaded }: TimelineMessage): MessageFile[] {
  const text = html?.toLowerCase() ?? '';
  return files.filter(({ inline, contentId }) => {
    if (!inline || !contentId) return true;
    return loaded && !text.includes(`cid:${contentId.toLowerCase()}`);
  });
}

type FileProps = Readonly<{ file: MessageFile; url: string }>;

function Picture({ file, url }: FileProps) {
  const t = useTranslations('ticket.message');
  const format = useFormatter();
  const label = t('download', { name: file.name, size: fileSize(format, file.size) });
  return (
    <a
      href={url}
      download
      title={label}
      className="flex h-24 w-32 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken hover:border-line-strong"
    >
      <picture className="contents">
        <img
          src={`${url}?small=1`}
          alt={label}
          loading="lazy"
          className="max-h-full max-w-full object-contain"
        />
      </picture>
    </a>
  );
}

function Download({ file, url }: FileProps) {
  const t = useTranslations('ticket.message');
  const format = useFormatter();
  const size = fileSize(format, file.size);
  return (
    <a
      href={url}
      download
      className="flex h-9 max-w-72 items-center gap-2 rounded-md border border-line bg-canvas px-2.5 text-sm hover:border-line-strong hover:bg-hover"
    >
      <FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="sr-only">{t('download', { name: file.name, size })}</span>
      <span aria-hidden className="min-w-0 truncate text-ink">
        {file.name}
      </span>
      <span aria-hidden className="shrink-0 text-ink-faint">
        {size}
      </span>
    </a>
  );
}

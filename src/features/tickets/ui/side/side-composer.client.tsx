'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { classNames } from '@/ui/class-names';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { startSideAction, writeInSideAction } from '../../actions';
import { AddressRow } from '../address-row.client';
import type { TicketPlace } from '../composer-props';
import { fileSize } from '../file-size';
import { reached } from '../reached';
import { say, sayProblem } from '../say';
import { filesGoing } from '../use-draft';
import { Writing } from '../writing.client';
import { type SideDraft, useSideDraft } from './use-side-draft';

/** A message of the ticket that is passed on. */
export type Forwarded = Readonly<{
  messageId: string;
  author: string;
  beginning: string;
  files: readonly Readonly<{ id: string; name: string; size: number }>[];
}>;

type Props = Readonly<{
  place: TicketPlace;
  /** Null for a conversation that begins. */
  sideId: string | null;
  closeHref: string;
  forwarded: Forwarded | null;
  subject: string;
}>;

/** Where a mail to somebody beside the ticket is written. */
export function SideComposer({ place, sideId, closeHref, forwarded, subject }: Props) {
  const t = useTranslations('ticket.side');
  const [empty] = useState<SideDraft>({ html: '', to: [], cc: [], files: [], subject });
  const draft = useSideDraft(place.ticketId, sideId, empty);
  const [fileIds, setFileIds] = useState<readonly string[]>(() =>
    (forwarded?.files ?? []).map(({ id }) => id),
  );
  const { send, busy } = useSending({ place, sideId, closeHref, draft, forwarded, fileIds });
  return (
    <div className={classNames('-mx-5', sideId !== null && 'mt-3 border-line border-t pt-3')}>
      {sideId === null && <Head workspace={place.workspace} draft={draft} />}
      {forwarded && (
        <div className="mx-4 mb-2 rounded-md border border-line bg-sunken p-3 text-sm">
          <p className="font-medium text-ink">{t('forwarding', { name: forwarded.author })}</p>
          <p className="mt-1 line-clamp-3 text-ink-soft">{forwarded.beginning}</p>
          <ForwardedFiles files={forwarded.files} chosen={fileIds} onChange={setFileIds} />
        </div>
      )}
      <Writing
        kind="aside"
        draft={draft}
        place={place}
        onSend={send}
        foot={
          <Button
            variant="primary"
            pending={busy}
            className="ml-auto"
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onClick={send}
          >
            {t('send')}
          </Button>
        }
      />
    </div>
  );
}

type Kept = ReturnType<typeof useSideDraft>;

function Head({ workspace, draft }: Readonly<{ workspace: string; draft: Kept }>) {
  const t = useTranslations('ticket.side');
  const composer = useTranslations('ticket.composer');
  const rows = ['to', 'cc'] as const;
  return (
    <>
      {rows.map((row) => (
        <AddressRow
          key={row}
          workspace={workspace}
          label={composer(row)}
          addresses={draft.draft[row]}
          people={[]}
          nameOf={(address) => address}
          isNew={() => false}
          onChange={(next) => draft.change(() => ({ [row]: next }))}
        />
      ))}
      <Field label={t('subject')} className="mx-4 my-2">
        <Input
          value={draft.draft.subject}
          maxLength={500}
          onChange={({ target }) => draft.change(() => ({ subject: target.value }))}
        />
      </Field>
    </>
  );
}

type FilesProps = Readonly<{
  files: Forwarded['files'];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}>;

function ForwardedFiles({ files, chosen, onChange }: FilesProps) {
  const t = useTranslations('ticket.side');
  const format = useFormatter();
  if (files.length === 0) return null;
  return (
    <fieldset className="mt-2 flex flex-col gap-1">
      <legend className="mb-1 font-medium text-ink">{t('files')}</legend>
      {files.map(({ id, name, size }) => (
        <Checkbox
          key={id}
          label={`${name} (${fileSize(format, size)})`}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        />
      ))}
    </fieldset>
  );
}

type Sending = Omit<Props, 'subject'> & Readonly<{ draft: Kept; fileIds: readonly string[] }>;

/** What was written stays until the server has it. */
function useSending({ place, sideId, closeHref, draft, forwarded, fileIds }: Sending) {
  const t = useTranslations('ticket.side');
  const composer = useTranslations('ticket.composer');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [busy, start] = useTransition();
  const { workspace, ticketId } = place;
  async function run(): Promise<void> {
    const hint = hintFor(draft.draft, { isNew: sideId === null, isForward: forwarded !== null });
    if (hint) return void say(hint === 'noAddress' ? t('noAddress') : composer(hint));
    const forward = forwarded && { messageId: forwarded.messageId, fileIds: [...fileIds] };
    const sent = await reached(deliver(workspace, { ...mailOf(draft.draft, ticketId), sideId, forward }));
    if (!sent.ok) return void sayProblem(problem(sent.error.code));
    draft.clear();
    if (!sideId) router.replace(withSide(closeHref, sent.value.sideId), { scroll: false });
  }
  return { send: () => start(run), busy };
}

type Start = Parameters<typeof startSideAction>[1];
type Mail = Readonly<{
  input: Omit<Start, 'forward'>;
  sideId: string | null;
  forward: Start['forward'] | null;
}>;

const mailOf = ({ html, to, cc, files, subject }: Kept['draft'], ticketId: string) => ({
  input: {
    html: html || '<p></p>',
    attachmentIds: filesGoing({ html, files }).flatMap(({ id }) => id ?? []),
    ...{ ticketId, subject, to: [...to], cc: [...cc] },
  },
});

function deliver(workspace: string, { input, sideId, forward }: Mail) {
  const { html, attachmentIds } = input;
  if (sideId) return writeInSideAction(workspace, { sideId, html, attachmentIds });
  return startSideAction(workspace, { ...input, ...(forward && { forward }) });
}

const withSide = (href: string, sideId: string) => `${href}${href.includes('?') ? '&' : '?'}side=${sideId}`;

type Asked = Readonly<{ isNew: boolean; isForward: boolean }>;

function hintFor({ html, to, files, subject }: Kept['draft'], { isNew, isForward }: Asked) {
  if (files.some(({ id }) => id === null)) return 'waitForFiles';
  if (isNew && to.length === 0) return 'noAddress';
  const isBlank = html.replace(/<[^>]*>|\s/g, '') === '' && files.length === 0;
  return (isBlank && !isForward) || (isNew && subject.trim() === '') ? 'empty' : null;
}

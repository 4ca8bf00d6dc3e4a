'use client';

import { Lock, Reply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReplyStatus } from '@/domain/ticket/reply';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { Kbd } from '@/ui/kbd';
import { useShortcuts } from '@/ui/use-shortcuts';
import type { DraftKind } from '../inputs';
import type { StoredDraft } from '../queries-head';
import { NotePanel, ReplyPanel } from './composer-panel.client';
import type { ComposerProps, Reading, TicketPlace } from './composer-props';
import { outboxOf } from './device-outbox';
import { type Returned, useStage } from './stage.client';
import { type ComposerDraft, draftFiles, isEmpty, keptHere, useDraft } from './use-draft';
import { useInsertions } from './use-insertions';
import { useQuotable } from './use-quoting';
import { useSend } from './use-send';
import { useEditorSoon } from './writing.client';

/** Where one answers: a line to begin with, that opens into a reply or a note. What was typed is there again. */
export function Composer(props: ComposerProps) {
  const { place, drafts, may, recipients } = props;
  const usual = useMemo(() => addressesOf(recipients), [recipients]);
  const reply = useKeptDraft({ place, kind: 'reply', drafts, usual });
  const note = useKeptDraft({ place, kind: 'note', drafts, usual: NOBODY });
  const [open, setOpen] = useState<DraftKind | null>(() => firstOpen(reply, note, may));
  const [status, setStatus] = useState<ReplyStatus>(() => (reply.draft.promise ? 'open' : 'pending'));
  const [chosenWay, setWay] = useState<string | null>(null);
  const close = () => {
    setOpen(null);
    setStatus('pending');
  };
  useEditorSoon();
  const sendingReply = useSend({
    place,
    draft: reply,
    kind: 'reply',
    onSent: close,
    onRefused: () => setOpen('reply'),
  });
  const sendingNote = useSend({
    place,
    draft: note,
    kind: 'note',
    onSent: close,
    onRefused: () => setOpen('note'),
  });
  const reading = useSeen(props.newest, isEmpty(reply.draft));
  const { restored, answering } = useStage();

  const takeOver = useRef<typeof restored>(null);
  useEffect(() => {
    if (!restored || takeOver.current === restored) return;
    takeOver.current = restored;
    const { kind = 'reply', promise = null } = restored;
    const target = kind === 'note' ? note : reply;
    target.replace(returned(restored, target.latest.current));
    if (restored.inFront) target.change(() => ({}));
    if (promise) setStatus('open');
    setOpen(kind);
  }, [restored, reply, note]);
  useEffect(() => {
    if (!answering) return;
    reply.change(() => ({ ...answering }));
    setWay('email');
    setOpen('reply');
  }, [answering, reply.change]);
  useInsertions({ reply, note, onOpen: setOpen, onStatus: setStatus });
  useQuotable(() => setOpen(open ?? (may.reply ? 'reply' : 'note')), may.reply || may.note);
  const foundReply = reply.found;
  const foundNote = note.found;
  useEffect(() => {
    if (foundReply || foundNote) setOpen(foundReply ? 'reply' : 'note');
  }, [foundReply, foundNote]);

  const acts = {
    reply: may.reply ? () => setOpen('reply') : null,
    note: may.note ? () => setOpen('note') : null,
  };
  useShortcuts({ r: () => acts.reply?.(), n: () => acts.note?.() });
  useActs(acts);
  if (!may.reply && !may.note) return null;
  if (open === null) {
    const written = { reply: !isEmpty(reply.draft), note: !isEmpty(note.draft) };
    return <ClosedComposer {...props} written={written} onOpen={setOpen} />;
  }
  const frame = { may, place, onKind: setOpen, onClose: close };
  if (open === 'note') return <NotePanel {...frame} draft={note} sending={sendingNote} />;
  const { newest } = props;
  return (
    <ReplyPanel
      {...frame}
      recipients={recipients}
      participants={props.participants}
      newest={newest}
      reading={reading}
      draft={reply}
      sending={sendingReply}
      status={status}
      onStatus={setStatus}
      ways={props.ways}
      way={chosenWay ?? props.usualWay}
      onWay={setWay}
    />
  );
}

function returned({ html, to, cc, bcc, files, promise = null, inFront }: Returned, typed: ComposerDraft) {
  const since = inFront ? typed : { html: '', files: [] };
  return {
    html: html + since.html,
    files: [...draftFiles(html, files), ...since.files],
    ...{ to, cc, bcc, promise },
  };
}

/** How far the writer has read: everything, until they begin to write; then what stood there at that moment. */
function useSeen(newest: ComposerProps['newest'], nothingWritten: boolean): Reading {
  const [seen, setSeen] = useState(newest);
  useEffect(() => {
    if (nothingWritten) setSeen(newest);
  }, [newest, nothingWritten]);
  const isBehind = newest !== null && (seen === null || newest.at > seen.at);
  const known = isBehind ? seen : newest;
  return { seenId: known?.id ?? null, isBehind, markSeen: () => setSeen(newest) };
}

const NOBODY = { to: [], cc: [] };

const addressesOf = ({ replyAll }: ComposerProps['recipients']) => ({
  to: replyAll.to.map(({ address }) => address),
  cc: replyAll.cc.map(({ address }) => address),
});

type KeptSpec = Readonly<{
  place: TicketPlace;
  kind: DraftKind;
  drafts: readonly StoredDraft[];
  usual: Readonly<{ to: readonly string[]; cc: readonly string[] }>;
}>;

/** A draft that also knows what only this device has kept; `found` once such a thing was taken over. */
function useKeptDraft({ place, kind, drafts, usual }: KeptSpec) {
  const { workspace, ticketId, userId } = place;
  const stored = drafts.find((each) => each.kind === kind);
  const draft = useDraft({ workspace, ticketId, userId, kind }, stored, usual);
  const [found, setFound] = useState(false);
  const { change, replace, clear } = draft;
  // What holds when the page opens: a refresh of it later must not put words in place of what is being typed.
  const first = useRef({ stored, usual, clear });
  useEffect(() => {
    const kept = keptHere({ workspace, ticketId, userId, kind }, first.current.stored);
    const waits = outboxOf(workspace, userId).list();
    // The server still has as a draft what was sent off here and waits for the network.
    if (!kept && waits.some((each) => each.ticketId === ticketId && each.kind === kind))
      first.current.clear();
    if (!kept) return;
    const known = first.current.stored?.files ?? [];
    const files = draftFiles(
      kept.html,
      known.filter(({ id }) => kept.attachmentIds.includes(id)),
    );
    const recipients = kept.to.length > 0 ? { to: kept.to, cc: kept.cc } : first.current.usual;
    replace({ html: kept.html, ...recipients, bcc: kept.bcc, files, promise: kept.promise ?? null });
    change(() => ({}));
    setFound(true);
  }, [workspace, ticketId, userId, kind, change, replace]);
  return { ...draft, found };
}

type Kept = ReturnType<typeof useKeptDraft>;

function firstOpen(reply: Kept, note: Kept, may: ComposerProps['may']): DraftKind | null {
  if (may.reply && !isEmpty(reply.draft)) return 'reply';
  return may.note && !isEmpty(note.draft) ? 'note' : null;
}

type ClosedProps = Pick<ComposerProps, 'may' | 'requester'> &
  Readonly<{ written: Readonly<Record<DraftKind, boolean>>; onOpen: (kind: DraftKind) => void }>;

function ClosedComposer({ may, requester, written, onOpen }: ClosedProps) {
  const t = useTranslations('ticket.composer');
  const begin = { reply: t('replyTo', { name: requester }), note: t('startNote') };
  const kinds = (['reply', 'note'] as const).filter((kind) => may[kind]);
  return (
    <div className="flex gap-2 border-line border-t bg-canvas px-4 py-3 sm:px-6">
      {kinds.map((kind, index) => {
        const Icon = ICONS[kind];
        return (
          <Button
            key={kind}
            onClick={() => onOpen(kind)}
            aria-keyshortcuts={KEYS[kind]}
            className={classNames('text-ink-faint', index === 0 && 'min-w-0 flex-1 justify-start')}
          >
            <Icon aria-hidden />
            <span
              className={classNames('min-w-0 truncate text-left', index === 0 ? 'flex-1' : 'max-sm:sr-only')}
            >
              {written[kind] ? t('goOn') : begin[kind]}
            </span>
            <span aria-hidden className="hidden lg:block">
              <Kbd>{KEYS[kind]}</Kbd>
            </span>
          </Button>
        );
      })}
    </div>
  );
}

const ICONS = { reply: Reply, note: Lock } as const;
const KEYS = { reply: 'R', note: 'N' } as const;

'use client';

import { useTranslations } from 'next-intl';
import { type Unfit, unfitFor } from '@/domain/channel/answer-limits';
import type { ReplyStatus } from '@/domain/ticket/reply';
import type { ReachableChannel } from '@/features/delivery/commands/reachable-channels';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import type { DraftKind } from '../inputs';
import { ApprovedText } from './approved-text.client';
import { ChannelSwitch } from './channel-switch.client';
import { ComposerFoot, ComposerHead, Signature } from './composer-parts.client';
import type { ComposerProps, Reading } from './composer-props';
import { NewerNotice } from './newer-notice.client';
import { Recipients } from './recipients.client';
import { SendButton } from './send-button.client';
import { type ComposerDraft, type Draft, filesGoing, isEmpty } from './use-draft';
import { useQuoted } from './use-quoting';
import type { Sending } from './use-send';
import { Writing } from './writing.client';

type Frame = Pick<ComposerProps, 'place' | 'may'> &
  Readonly<{
    draft: Draft;
    sending: Sending;
    onKind: (kind: DraftKind) => void;
    onClose: () => void;
  }>;

type ReplyProps = Frame &
  Pick<ComposerProps, 'recipients' | 'participants' | 'newest' | 'ways'> &
  Readonly<{
    reading: Reading;
    /** The status that the ticket gets by sending. */
    status: ReplyStatus;
    onStatus: (status: ReplyStatus) => void;
    /** The id of the way on which it goes out. */
    way: string;
    onWay: (way: string) => void;
  }>;

/** The open composer for a reply to the customer. */
export function ReplyPanel({ place, may, draft, sending, onKind, onClose, ...props }: ReplyProps) {
  const { recipients, participants, newest, reading, status, onStatus, ways, way, onWay } = props;
  const { isClosed, isHeld, unfit } = stateOf(
    ways.find(({ id }) => id === way),
    draft.draft,
  );
  const quoting = useQuoted('reply', place);
  const isWritten = !isClosed || !isEmpty(draft.draft);
  const seen = reading.seenId;
  const { send, held, release } = sending;
  const newerId = held?.messageId ?? (reading.isBehind && newest ? newest.id : null);
  return (
    <Panel kind="reply">
      <ComposerHead kind="reply" may={may} onKind={onKind} onClose={onClose} />
      {newerId && (
        <NewerNotice
          name={newest?.author ?? ''}
          messageId={newerId}
          onSendAnyway={held && (() => send({ ...held.way, seen: newerId }))}
          onSeen={() => {
            reading.markSeen();
            release();
          }}
        />
      )}
      <Reaching
        {...{ place, draft, recipients, participants, ways, way, onWay, isWritten, unfit }}
        onApproved={(approved) => send({ status, seen, via: way, approved })}
      />
      {isWritten && (
        <Writing
          kind="reply"
          draft={draft}
          quoting={quoting}
          place={place}
          isLast={status === 'solved'}
          onPromise={(promise) => {
            draft.change(() => ({ promise }));
            // Something is owed now: the ticket does not wait for the customer.
            if (promise && status !== 'open') onStatus('open');
          }}
          onSend={(solve) => !isHeld && send({ status: solve ? 'solved' : status, seen, via: way })}
          below={way === 'email' && <Signature text={place.signature} />}
          foot={
            <ComposerFoot draft={draft} onDiscard={onClose}>
              <SendButton
                status={status}
                onStatus={onStatus}
                timeZone={place.timeZone}
                disabled={isHeld}
                onSend={(sendAt) => send({ status, sendAt, seen, via: way })}
              />
            </ComposerFoot>
          }
        />
      )}
    </Panel>
  );
}

/** Whether anything, and whether this very answer can go out on this way, and why not. */
function stateOf(way: ReachableChannel | undefined, draft: Pick<ComposerDraft, 'html' | 'files'>) {
  const isClosed = way !== undefined && way.reach.state !== 'open';
  // How long the text is, the server knows: it alone makes the text of what was formatted.
  const unfit = way?.limits ? unfitFor({ text: '', files: filesGoing(draft) }, way.limits) : null;
  return { isClosed, unfit, isHeld: isClosed || unfit !== null };
}

type ReachingProps = Pick<
  ReplyProps,
  'place' | 'draft' | 'recipients' | 'participants' | 'ways' | 'way' | 'onWay'
> &
  Readonly<{
    isWritten: boolean;
    unfit: Unfit | null;
    onApproved: Parameters<typeof ApprovedText>[0]['onSend'];
  }>;

/** On which channel, to whom, and where nothing else may be sent, which of the approved texts. */
function Reaching({ place, draft, recipients, participants, ways, way, onWay, ...props }: ReachingProps) {
  const { isWritten, unfit, onApproved } = props;
  const chosen = ways.find(({ id }) => id === way);
  return (
    <>
      <ChannelSwitch ways={ways} way={way} onWay={onWay} isFirst={!isWritten} unfit={unfit} />
      {way === 'email' && (
        <Recipients
          workspace={place.workspace}
          draft={draft}
          known={recipients}
          participants={participants}
        />
      )}
      {chosen?.reach.state === 'template' && chosen.hasTemplates && (
        <ApprovedText key={way} workspace={place.workspace} conversationId={way} onSend={onApproved} />
      )}
    </>
  );
}

/** The open composer for a note to the team; unlike a reply at first sight. */
export function NotePanel({ place, may, draft, sending, onKind, onClose }: Frame) {
  const t = useTranslations('ticket.composer');
  const quoting = useQuoted('note', place);
  const add = () => sending.send({ status: 'open', seen: null });
  return (
    <Panel kind="note">
      <ComposerHead kind="note" may={may} onKind={onKind} onClose={onClose} />
      <Writing
        kind="note"
        draft={draft}
        quoting={quoting}
        place={place}
        onSend={add}
        foot={
          <ComposerFoot draft={draft} onDiscard={onClose}>
            <Button variant="primary" aria-keyshortcuts="Control+Enter Meta+Enter" onClick={add}>
              {t('addNote')}
            </Button>
          </ComposerFoot>
        }
      />
    </Panel>
  );
}

function Panel({ kind, children }: Readonly<{ kind: DraftKind; children: React.ReactNode }>) {
  const t = useTranslations('ticket.composer');
  return (
    <section
      aria-label={t(kind)}
      className={classNames(
        'border-t',
        kind === 'reply' ? 'border-line-strong bg-canvas' : 'border-warning-ink/40 bg-warning-soft',
      )}
    >
      {children}
    </section>
  );
}

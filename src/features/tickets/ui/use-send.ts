import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { TemplateUse } from '@/domain/channel/conversation';
import type { Result } from '@/domain/shared/result';
import { hasOpenPlaces } from '@/domain/template/fill-template';
import type { ReplyStatus } from '@/domain/ticket/reply';
import { useProblem } from '@/features/fields/shared/use-problem';
import type { SaidPromise } from '@/ui/promise-tool';
import { useDates } from '@/ui/use-dates';
import { noteAction, replyAction } from '../actions';
import type { DraftKind } from '../inputs';
import { shownPicture } from '../uploaded-picture';
import type { TicketPlace } from './composer-props';
import { outboxOf } from './device-outbox';
import { momentText } from './moment';
import { reached } from './reached';
import { say, sayProblem, sayWithUndo } from './say';
import { useStage } from './stage.client';
import { type ComposerDraft, type Draft, filesGoing, isEmpty } from './use-draft';

/** How a reply is to be sent; absent: pending, at once. */
type Way = Readonly<{
  status: ReplyStatus;
  sendAt?: Date | undefined;
  seen: string | null;
  /** A way of `reachableChannels`; absent: by mail. */
  via?: string;
  /** An approved text, and its words as they will be read. */
  approved?: Readonly<{ html: string; template: TemplateUse }>;
  /** True for a text that is to go out with its places as they are. */
  unfilled?: boolean;
}>;

type Held = Readonly<{ messageId: string; way: Way }>;

type Spec = Readonly<{
  place: TicketPlace;
  draft: Draft;
  kind: DraftKind;
  onSent: () => void;
  onRefused: () => void;
}>;

/**
 * Sends what stands in the composer. The composer is empty and the message in the timeline at once; when the server
 * refuses, the words come back; when it cannot be reached, they wait on this device and are sent as soon as it can, once.
 */
export function useSend({ place, draft, kind, onSent, onRefused }: Spec) {
  const t = useTranslations('ticket.composer');
  const problem = useProblem();
  const { show } = useStage();
  const announce = useAnnounce();
  const path = usePathname();
  const [held, setHeld] = useState<Held | null>(null);

  function isReady(words: ComposerDraft, way: Way): boolean {
    const hint = hintFor(words);
    if (hint) {
      say(t(hint));
      return false;
    }
    if (way.unfilled || !hasOpenPlaces(words.html)) return true;
    const anyway = { label: t('sendUnfilled'), onClick: () => void send({ ...way, unfilled: true }) };
    say(t('unfilled'), { id: 'unfilled', duration: 10_000, action: anyway });
    return false;
  }

  async function send(way: Way): Promise<void> {
    const words = wordsOf(draft, way);
    if (!isReady(words, way)) return;
    setHeld(null);
    const resting = draft.saver.rest();
    draft.clear();
    onSent();
    const { html, ...sent } = submissionOf({ place, kind, words, way });
    const seen = shownPicture(place.workspace, html);
    const shown = { key: sent.input.messageId, kind, html: seen, author: place.userName, at: new Date() };
    const result = await show(shown, async () => {
      await resting;
      return reached(sent.run());
    });
    if (result.ok) {
      draft.saver.forget();
      announce(result.value);
    } else if (result.error.code === 'unreachable' && isKept({ place, kind, words, path, ...sent })) {
      draft.saver.forget();
    } else {
      refuse(result.error, { words, way });
    }
  }

  function refuse(error: Refusal, { words, way }: Readonly<{ words: ComposerDraft; way: Way }>): void {
    giveBack(draft, words);
    onRefused();
    if (error.code === 'ticket.newer_message' && error.messageId)
      setHeld({ messageId: error.messageId, way });
    else sayProblem(problem(error as Parameters<typeof problem>[0]));
  }

  return { send: (way: Way) => void send(way), held, release: () => setHeld(null) };
}

export type Sending = ReturnType<typeof useSend>;

function hintFor(words: ComposerDraft): 'empty' | 'waitForFiles' | null {
  if (words.files.some(({ id }) => id === null)) return 'waitForFiles';
  return isEmpty(words) ? 'empty' : null;
}

/** The words stand in the composer again, in front of what was typed since. */
function giveBack(draft: Draft, words: ComposerDraft): void {
  const since = draft.latest.current;
  draft.replace({ ...words, html: words.html + since.html, files: [...words.files, ...since.files] });
  draft.change(() => ({}));
}

/** What goes out: the draft, or an approved text in its place. */
function wordsOf(draft: Draft, { approved }: Way): ComposerDraft {
  const written = draft.latest.current;
  return approved ? { ...written, html: approved.html, files: [], promise: null } : written;
}

const idsOf = (words: ComposerDraft) => filesGoing(words).flatMap(({ id }) => id ?? []);

/** Empty lines at the end are where the cursor stood, not what was said. */
const withoutEnd = (html: string) => html.replace(/(?:<p>(?:<br[^>]*>)?<\/p>)+$/, '') || '<p></p>';

type Submission = Readonly<{ place: TicketPlace; kind: DraftKind; words: ComposerDraft; way: Way }>;
type Sent = Result<Readonly<{ messageId: string; sendAt?: Date }>, Refusal>;

/** What the server is given, under an id of this device's own, so that it is said once however often it arrives. */
function submissionOf({ place, kind, words, way }: Submission) {
  const html = withoutEnd(words.html);
  const said = { messageId: newId(), ticketId: place.ticketId, html, attachmentIds: idsOf(words) };
  const input = kind === 'note' ? said : { ...said, ...replyOf(words, way) };
  const run = (): Promise<Sent> =>
    kind === 'note'
      ? noteAction(place.workspace, said)
      : replyAction(place.workspace, { ...said, ...replyOf(words, way) });
  return { html, input, run };
}

function replyOf(words: ComposerDraft, { status, sendAt, seen, via = 'email', approved }: Way) {
  const { to, cc, bcc } = via === 'email' ? words : NOBODY;
  return {
    submitAs: status,
    via,
    ...(approved && { template: { ...approved.template, parameters: [...approved.template.parameters] } }),
    ...(to.length > 0 && { to: [...to] }),
    cc: [...cc],
    bcc: [...bcc],
    ...(words.promise && { promise: promiseIn(words.promise) }),
    ...(sendAt && { sendAt }),
    lastSeenMessageId: seen,
  };
}

type Refusal = Readonly<{ code: string; messageId?: string }>;

type Keeping = Readonly<{
  place: TicketPlace;
  kind: DraftKind;
  words: ComposerDraft;
  input: Readonly<{ messageId: string }>;
  path: string;
}>;

/** Keeps on this device what could not be sent. False where the device keeps nothing. */
function isKept({
  place: { workspace, ticketId, userId, userName: author },
  words,
  ...rest
}: Keeping): boolean {
  const files = filesGoing(words).flatMap(({ id, name, type, size }) =>
    id === null ? [] : { id, name, type, size },
  );
  const { messageId } = rest.input;
  const at = new Date().toISOString();
  try {
    const kept = { ...words, html: withoutEnd(words.html), files };
    outboxOf(workspace, userId).add({ ...rest, messageId, ticketId, words: kept, author, at, refused: null });
    return true;
  } catch {
    return false;
  }
}

const promiseIn = ({ about, dueAt }: SaidPromise) => ({ about, dueAt: new Date(dueAt) });

const NOBODY = { to: [], cc: [], bcc: [] };

/** Says that it was sent, with a way to take it back for as long as there is one. */
function useAnnounce() {
  const t = useTranslations('ticket');
  const dates = useDates();
  const { takeBack } = useStage();
  return ({ messageId, sendAt }: Readonly<{ messageId: string; sendAt?: Date }>) => {
    if (!sendAt) return;
    const left = sendAt.getTime() - Date.now();
    const undo = () => takeBack(messageId);
    if (left > 120_000) {
      const told = t('composer.scheduled', { at: momentText(dates, sendAt, new Date()) });
      sayWithUndo(told, { label: t('delivery.undo'), undo, id: messageId });
    } else if (left > 0) {
      sayWithUndo(t('composer.sent'), {
        label: t('delivery.undo'),
        undo,
        id: messageId,
        duration: left,
        life: left,
      });
    }
  };
}

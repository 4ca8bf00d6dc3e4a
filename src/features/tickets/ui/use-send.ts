import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TemplateUse } from '@/domain/channel/conversation';
import { hasOpenPlaces } from '@/domain/template/fill-template';
import type { ReplyStatus } from '@/domain/ticket/reply';
import { useProblem } from '@/features/fields/shared/use-problem';
import type { SaidPromise } from '@/ui/promise-tool';
import { useDates } from '@/ui/use-dates';
import { noteAction, replyAction } from '../actions';
import type { DraftKind } from '../inputs';
import type { TicketPlace } from './composer-props';
import { momentText } from './moment';
import { reached } from './reached';
import { say, sayProblem } from './say';
import { useStage } from './stage.client';
import { type ComposerDraft, type Draft, isEmpty } from './use-draft';

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
 * refuses or cannot be reached, the words come back, and they are on this device in the meantime.
 */
export function useSend({ place, draft, kind, onSent, onRefused }: Spec) {
  const t = useTranslations('ticket.composer');
  const problem = useProblem();
  const { show } = useStage();
  const announce = useAnnounce();
  const [held, setHeld] = useState<Held | null>(null);

  async function send(way: Way): Promise<void> {
    const words = wordsOf(draft, way);
    const hint = hintFor(words);
    if (hint) {
      say(t(hint));
      return;
    }
    if (!way.unfilled && hasOpenPlaces(words.html)) {
      const anyway = { label: t('sendUnfilled'), onClick: () => void send({ ...way, unfilled: true }) };
      say(t('unfilled'), { id: 'unfilled', duration: 10_000, action: anyway });
      return;
    }
    setHeld(null);
    const resting = draft.saver.rest();
    draft.clear();
    onSent();
    const html = withoutEnd(words.html);
    const shown = { key: crypto.randomUUID(), kind, html, author: place.userName, at: new Date() };
    const result = await show(shown, async () => {
      await resting;
      if (kind === 'note') return reached(sendNote(place, words));
      return reached(sendReply(place, words, way));
    });
    if (result.ok) {
      draft.saver.forget();
      announce(result.value);
      return;
    }
    giveBack(draft, words);
    onRefused();
    if (result.error.code === 'ticket.newer_message') {
      setHeld({ messageId: result.error.messageId, way });
    } else {
      sayProblem(problem(result.error));
    }
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

const idsOf = ({ files }: ComposerDraft) => files.flatMap(({ id }) => id ?? []);

/** Empty lines at the end are where the cursor stood, not what was said. */
const withoutEnd = (html: string) => html.replace(/(?:<p>(?:<br[^>]*>)?<\/p>)+$/, '') || '<p></p>';

function sendNote({ workspace, ticketId }: TicketPlace, words: ComposerDraft) {
  return noteAction(workspace, {
    ticketId,
    html: withoutEnd(words.html),
    attachmentIds: idsOf(words),
  });
}

function sendReply(
  { workspace, ticketId }: TicketPlace,
  words: ComposerDraft,
  { status, sendAt, seen, via = 'email', approved }: Way,
) {
  const { to, cc, bcc } = via === 'email' ? words : NOBODY;
  return replyAction(workspace, {
    ticketId,
    html: withoutEnd(words.html),
    submitAs: status,
    via,
    ...(approved && { template: { ...approved.template, parameters: [...approved.template.parameters] } }),
    ...(to.length > 0 && { to: [...to] }),
    cc: [...cc],
    bcc: [...bcc],
    attachmentIds: idsOf(words),
    ...(words.promise && { promise: promiseIn(words.promise) }),
    ...(sendAt && { sendAt }),
    lastSeenMessageId: seen,
  });
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
    const undo = { label: t('delivery.undo'), onClick: () => takeBack(messageId) };
    if (left > 120_000) {
      say(t('composer.scheduled', { at: momentText(dates, sendAt, new Date()) }));
    } else if (left > 0) {
      say(t('composer.sent'), { id: messageId, duration: left, action: undo });
    }
  };
}

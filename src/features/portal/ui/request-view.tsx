import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { RequestPage } from '@/features/portal/queries';
import { Notice } from '@/ui/notice';
import { PromisedTime } from './promised-time';
import { RequestForms } from './request-forms.client';
import { RequestMessage } from './request-message';
import { RequestStatus } from './request-status';
import { RequestStepLine } from './request-step';

type Props = Readonly<{
  page: RequestPage;
  readerId: string;
  timeZone: string;
  company: string;
  /** Where the page itself stands, and where its files do. */
  self: string;
  files: string;
  place: Readonly<{ workspace: string; locale: string; guest?: string }>;
  signIn: string;
  done: 'sent' | 'solved' | 'reopened' | null;
  /** Where a browser hears that something has changed; null where nothing new can come. */
  live: string | null;
  /** True where earlier messages are shown, with none of the forms. */
  past: boolean;
}>;

const DONE = { sent: 'sent', solved: 'solvedNow', reopened: 'reopenedNow' } as const;

/** A request as its customer sees it: where it stands, what was written, and what can be done. */
export function RequestView(props: Props) {
  const { page, readerId, timeZone, company, self, files, place, done, past } = props;
  const { request, earlier } = page;
  const t = useTranslations('portal.request');
  const format = useFormatter();
  const when = format.dateTime(request.createdAt, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const mine = request.requesterId === readerId;
  return (
    <div className="flex flex-col gap-6" data-live={props.live ?? undefined} data-status={request.status}>
      <header className="flex flex-col gap-2" data-part="state">
        <h1 className="break-words font-semibold text-2xl">{request.subject || `#${request.number}`}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base text-ink-soft">
          <RequestStatus status={request.status} />
          <span>#{request.number}</span>
          <span>{mine ? t('asked', { when }) : t('askedBy', { name: request.requester, when })}</span>
        </p>
        {page.cc.length > 0 && (
          <p className="break-words text-base text-ink-soft">{t('copies', { names: page.cc.join(', ') })}</p>
        )}
        {request.promises.map((promise) => (
          <p key={promise.about} className="text-base">
            <PromisedTime promise={promise} timeZone={timeZone} />
          </p>
        ))}
      </header>
      {done && (
        <Notice tone="success" live>
          {t(DONE[done])}
        </Notice>
      )}
      {earlier && (
        <Link href={`${self}?before=${earlier}`} className="self-start text-accent-ink hover:underline">
          {t('earlier')}
        </Link>
      )}
      <ol aria-label={t('messages')} className="flex flex-col gap-4" data-part="messages">
        {inOrder(page).map((each) =>
          'what' in each ? (
            <RequestStepLine key={each.id} step={each} timeZone={timeZone} />
          ) : (
            <RequestMessage
              key={each.id}
              message={each}
              mine={each.authorCustomerId === readerId}
              company={company}
              timeZone={timeZone}
              files={files}
            />
          ),
        )}
      </ol>
      {past && (
        <Link href={self} className="self-start text-accent-ink hover:underline">
          {t('latest')}
        </Link>
      )}
      {!past && page.may.reply && (
        <RequestForms
          place={place}
          number={request.number}
          status={request.status}
          cc={page.cc.join(', ')}
          mayClose={page.may.close}
          mayAskWhen={page.may.askWhen}
          signIn={props.signIn}
        />
      )}
    </div>
  );
}

/** Messages and what happened between them, by time; what a message brought about stands below it. */
function inOrder({ messages, steps }: RequestPage) {
  const timed = [
    ...messages.map((message) => ({ at: message.createdAt, each: message })),
    ...steps.map((step) => ({ at: step.at, each: step })),
  ];
  return timed.toSorted((one, other) => one.at.getTime() - other.at.getTime()).map(({ each }) => each);
}

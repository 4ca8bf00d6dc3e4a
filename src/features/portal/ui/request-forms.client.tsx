'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { MOST_FILE_BYTES } from '@/domain/portal/files';
import { type FormState, isWrong, NOT_SENT } from '@/domain/shared/form-state';
import type { Problem } from '@/domain/shared/result';
import type { TicketStatus } from '@/domain/ticket/ticket';
import {
  askWhenAction,
  reopenAsCustomerAction,
  replyAsCustomerAction,
  solveAsCustomerAction,
} from '@/features/portal/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';
import { PlaceFields } from './place-fields';

type Place = Readonly<{ workspace: string; locale: string; guest?: string }>;
type Props = Readonly<{
  place: Place;
  number: number;
  status: TicketStatus;
  cc: string;
  mayClose: boolean;
  mayAskWhen: boolean;
  signIn: string;
}>;

/**
 * What a customer can do on a request: write, ask when they can expect an answer, and say that it is solved, or not. All of it
 * works without any script.
 */
export function RequestForms({ place, number, status, cc, mayClose, mayAskWhen, signIn }: Props) {
  const askedWhen = useActionState(askWhenAction, NOT_SENT);
  const reopened = useActionState(reopenAsCustomerAction, NOT_SENT);
  const solved = useActionState(solveAsCustomerAction, NOT_SENT);
  const here = { place, number };
  return (
    <div className="flex flex-col gap-8">
      {mayAskWhen && <Ask what="askWhen" asked={askedWhen} {...here} />}
      {mayClose && status === 'solved' && <Ask what="reopen" asked={reopened} {...here} />}
      <Reply {...here} status={status} cc={cc} signIn={signIn} />
      {mayClose && status !== 'solved' && status !== 'closed' && (
        <div className="border-line border-t pt-6">
          <Ask what="solve" asked={solved} {...here} />
        </div>
      )}
    </div>
  );
}

function Reply({ place, number, status, cc, signIn }: Omit<Props, 'mayClose' | 'mayAskWhen'>) {
  const t = useTranslations('portal.request');
  const [{ values, problem }, submit, pending] = useActionState(replyAsCustomerAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <PlaceFields place={place} />
      <input type="hidden" name="number" value={number} />
      <Refused code={problem?.code} signIn={signIn} />
      <Field
        label={t('reply')}
        hint={hintOf(t, status)}
        error={isWrong(problem, 'text') ? t('textMissing') : undefined}
      >
        <Textarea
          key={values['text']}
          name="text"
          rows={5}
          maxLength={20_000}
          defaultValue={values['text'] ?? ''}
        />
      </Field>
      <Field
        label={t('attach')}
        hint={t('attachHint')}
        error={isWrong(problem, 'files') ? t('filesWrong') : undefined}
      >
        <input
          type="file"
          name="files"
          multiple
          data-most={MOST_FILE_BYTES}
          data-too-large="files-too-large"
          className="max-w-full text-base"
        />
      </Field>
      <p id="files-too-large" role="alert" hidden className="text-base text-danger-ink">
        {t('filesTooLarge')}
      </p>
      <details className="text-base" open={isWrong(problem, 'cc') || isWrong(problem, 'cc.0') || cc !== ''}>
        <summary className="w-fit cursor-pointer rounded-sm text-accent-ink">{t('cc')}</summary>
        <Field
          label={t('cc')}
          hideLabel
          hint={t('ccHint')}
          error={wrongCopy(problem) ? t('ccWrong') : undefined}
          className="mt-2"
        >
          <Input
            key={values['cc'] ?? cc}
            name="cc"
            inputMode="email"
            autoCapitalize="none"
            defaultValue={values['cc'] ?? cc}
          />
        </Field>
      </details>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}

type Words = ReturnType<typeof useTranslations<'portal.request'>>;

function hintOf(t: Words, status: TicketStatus) {
  if (status === 'solved') return t('replySolved');
  return status === 'closed' ? t('replyClosed') : undefined;
}

const wrongCopy = (problem: Parameters<typeof isWrong>[0]) =>
  Array.from({ length: 11 }, (_, at) => (at === 0 ? 'cc' : `cc.${at - 1}`)).some((field) =>
    isWrong(problem, field),
  );

type Asking = Readonly<{
  what: 'askWhen' | 'reopen' | 'solve';
  asked: readonly [FormState<Problem>, (form: FormData) => void, boolean];
  place: Place;
  number: number;
}>;

/** One thing that a customer does by a button, with a line of what it does. */
function Ask({ what, asked, place, number }: Asking) {
  const t = useTranslations('portal.request');
  const [{ problem }, submit, pending] = asked;
  return (
    <form action={submit} className="flex flex-col items-start gap-2">
      <PlaceFields place={place} />
      <input type="hidden" name="number" value={number} />
      <Refused code={problem?.code} signIn={null} />
      {what !== 'askWhen' && <p className="text-base text-ink-soft">{t(`${what}Hint`)}</p>}
      <Button type="submit" pending={pending}>
        {t(what)}
      </Button>
    </form>
  );
}

const SAID = [
  'not_found',
  'rate.limited',
  'file.too_large',
  'file.type_not_allowed',
  'ticket.closed',
  'portal.signed_out',
] as const;

function Refused({ code, signIn }: Readonly<{ code: string | undefined; signIn: string | null }>) {
  const t = useTranslations('portal.request');
  const sentence = useTranslations('problem');
  if (code === 'promise.no_ground') return <Notice live>{t('askedInVain')}</Notice>;
  const known = SAID.find((each) => each === code);
  if (!known) return null;
  return (
    <Notice tone="danger" live>
      {sentence(known)}
      {known === 'portal.signed_out' && signIn && (
        <>
          {' '}
          <a href={signIn} target="_blank" rel="noreferrer" className="text-accent-ink underline">
            {t('signInAgain')}
          </a>
        </>
      )}
    </Notice>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type SubmitEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { type FieldDraft, fieldsAsTyped } from '@/domain/field/draft';
import type { FieldDefinition } from '@/domain/field/field';
import { createTicketAction } from '@/features/tickets/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { EMPTY_DRAFT, inputOf, type NewTicketDraft } from './draft';
import { OwnTicketFields } from './own-ticket-fields.client';
import { RequesterField } from './requester-field.client';
import { type Choices, TicketFields } from './ticket-fields.client';

type Failure = Extract<Awaited<ReturnType<typeof createTicketAction>>, { ok: false }>['error'];
type Unreachable = Readonly<{ code: 'unreachable' }>;
type Props = Readonly<{
  workspace: string;
  choices: Choices;
  /** The workspace's own fields of tickets. */
  fields: readonly FieldDefinition[];
  mayReply: boolean;
}>;

/** Opens a ticket by hand. What is typed stays in this tab until the ticket is created. */
export function NewTicketForm({ workspace, choices, fields, mayReply }: Props) {
  const t = useTranslations('desk.new');
  const router = useRouter();
  const { value: draft, change, forget, restored } = useKept(`new-ticket:${workspace}`, EMPTY_DRAFT);
  const own = fieldsAsTyped(fields, { type: draft.type, values: {}, edits: draft.own });
  const { problem, attempts, sending, send } = useCreate(workspace, (number) => {
    forget();
    toast.success(t('created', { number }));
    router.push(`/${workspace}/desk/tickets/${number}`);
  });
  const form = useShowWrong(attempts, problem?.code ?? null);

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    send(draft, own);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKey}
      className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_18rem]"
    >
      <div className="flex min-w-0 flex-col gap-5">
        <Problem problem={problem} />
        <Words workspace={workspace} draft={draft} change={change} problem={problem} mayReply={mayReply} />
      </div>
      <TicketFields draft={draft} change={change} choices={choices} />
      <OwnTicketFields
        own={own}
        asked={attempts > 0}
        onChange={(id, typed) => change({ own: { ...draft.own, [id]: typed } })}
      />
      <div className="flex flex-wrap items-center gap-2 lg:col-span-2">
        <Button type="submit" variant="primary" pending={sending}>
          {t(draft.kind === 'public' ? 'createAndSend' : 'create')}
        </Button>
        {restored && (
          <>
            <Button variant="ghost" onClick={forget}>
              {t('clear')}
            </Button>
            <p role="status" className="text-ink-faint text-sm">
              {t('kept')}
            </p>
          </>
        )}
      </div>
    </form>
  );
}

type WordsProps = Readonly<{
  workspace: string;
  draft: NewTicketDraft;
  change: (change: Partial<NewTicketDraft>) => void;
  problem: Failure | Unreachable | null;
  mayReply: boolean;
}>;

function Words({ workspace, draft, change, problem, mayReply }: WordsProps) {
  const t = useTranslations('desk.new');
  const wrong = useWrong(problem);
  return (
    <>
      <RequesterField
        workspace={workspace}
        value={draft.requester}
        error={wrong('requester.email', 'email')}
        onType={(requester) => change({ requester, known: false })}
        onChoose={({ email, name }) => change({ requester: email, name, known: true })}
      />
      {!draft.known && draft.requester.includes('@') && (
        <Field label={t('requesterName')}>
          <Input
            name="name"
            value={draft.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
      )}
      <Field label={t('subject')} error={wrong('subject', 'required')}>
        <Input
          name="subject"
          value={draft.subject}
          maxLength={500}
          onChange={(event) => change({ subject: event.target.value })}
        />
      </Field>
      <Field label={t('kind')}>
        <Select name="kind" value={draft.kind} onChange={(event) => change({ kind: event.target.value })}>
          <option value="inbound">{t('kindInbound')}</option>
          {mayReply && <option value="public">{t('kindPublic')}</option>}
          <option value="note">{t('kindNote')}</option>
        </Select>
      </Field>
      <Field label={t('message')} error={wrong('html', 'required')}>
        <Textarea
          name="message"
          rows={8}
          value={draft.message}
          onChange={(event) => change({ message: event.target.value })}
        />
      </Field>
    </>
  );
}

function Problem({ problem }: Readonly<{ problem: Failure | Unreachable | null }>) {
  const t = useTranslations('problem');
  if (problem === null) return null;
  return (
    <Notice tone="danger" live>
      {t(problem.code)}
    </Notice>
  );
}

/** The sentence for a field that was refused: too long, or else what this field usually lacks. */
function useWrong(problem: Failure | Unreachable | null) {
  const t = useTranslations('problem.field');
  return (field: string, usual: 'required' | 'email'): string | null => {
    const codes = problem?.code === 'input.invalid' ? problem.fields[field] : undefined;
    if (!codes) return null;
    return t(codes.includes('too_big') ? 'tooLong' : usual);
  };
}

function useCreate(workspace: string, onCreated: (number: number) => void) {
  const [problem, setProblem] = useState<Failure | Unreachable | null>(null);
  const [attempts, setAttempts] = useState(0);
  const [sending, start] = useTransition();
  return {
    problem,
    /** How often it was refused. */
    attempts,
    sending,
    send(draft: NewTicketDraft, own: FieldDraft): void {
      start(async () => {
        const result = await createTicketAction(workspace, inputOf(draft, own)).catch(unreachable);
        setProblem(result.ok ? null : result.error);
        if (!result.ok) setAttempts((before) => before + 1);
        if (result.ok) onCreated(result.value.number);
      });
    },
  };
}

/** The browser gives a TypeError when there is no way to the server; anything else is not ours to catch. */
function unreachable(error: unknown) {
  if (!(error instanceof TypeError)) throw error;
  return { ok: false, error: { code: 'unreachable' } } as const;
}

'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { LINKED_AS, type LinkedAs } from '@/domain/ticket/link-fact';
import type { TicketType } from '@/domain/ticket/ticket';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { TicketSearch } from '@/ui/ticket-search.client';
import { linkAction, unlinkAction } from '../actions';
import type { LinkTarget } from '../queries';
import { say, sayProblem, sayWithUndo } from './say';

type Props = Readonly<{
  workspace: string;
  ticket: Readonly<{ id: string; number: number; type: TicketType }>;
  onClose: () => void;
}>;

/** Asks with which ticket this one is to be linked, and how that one stands to it. */
export function LinkDialog({ workspace, ticket, onClose }: Props) {
  const t = useTranslations('link');
  const common = useTranslations('common');
  const dialog = useLinking({ workspace, ticket, onDone: onClose });
  const number = String(ticket.number);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { number })}
      description={t('hint')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabled={dialog.chosen === null}
            pending={dialog.pending}
            onClick={dialog.submit}
          >
            {t('do')}
          </Button>
        </>
      }
    >
      <Choices
        number={number}
        dialog={dialog}
        address={`/api/desk/${workspace}/tickets?to=link&for=${number}`}
      />
    </Dialog>
  );
}

type ChoicesProps = Readonly<{ number: string; address: string; dialog: ReturnType<typeof useLinking> }>;

function Choices({ number, address, dialog }: ChoicesProps) {
  const t = useTranslations('link');
  const find = useTranslations('ticket.merge');
  const problem = useTranslations('problem');
  return (
    <div className="flex flex-col gap-4">
      {dialog.problem && (
        <Notice tone="danger" live>
          {problem(dialog.problem)}
        </Notice>
      )}
      <Field label={t('asLabel', { number })}>
        <Select value={dialog.as} onChange={({ target }) => dialog.setAs(target.value as LinkedAs)}>
          {LINKED_AS.map((as) => (
            <option key={as} value={as}>
              {t(`asOption.${as}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TicketSearch<LinkTarget>
        address={address}
        words={{
          find: find('find'),
          placeholder: find('search'),
          found: find('found'),
          offered: t('offered'),
          none: find('none'),
          waiting: find('waiting'),
        }}
        chosen={dialog.chosen}
        onChoose={dialog.choose}
      />
    </div>
  );
}

type Linking = Pick<Props, 'workspace' | 'ticket'> & Readonly<{ onDone: () => void }>;

/** What is most likely meant: a problem gathers incidents, an incident looks for its problem. */
const likely = (type: TicketType): LinkedAs => {
  if (type === 'problem') return 'incident';
  return type === 'incident' ? 'problem' : 'related';
};

function useLinking({ workspace, ticket, onDone }: Linking) {
  const t = useTranslations('link');
  const common = useTranslations('common');
  const words = useTranslations('problem');
  const [as, setAs] = useState<LinkedAs>(() => likely(ticket.type));
  const [chosen, choose] = useState<LinkTarget | null>(null);
  const [problem, setProblem] = useState<Parameters<typeof words>[0] | null>(null);
  const [pending, start] = useTransition();
  const takeBack = (linkId: string, untype: readonly string[]) => async () => {
    const undone = await unlinkAction(workspace, { linkId, untype: [...untype] });
    if (undone.ok) say(t('undone'));
    else sayProblem(words(undone.error.code));
  };
  const submit = () =>
    start(async () => {
      if (!chosen) return;
      const made = await linkAction(workspace, { ticketId: ticket.id, number: chosen.number, as });
      if (!made.ok) return setProblem(made.error.code);
      onDone();
      const undo = takeBack(made.value.linkId, made.value.typed);
      sayWithUndo(t('done', { number: String(chosen.number) }), { label: common('undo'), undo });
    });
  return { as, setAs, chosen, choose, problem, pending, submit };
}

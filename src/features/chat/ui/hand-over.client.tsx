'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { handOverChatAction } from '../actions';

export type TeamChoice = Readonly<{ id: string; name: string }>;

type Props = Readonly<{
  workspace: string;
  sessionId: string;
  teams: readonly TeamChoice[];
  onChanged: () => void;
}>;

/** Hands a chat over to a team, where it waits for somebody. */
export function HandOver({ workspace, sessionId, teams, onChanged }: Props) {
  const t = useTranslations('chat.bar');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '');
  const [pending, start] = useTransition();
  if (teams.length === 0) return null;
  const handOver = () =>
    start(async () => {
      const result = await handOverChatAction(workspace, { sessionId, teamId });
      if (!result.ok) toast.error(problem(result.error.code));
      setOpen(false);
      onChanged();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('handOverTo')}
      description={t('handOverBody')}
      closeLabel={common('close')}
      trigger={<Button size="sm">{t('handOver')}</Button>}
      footer={
        <Button variant="primary" pending={pending} onClick={handOver}>
          {t('handOver')}
        </Button>
      }
    >
      <Field label={t('team')}>
        <Select value={teamId} onChange={({ target }) => setTeamId(target.value)}>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </Dialog>
  );
}

'use client';

import { Bell, BellOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useTransition } from 'react';
import { toast } from 'sonner';
import { useProblem } from '@/features/fields/shared/use-problem';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { useShortcuts } from '@/ui/use-shortcuts';
import { addFollowerAction, removeFollowerAction } from '../actions';

type Person = Readonly<{ id: string; name: string }>;

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  userId: string;
  followers: readonly Person[];
  /** Who could be added. */
  people: readonly Person[];
}>;

/** Who follows a ticket: oneself by one press or F, others from a list. */
export function FollowersPanel({ workspace, ticketId, userId, followers, people }: Props) {
  const t = useTranslations('notification.followers');
  const problem = useProblem();
  const heading = useId();
  const [pending, start] = useTransition();
  const isMine = followers.some(({ id }) => id === userId);
  const set = (id: string, follows: boolean) =>
    start(async () => {
      const act = follows ? addFollowerAction : removeFollowerAction;
      const result = await act(workspace, { ticketId, userId: id });
      if (!result.ok) toast.error(problem(result.error));
    });
  useShortcuts({ f: () => set(userId, !isMine) });
  useActs({ follow: () => set(userId, !isMine) });
  const Icon = isMine ? BellOff : Bell;
  const others = people.filter(({ id }) => !followers.some((each) => each.id === id));
  return (
    <section aria-labelledby={heading} className="border-line border-b p-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id={heading} className="font-semibold text-ink">
          {t('title')}
        </h2>
        <Button size="sm" pending={pending} aria-keyshortcuts="F" onClick={() => set(userId, !isMine)}>
          <Icon aria-hidden />
          {t(isMine ? 'unfollow' : 'follow')}
        </Button>
      </div>
      {followers.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1">
          {followers.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-2 text-ink-soft">
              <span className="min-w-0 truncate">{name}</span>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t('remove', { name })}
                title={t('remove', { name })}
                onClick={() => set(id, false)}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Select
          aria-label={t('add')}
          value=""
          onChange={({ target }) => target.value && set(target.value, true)}
          className="mt-2"
        >
          <option value="">{t('add')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </section>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { setTeamMembersAction } from '@/features/team/actions';
import type { TeamPage } from '@/features/team/queries';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{ workspace: string; teamId: string; people: TeamPage['people'] }>;

/** Who belongs to the team, and who leads it. */
export function TeamMembersForm({ workspace, teamId, people }: Props) {
  const t = useTranslations('people.teams');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) =>
      setTeamMembersAction(workspace, {
        teamId,
        memberIds: form.getAll('member').map(String),
        leadIds: form.getAll('lead').map(String),
      }),
    onDone: () => toast(common('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4">
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <PersonLine key={person.userId} person={person} />
        ))}
      </ul>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('saveMembers')}
      </Button>
    </form>
  );
}

function PersonLine({ person }: Readonly<{ person: TeamPage['people'][number] }>) {
  const t = useTranslations('people.teams');
  const [member, setMember] = useState(person.member);
  const { userId, name, email } = person;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-row">
      <Checkbox
        name="member"
        value={userId}
        defaultChecked={person.member}
        onChange={(event) => setMember(event.target.checked)}
        className="min-w-48 flex-1 items-center"
        label={
          <span className="flex items-center gap-2.5">
            <Avatar name={name} />
            <span className="min-w-0">
              <span className="block break-words">{name}</span>
              <span className="block break-all text-ink-faint text-sm">{email}</span>
            </span>
          </span>
        }
      />
      {member && (
        <Checkbox
          name="lead"
          value={userId}
          defaultChecked={person.lead}
          label={
            <>
              <span aria-hidden>{t('lead')}</span>
              <span className="sr-only">{t('leadOf', { name })}</span>
            </>
          }
        />
      )}
    </li>
  );
}

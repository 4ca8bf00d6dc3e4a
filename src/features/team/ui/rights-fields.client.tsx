'use client';

import { useTranslations } from 'next-intl';
import type { Role, Scope } from '@/domain/permission/actor';
import { rolesToGive, SCOPES } from '@/domain/team/membership';
import type { TeamName } from '@/features/team/queries';
import { Checkbox } from '@/ui/checkbox';

type Rights = Readonly<{ role: Role; scope: Scope; teamIds: readonly string[] }>;

type Props = Readonly<{
  /** The role of whoever fills this in: nobody gives more than they have. */
  ownRole: Role;
  teams: readonly TeamName[];
  rights: Rights;
}>;

/** What somebody may do, what they see, and which teams they are in. */
export function RightsFields({ ownRole, teams, rights }: Props) {
  const t = useTranslations('people');
  const names = useTranslations('common.role');
  return (
    <>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-medium text-sm">{t('form.role')}</legend>
        {rolesToGive(ownRole).map((role) => (
          <Checkbox
            key={role}
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === rights.role}
            label={names(role)}
            hint={t(`roles.${role}`)}
          />
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-medium text-sm">{t('form.scope')}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            type="radio"
            name="scope"
            value={scope}
            defaultChecked={scope === rights.scope}
            label={t(`scopes.${scope}.name`)}
            hint={t(`scopes.${scope}.body`)}
          />
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-sm">{t('form.teams')}</legend>
        {teams.length === 0 && <p className="text-ink-faint text-sm">{t('form.noTeams')}</p>}
        <div className="grid gap-2 sm:grid-cols-2">
          {teams.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="teamIds"
              value={id}
              defaultChecked={rights.teamIds.includes(id)}
              label={name}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What was chosen in `RightsFields`; the action checks it. */
export function rightsIn(form: FormData) {
  return {
    role: String(form.get('role')) as Role,
    scope: String(form.get('scope')) as Scope,
    teamIds: form.getAll('teamIds').map(String),
  };
}

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Named = Readonly<{ id: string; name: string }>;
type Props = Readonly<{
  panels: readonly Readonly<{ key: string; title: string; shown: boolean }>[];
  teams: readonly Named[];
  team: string | null;
  seconds: number;
}>;

/** What a wallboard shows. All of it stands in its address: a bookmark of it is this view. */
export function WallSetup({ panels, teams, team, seconds }: Props) {
  const t = useTranslations('insights.wall');
  return (
    <form method="get" className="flex flex-col gap-3">
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium text-sm">{t('panels')}</legend>
        {panels.map(({ key, title, shown }) => (
          <Checkbox key={key} name="panels" value={key} defaultChecked={shown} label={title} />
        ))}
      </fieldset>
      <Field label={t('team')}>
        <Select name="team" defaultValue={team ?? ''}>
          <option value="">{t('allTeams')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('seconds')}>
        <Input type="number" name="seconds" min={5} max={600} defaultValue={seconds} />
      </Field>
      <p className="text-ink-soft text-sm">{t('setupHint')}</p>
      <Button type="submit" variant="primary">
        {t('show')}
      </Button>
    </form>
  );
}

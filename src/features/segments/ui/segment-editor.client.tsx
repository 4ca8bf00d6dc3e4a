'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { SegmentCondition } from '@/domain/condition/segment';
import { formConditionOf, groupDraft, wrongInGroup } from '@/features/conditions/ui/condition-draft';
import { ConditionGroup } from '@/features/conditions/ui/condition-group.client';
import { type OwnFieldFaces, segmentTable } from '@/features/conditions/ui/condition-table';
import { ConditionContext, type ConditionWorld } from '@/features/conditions/ui/condition-world';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { deleteSegmentAction, saveSegmentAction } from '../actions';
import { CUSTOMER_COLUMNS, CUSTOMER_SORTS } from '../columns';
import type { Segment } from '../queries';

type Props = Readonly<{
  workspace: string;
  segment: Segment | null;
  choices: ConditionWorld['choices'];
  own: OwnFieldFaces;
  names: ConditionWorld['names'];
  trigger: ReactNode;
}>;

/** Saves a condition over customers under a name, or changes or forgets one. */
export function SegmentEditor({ trigger, ...props }: Props) {
  const t = useTranslations('customers.segment');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={props.segment ? t('edit') : t('add')}
      description={t('hint')}
      closeLabel={common('close')}
      size="lg"
    >
      <EditorForm {...props} onClose={() => setOpen(false)} />
    </Dialog>
  );
}

type FormProps = Omit<Props, 'trigger'> & Readonly<{ onClose: () => void }>;

function EditorForm({ workspace, segment, choices, own, names, onClose }: FormProps) {
  const t = useTranslations('customers');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const router = useRouter();
  const [group, setGroup] = useState(() => groupDraft(segment?.conditions ?? null));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [name, setName] = useState(segment?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [columns, setColumns] = useState<readonly string[]>(segment?.columns ?? CUSTOMER_COLUMNS);
  const [sort, setSort] = useState(segment?.sort ?? 'newest');
  const [pending, start] = useTransition();
  const isComplete = () => {
    const open = wrongInGroup(group);
    setWrong(open);
    setProblem(name.trim() ? null : t('segment.nameMissing'));
    return open.length === 0 && name.trim() !== '';
  };
  const save = () =>
    start(async () => {
      if (!isComplete()) return;
      const done = await saveSegmentAction(workspace, {
        segmentId: segment?.id ?? null,
        name,
        conditions: formConditionOf(group) as SegmentCondition | null,
        columns: CUSTOMER_COLUMNS.filter((column) => columns.includes(column)),
        sort,
      });
      if (!done.ok) {
        setProblem(problems(done.error.code));
        return;
      }
      toast(t('segment.saved'));
      onClose();
      router.push(`/${workspace}/customers?segment=${done.value.segmentId}`);
    });
  const forget = (segmentId: string) =>
    start(async () => {
      const done = await deleteSegmentAction(workspace, { segmentId });
      if (!done.ok) {
        setProblem(problems(done.error.code));
        return;
      }
      toast(t('segment.deleted'));
      onClose();
      router.push(`/${workspace}/customers`);
    });
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('segment.name')} error={problem ?? undefined}>
        <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </Field>
      <ConditionContext value={{ workspace, table: segmentTable(own), choices, own, names, wrong }}>
        <ConditionGroup group={group} depth={0} onChange={setGroup} />
      </ConditionContext>
      <fieldset>
        <legend className="mb-1 font-medium text-sm">{t('segment.columns')}</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {CUSTOMER_COLUMNS.map((column) => (
            <Checkbox
              key={column}
              label={t(`column.${column}`)}
              checked={columns.includes(column)}
              onChange={({ target }) =>
                setColumns(target.checked ? [...columns, column] : columns.filter((each) => each !== column))
              }
            />
          ))}
        </div>
      </fieldset>
      <Field label={t('segment.sort')} className="max-w-60">
        <Select
          value={sort}
          onChange={({ target }) => setSort(CUSTOMER_SORTS.find((each) => each === target.value) ?? 'newest')}
        >
          {CUSTOMER_SORTS.map((each) => (
            <option key={each} value={each}>
              {t(`sort.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={save}>
          {common('save')}
        </Button>
        {segment && (
          <Button pending={pending} onClick={() => forget(segment.id)}>
            {t('segment.delete')}
          </Button>
        )}
      </div>
    </div>
  );
}

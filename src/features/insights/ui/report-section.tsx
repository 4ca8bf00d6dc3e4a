import { useLocale, useTranslations } from 'next-intl';
import { BOARDS, type BoardName } from '@/domain/insights/boards';
import { LOCALES } from '@/i18n/locales';
import { Panel } from '@/ui/panel';
import { type Asked, FILTER_NAMES } from '../asked';
import type { FilterChoices } from '../queries';
import type { ReportRow } from '../report-rows';
import { useFilterFields } from './filters';
import { ReportForm } from './report-form.client';
import { weekdaysIn } from './report-table';

type Props = Readonly<{
  workspace: string;
  userId: string;
  /** What is changed; null for a new one. */
  report: ReportRow | null;
  /** The board with which one came, and what it is narrowed by. */
  board: BoardName;
  asked: Pick<Asked, 'filters' | 'compared' | 'hours'>;
  choices: FilterChoices;
  readers: readonly Readonly<{ id: string; name: string }>[];
}>;

/** The form by which a board comes by mail, or comes otherwise. */
export function ReportSection({ workspace, userId, report, board, asked, choices, readers }: Props) {
  const t = useTranslations('reports');
  const boards = useTranslations('insights.board');
  const locale = useLocale();
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  const usual = { pace: 'weekly', weekday: 1, hour: 8, locale: null, readerId: userId } as const;
  return (
    <Panel title={t(report ? 'change' : 'add')} className="mt-3">
      <ReportForm
        key={`${report?.id} ${board} ${JSON.stringify(asked)}`}
        workspace={workspace}
        reportId={report?.id ?? null}
        board={board}
        time={report ?? usual}
        readerId={report?.readerId ?? userId}
        compared={asked.compared}
        hours={asked.hours}
        filters={useFilterFields(workspace, { chosen: asked.filters, choices, names: FILTER_NAMES })}
        boards={BOARDS.map((name) => ({ value: name, label: boards(`${name}.title`) }))}
        languages={LOCALES.map((value) => ({ value, label: languages.of(value) ?? value }))}
        readers={readers}
        weekdays={weekdaysIn(locale)}
      />
    </Panel>
  );
}

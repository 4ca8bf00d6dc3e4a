'use client';

import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables';
import { type Editor, useEditorState } from '@tiptap/react';
import { Table } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu.client';
import { insertTable } from '@/ui/table-nodes';

const CHANGES = [
  ['addRow', addRowAfter],
  ['addColumn', addColumnAfter],
  ['deleteRow', deleteRow],
  ['deleteColumn', deleteColumn],
  ['deleteTable', deleteTable],
] as const;

/** Inserts a table, and within one changes it. */
export function TableTool({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('knowledge.tool');
  const within = useEditorState({ editor, selector: ({ editor: at }) => at?.isActive('table') ?? false });
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('table')}
          title={t('table')}
          className={within ? 'bg-hover text-ink' : ''}
        >
          <Table aria-hidden />
        </Button>
      }
    >
      {!within && <MenuItem onSelect={() => editor && insertTable(editor)}>{t('insertTable')}</MenuItem>}
      {within &&
        CHANGES.map(([name, change]) => (
          <MenuItem
            key={name}
            onSelect={() => {
              if (editor) change(editor.state, editor.view.dispatch);
              editor?.commands.focus();
            }}
          >
            {t(name)}
          </MenuItem>
        ))}
    </Menu>
  );
}

'use client';

import { GripVertical } from 'lucide-react';

/** What a mouse takes hold of to move a line of a list; beside it stand buttons that do the same for everybody. */
export function DragHandle({ onDrag }: Readonly<{ onDrag: (on: boolean) => void }>) {
  return (
    <span
      aria-hidden
      draggable
      className="hidden cursor-grab text-ink-faint sm:block"
      onDragStart={(event) => {
        const { dataTransfer, currentTarget } = event;
        dataTransfer.effectAllowed = 'move';
        dataTransfer.setDragImage(currentTarget.closest('li') ?? currentTarget, 20, 20);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <GripVertical className="size-4 shrink-0" />
    </span>
  );
}

import type { Editor } from '@tiptap/react';
import { type ComponentType, createContext, useContext } from 'react';

export type WritingAidProps = Readonly<{
  editor: Editor;
  /** True when sending it ends the matter. */
  isLast: boolean;
}>;

/** A tool that looks at what is being written to a customer; whoever has one provides it around the editor. */
export const WritingAidContext = createContext<ComponentType<WritingAidProps> | null>(null);

/** The writing aid around here; null where nobody provides any. */
export const useWritingAid = (): ComponentType<WritingAidProps> | null => useContext(WritingAidContext);

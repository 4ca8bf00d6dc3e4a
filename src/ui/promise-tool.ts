import { type ComponentType, createContext, useContext } from 'react';

/** What a message promises, and the sentence in which it says so. */
export type SaidPromise = Readonly<{
  about: 'answer' | 'resolution';
  /** ISO 8601. */
  dueAt: string;
  sentence: string;
}>;

export type PromiseToolProps = Readonly<{
  ticketId: string;
  promise: SaidPromise | null;
  onPromise: (promise: SaidPromise | null) => void;
}>;

/** A tool that promises the customer a time with what is being written; whoever has one provides it around the composer. */
export const PromiseToolContext = createContext<ComponentType<PromiseToolProps> | null>(null);

/** The tool for promises around here; null where nobody provides any. */
export const usePromiseTool = (): ComponentType<PromiseToolProps> | null => useContext(PromiseToolContext);

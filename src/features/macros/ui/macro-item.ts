import type { ReactNode } from 'react';
import type { MacroRow } from '../queries';

/** A macro as the list shows it, with what it does in words. */
export type MacroItem = Omit<MacroRow, 'actions'> & Readonly<{ sentence: ReactNode }>;

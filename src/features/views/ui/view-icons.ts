import {
  CircleCheck,
  CircleDashed,
  CircleUser,
  Handshake,
  HeartCrack,
  Inbox,
  type LucideIcon,
  ShieldAlert,
  Trash2,
  UsersRound,
} from 'lucide-react';
import type { View } from '@/domain/view/view';

/** The picture of each view. */
export const VIEW_ICONS: Readonly<Record<View, LucideIcon>> = {
  mine: CircleUser,
  unassigned: CircleDashed,
  team: UsersRound,
  open: Inbox,
  promises_at_risk: Handshake,
  promises_broken: HeartCrack,
  solved: CircleCheck,
  spam: ShieldAlert,
  trash: Trash2,
};

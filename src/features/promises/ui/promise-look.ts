import {
  CircleCheck,
  CirclePause,
  CircleX,
  Handshake,
  History,
  MinusCircle,
  TriangleAlert,
} from 'lucide-react';
import type { PromiseLook } from '../story';

/** The sign and the colour of how a promise stands. */
export const LOOK = {
  open: { Icon: Handshake, colour: 'text-ink-faint' },
  at_risk: { Icon: TriangleAlert, colour: 'text-warning-ink' },
  paused: { Icon: CirclePause, colour: 'text-warning-ink' },
  kept: { Icon: CircleCheck, colour: 'text-success-ink' },
  broken: { Icon: CircleX, colour: 'text-danger-ink' },
  late: { Icon: CircleX, colour: 'text-danger-ink' },
  replaced: { Icon: History, colour: 'text-ink-faint' },
  withdrawn: { Icon: MinusCircle, colour: 'text-ink-faint' },
} as const satisfies Record<PromiseLook, unknown>;

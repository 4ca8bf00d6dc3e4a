'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

const itemLook =
  'flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-sm px-2 py-1 text-ink outline-none data-[disabled]:cursor-not-allowed data-[disabled]:text-ink-faint data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0';

type MenuProps = Readonly<{
  /** The button that opens it. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Takes the focus when it closes, where that does not go back to the button. */
  onCloseAutoFocus?: (event: Event) => void;
  className?: string;
  /** `MenuItem`, `MenuLink`, `MenuLabel`, `MenuSeparator`, `MenuChoices`. */
  children: ReactNode;
}>;

/** A list of things to do that opens from a button; arrows, letters, Enter and Escape work. */
export function Menu({
  trigger,
  align = 'start',
  side = 'bottom',
  className,
  children,
  onCloseAutoFocus,
  ...state
}: MenuProps) {
  return (
    <Radix.Root modal={false} {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          className={classNames(
            'appear z-50 max-h-[min(24rem,var(--radix-dropdown-menu-content-available-height))] min-w-48 max-w-80 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-raised',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** One thing to do. */
export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item {...rest} className={classNames(itemLook, className)} />;
}

/** One place to go. */
export function MenuLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Radix.Item asChild>
      <Link {...rest} className={classNames(itemLook, className)} />
    </Radix.Item>
  );
}

/** A file to take home. */
export function MenuFile({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <Radix.Item asChild>
      <a download {...rest} className={classNames(itemLook, className)}>
        {children}
      </a>
    </Radix.Item>
  );
}

/** A heading within a menu. */
export function MenuLabel({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <Radix.Label className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs">{children}</Radix.Label>
  );
}

/** A line between groups. */
export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

type Choice<Value extends string> = Readonly<{ value: Value; label: ReactNode; icon?: ReactNode }>;
type ChoicesProps<Value extends string> = Readonly<{
  value: Value;
  choices: readonly Choice<Value>[];
  onChoose: (value: Value) => void;
}>;

/** One of several, the present one ticked. */
export function MenuChoices<Value extends string>({ value, choices, onChoose }: ChoicesProps<Value>) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(chosen) => onChoose(chosen as Value)}>
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} className={itemLook}>
          {choice.icon}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden className="text-accent-ink" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

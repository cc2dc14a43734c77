import { Button, Popover, Stack, type PopoverProps } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface Props extends Pick<PopoverProps, 'position' | 'width'> {
  name: string;
  isOpen: boolean;
  onClose: () => void;
  /** The button that opens it. */
  target: ReactElement;
  children: ReactNode;
}

/** Things to choose from with fields beside them: a menu may hold choices alone, this holds both, and the focus. */
export function PopoverList({ name, isOpen, onClose, target, children, ...place }: Props) {
  return (
    <Popover opened={isOpen} onChange={onClose} trapFocus returnFocus shadow="md" {...place}>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown p="xs" aria-label={name}>
        <Stack gap={2}>{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ItemProps {
  beside?: ReactNode;
  onClick: () => void;
  children: ReactNode;
}

/** One of the things to choose. */
export function PopoverItem({ beside, onClick, children }: ItemProps) {
  return (
    <Button
      fullWidth
      size="compact-md"
      variant="subtle"
      c="var(--ink)"
      fw={400}
      justify="space-between"
      rightSection={beside}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

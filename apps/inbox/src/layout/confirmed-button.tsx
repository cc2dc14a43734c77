import { Button, Group, Modal, Stack, Text, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends Pick<ButtonProps, 'variant' | 'color' | 'disabled' | 'loading' | 'size'> {
  name: string;
  /** Says it whole where several such buttons stand on a page. */
  label?: string;
  /** What will happen. */
  question: string;
  onConfirm: () => void;
}

/** A button that asks before it does something. */
export function ConfirmedButton({ name, label = name, question, onConfirm, ...looks }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button {...looks} aria-label={label === name ? undefined : label} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Modal opened={isOpen} onClose={close} title={label}>
        <Stack>
          <Text size="sm">{question}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button
              data-autofocus
              color={looks.color}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {name}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

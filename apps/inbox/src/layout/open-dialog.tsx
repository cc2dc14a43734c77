import { Modal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './use-focus-back.js';

/** A dialog that is open as long as it is there, and gives the focus back to what opened it. */
export function OpenDialog(props: Omit<ModalProps, 'opened'>) {
  useFocusBack();
  return <Modal opened {...props} />;
}

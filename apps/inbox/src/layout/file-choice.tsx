import { FileButton, type FileButtonProps } from '@mantine/core';
import { useRef } from 'react';

/** A button for files that takes the same name again, too: a file that was mended after it had been refused. */
export function FileChoice<Multiple extends boolean = false>({
  onChange,
  ...others
}: FileButtonProps<Multiple>) {
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      {...others}
      resetRef={reset}
      onChange={(chosen) => {
        onChange(chosen);
        reset.current?.();
      }}
    />
  );
}

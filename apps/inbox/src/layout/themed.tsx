import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { colourVariables, theme } from './theme.js';

/** Mantine with our theme, in which every cross that closes something has a name in the language of the screen. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const close = t('app.close');
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, { components: { CloseButton: { defaultProps: { 'aria-label': close } } } }),
    [close],
  );
  return (
    <MantineProvider theme={named} defaultColorScheme="auto" cssVariablesResolver={colourVariables}>
      {children}
    </MantineProvider>
  );
}

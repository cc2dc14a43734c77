import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const laut: MantineColorsTuple = [
  '#eaf4f3',
  '#d5e7e5',
  '#a9cfcb',
  '#7ab5af',
  '#549f98',
  '#3c9189',
  '#23776f',
  '#1a625b',
  '#124d49',
  '#0a3735',
];

/** White text on Mantine's own red misses AA: the two shades that are filled are darker here. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#d92d2d',
  '#c92a2a',
  '#b3261e',
  '#96201a',
];

/** The list of choices scrolls itself: a box inside it is one that no key reaches. */
const choices = {
  withScrollArea: false,
  styles: { options: { maxHeight: '13.75rem', overflowY: 'auto' } },
};

export const theme = createTheme({
  primaryColor: 'laut',
  primaryShade: { light: 7, dark: 6 },
  colors: { laut, red },
  fontFamily:
    "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', Ubuntu, sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontWeight: '650' },
  components: {
    // A menu holds choices alone; the first of them takes the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Select: { defaultProps: choices },
    MultiSelect: { defaultProps: choices },
  },
});

/** Mantine's own dimmed, placeholder and error colours miss AA on our surfaces. */
export const colourVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2726',
    '--mantine-color-dimmed': '#55625f',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#1a625b',
  },
  dark: {
    '--mantine-color-body': '#161d1d',
    '--mantine-color-text': '#e3eae8',
    '--mantine-color-dimmed': '#a3b1ae',
    '--mantine-color-placeholder': '#8b9a97',
    '--mantine-color-error': '#ff9b8f',
    '--mantine-color-anchor': '#7ac4bc',
  },
});

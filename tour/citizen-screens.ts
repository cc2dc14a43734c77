import { goTo, type Screen } from './screens.js';

const page = (name: string, title: string, path: string, purpose: string): Screen => ({
  name,
  title,
  route: path,
  purpose,
  person: 'citizen',
  open: (window, world) => goTo(window, world, path),
});

/** Shown to a citizen whose window has the cookies of the report they wrote. */
export const CITIZEN_SCREENS: readonly Screen[] = [
  page('form', 'Form', '/lapor', 'A citizen writes, with photos if they like'),
  page('thanks', 'Thanks', '/lapor/diterima', 'The two codes that open the report again'),
  page('tracking', 'Tracking', '/lacak', 'The two codes are entered'),
  page(
    'tracked-report',
    'A tracked report',
    '/lacak/laporan',
    'The answer, an addition, stars for the answer',
  ),
  page('form-english', 'Form, English', '/lapor?bahasa=en', 'The same in English'),
  page('thanks-english', 'Thanks, English', '/lapor/diterima?bahasa=en', 'The same in English'),
  page('tracking-english', 'Tracking, English', '/lacak?bahasa=en', 'The same in English'),
  page('tracked-english', 'A tracked report, English', '/lacak/laporan?bahasa=en', 'The same in English'),
];

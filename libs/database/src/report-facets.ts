/**
 * What a report is, as words of one array: the expression of the index `reports_facets`. The index serves a query only
 * where the very same expression stands in it.
 */
export const REPORT_FACETS = `array_remove(array[
  'class:' || class, 'channel:' || channel, 'connection:' || connection_id::text, 'agency:' || agency_id::text,
  'topic:' || topic_group, 'language:' || language, case when is_urgent then 'urgent' end,
  case when is_supervisory then 'supervisory' end, case when is_public_record then 'publicRecord' end,
  case when is_unsure then 'unsure' end, case when has_attachments then 'attachments' end], null)`;

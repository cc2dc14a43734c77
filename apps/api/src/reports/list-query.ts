import type { ReportQuery } from '@app/api-contract';
import type { ListQuery } from '@app/casework';

/** What the contract calls a filter, as the use cases have it. */
export function listQueryOf(query: Omit<ReportQuery, 'cursor' | 'order' | 'limit'>): ListQuery {
  const {
    id: ids,
    class: classes,
    status: statuses,
    channel: channels,
    language: languages,
    flag: flags,
    tag: tags,
    q: text,
    unanswered: isUnanswered,
    unsure: isUnsure,
    topic: topicGroups,
    area: areaCode,
    approval: awaitsApproval,
    undecided: hasUndecidedReply,
    answer: firstAnswer,
    legalHold: hasLegalHold,
    from: receivedFrom,
    to: receivedTo,
    ...rest
  } = query;
  return {
    ids,
    classes,
    statuses,
    channels,
    languages,
    flags,
    tags,
    text,
    isUnanswered,
    isUnsure,
    topicGroups,
    areaCode,
    awaitsApproval,
    hasUndecidedReply,
    firstAnswer,
    hasLegalHold,
    receivedFrom,
    receivedTo,
    ...rest,
  };
}

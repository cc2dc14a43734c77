import type { RoutingRuleView } from '@app/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { routingRulesKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';

/** A rule as it is being written. */
export type RuleDraft = Omit<RoutingRuleView, 'id' | 'isEnabled' | 'version'>;

export function useRoutingRules() {
  return useQuery({
    queryKey: routingRulesKey,
    queryFn: ({ signal }) => callApi('listRoutingRules', { signal }),
  });
}

/** Every change answers all rules. */
export function useRuleChange<Input>(
  change: (input: Input) => Promise<RoutingRuleView[]>,
  onDone?: (rules: RoutingRuleView[]) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (rules) => {
      queryClient.setQueryData(routingRulesKey, rules);
      onDone?.(rules);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: routingRulesKey, exact: true }),
  });
}

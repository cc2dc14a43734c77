import {
  useMutation as useEveryMutation,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

/**
 * As the library's, but what is asked for again while the very same is under way is ignored. `isPending` cannot tell:
 * it comes with the next painting, later than the second of two quick clicks. What is given to `mutate` is plain data: of
 * functions and files nothing tells two apart.
 */
export function useMutation<Data, Failure = Error, Variables = void, Context = unknown>(
  options: UseMutationOptions<Data, Failure, Variables, Context>,
): UseMutationResult<Data, Failure, Variables, Context> {
  const mutation = useEveryMutation(options);
  const { mutateAsync } = mutation;
  const underWay = useRef(new Set<string | undefined>());
  const mutate = useCallback<typeof mutation.mutate>(
    (...given) => {
      const key = JSON.stringify(given[0]);
      if (underWay.current.has(key)) return;
      underWay.current.add(key);
      void mutateAsync(...given)
        .catch(() => undefined)
        .finally(() => underWay.current.delete(key));
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}

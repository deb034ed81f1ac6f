/** What the compiler made of the open graph, asked of the worker for as long as somebody looks. */
import { useEffect, useState } from 'react';
import type { PlanAccount } from '../../../runtime/compile/account.ts';
import { client } from '../../painting/connection.ts';
import { useEditor } from '../../state/editor.ts';
import { usePainting } from '../../state/painting.ts';

/** Whoever drags a slider does not want a plan at every pixel, ms. */
const patience = 200;

export function useAccount(): PlanAccount | undefined {
  const document = useEditor(({ history }) => history.document);
  const wires = usePainting(state => state.wires);
  const [account, setAccount] = useState<PlanAccount>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document, or more known of it, is another plan
  useEffect(() => {
    let isCurrent = true;
    const waiting = setTimeout(async () => {
      const told = await client()?.plan();
      if (isCurrent) setAccount(told);
    }, patience);
    return () => {
      isCurrent = false;
      clearTimeout(waiting);
    };
  }, [document, wires]);
  return account;
}

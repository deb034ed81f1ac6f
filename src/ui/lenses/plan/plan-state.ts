import { create } from 'zustand';

/** Whether the plan is shown below the graph. */
export const usePlan = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export const showPlan = (isOpen: boolean): void => usePlan.setState({ isOpen });

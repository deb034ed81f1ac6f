/**
 * The plan: everything that will run, known before anything runs. A graph becomes one stage for each
 * optimiser (or several, where its picture is painted at several scales), in an order in which each finds the results that it starts from, and a last part for what
 * is shown without being optimised.
 */
import type { NodeId } from '../../graph/document.ts';
import type { ImageShape } from '../../graph/wire.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { AnyRule } from '../optimise/rule.ts';
import type { StepSizes } from '../optimise/step-sizes.ts';
import type { Bands } from './bands/bands.ts';
import type { LiveParameter, LossTerm } from './lowered.ts';
import type { Schedule } from './schedule.ts';

/** A tensor that the loop carries: bound to `start` at first, to `next` after each iteration. */
export interface Carried {
  readonly name: string;
  readonly leaf: Value;
  readonly start: Value;
  readonly next: Value;
}

/** A scalar that the host feeds at each iteration. */
export interface LiveScalar {
  readonly leaf: Value;
  readonly source:
    | { readonly type: 'weight'; readonly factors: readonly LiveParameter[] }
    | { readonly type: 'rule'; readonly scalar: string }
    /** 1 / (1 − decayᵗ): an average that started at zero is too small by the inverse. */
    | { readonly type: 'debias'; readonly decay: number };
}

/** Where a stage stands among those of its optimiser; most have but one. */
export interface StageScale {
  /** From 1 on. */
  readonly at: number;
  readonly of: number;
  /** The iterations of the scales before it. */
  readonly after: number;
  /** The iterations of all scales. */
  readonly total: number;
  /** The picture's shape at the last scale. */
  readonly whole: ImageShape;
  /** Whether the rule's vectors come along from the scale before. */
  readonly keepsState: boolean;
}

export interface Stage {
  /** The leaf that stands for its result, wherever the program goes on from there. */
  readonly outcome: Value;
  readonly optimiser: NodeId;
  readonly shape: ImageShape;
  /** At its scale. */
  readonly iterations: number;
  readonly scale: StageScale;
  readonly rule: AnyRule;
  readonly settings: Readonly<Record<string, LiveParameter>>;
  /** What becomes of the setting `learningRate` on the way. */
  readonly stepSizes: StepSizes;
  /** The picture first. */
  readonly carried: readonly Carried[];
  readonly live: readonly LiveScalar[];
  /** In the order in which `packed` holds them. */
  readonly terms: readonly LossTerm[];
  /**
   * All terms of the loss, before their weights, as one vector: one read-back an iteration. Behind them come
   * numbers that tell whether the step was sound: the picture's mean square, sums of the rule's vectors.
   */
  readonly packed: Value;
  /** The picture as it is shown and saved: the iterate, or the average of the iterates. Of the carried leaves. */
  readonly shown: Value;
  /** What the loop needs and does not change: targets, prepared kernels, starts. Run once, cached by content. */
  readonly once: readonly Value[];
  readonly loop: Schedule;
  /** Where its layers would not fit the memory. */
  readonly bands?: StageBands;
}

export interface StageBands extends Bands {
  /** How many there are of the block that has most of them. */
  readonly most: number;
}

/** A value that leaves a node: what is worth keeping, since the next edit may go on from it. */
export interface WireValue {
  readonly node: NodeId;
  readonly port: string;
  /** The entry, where the wire carries a stack of layers or the terms of a loss. */
  readonly entry?: string;
  readonly value: Value;
}

export interface PlanOutput {
  readonly node: NodeId;
  readonly value: Value;
}

export interface Plan {
  readonly program: Program;
  readonly stages: readonly Stage[];
  readonly outputs: readonly PlanOutput[];
  readonly wires: readonly WireValue[];
  /** Whether optimisers that do the same were made one: true only for as long as their live parameters agree. */
  readonly merged: boolean;
}

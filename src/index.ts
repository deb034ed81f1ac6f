/**
 * Gramarye as a library. Everything that the command line does is one of these functions.
 *
 * - {@link checkGraph}: from a graph file's text to a compiled graph, or all that is wrong with it.
 * - {@link planGraph} and {@link describePlan}: what it will cost before it runs.
 * - {@link renderGraph}: painting, as a stream of events.
 * - {@link sweepGraph}: painting once for each value of one or two parameters.
 * - {@link recipeInPng}, {@link withRecipe}, {@link readLink}, {@link writeLink}: graphs in pictures and links.
 * - {@link mermaidOf} and {@link exportTypeScript}: a graph as a diagram, a plan as a program.
 * - {@link Client} over {@link startWorker}: a graph that stays open in a thread, edited while it paints.
 * - {@link fileSources} and {@link writePicture}: pictures and encoders on a disk.
 * - {@link addEncoder}, {@link listEncoders} and {@link keptEncoders}: encoders that are kept.
 *
 * And the steps that these are made of: {@link parseDocument}, {@link adjust}, {@link gather},
 * {@link validate}, {@link compile}, {@link forecast}, {@link openBackend}, {@link paint}.
 */

export * from '../models/encoder-pack.ts';
export type { ByteSource } from '../models/import/byte-source.ts';
export type { FolderReader } from '../models/import/folder.ts';
export { type ImportedEncoder, type ImportOptions, importEncoder } from '../models/import/import-encoder.ts';
export { type KnownSource, knownSources } from '../models/known-sources.ts';
export { type RandomShape, randomEncoder } from '../models/random.ts';
export { type EncoderHost, openEncoder } from '../models/sources/open-encoder.ts';
export { type Added, type AddOptions, type AddRequest, addEncoder } from '../models/store/add-encoder.ts';
export type { Downloads } from '../models/store/downloads.ts';
export { EncoderStore, type KeptEncoder } from '../models/store/encoder-store.ts';
export type { FileStorage } from '../models/store/file-storage.ts';
export type { EncoderRecord } from '../models/store/record.ts';
export { decodeImage } from './cli/files/decode-image.ts';
export { diskSource } from './cli/files/disk-source.ts';
export { fileEncoders, fileSources, folderReader, liteFolder } from './cli/files/file-sources.ts';
export { downloads, keptEncoders, modelsFolder } from './cli/files/models-folder.ts';
export { listSamples } from './cli/files/open-image.ts';
export { makeFolderFor, writePicture } from './cli/files/write-picture.ts';
export { type Adjustments, adjust } from './cli/library/adjust.ts';
export { type CheckedGraph, checkGraph, type GraphOptions } from './cli/library/check-graph.ts';
export {
  describePlan,
  type OutputDescription,
  type PartDescription,
  type PlanDescription,
  type StageDescription,
  type StepDescription,
} from './cli/library/describe-plan.ts';
export { type Room, refuseSize } from './cli/library/fit.ts';
export { type Gathered, gather, imageHash } from './cli/library/gather.ts';
export { type ListedEncoder, listEncoders } from './cli/library/list-encoders.ts';
export { longestSide } from './cli/library/picture-limits.ts';
export { type PlannedGraph, planGraph } from './cli/library/plan-graph.ts';
export { type RenderEvent, type RenderOptions, renderGraph } from './cli/library/render-graph.ts';
export type { DecodedImage, Sources } from './cli/library/sources.ts';
export {
  type PlannedSweep,
  type SweepGraphEvent,
  type SweepGraphOptions,
  sweepGraph,
} from './cli/library/sweep-graph.ts';
export { nodeThreads } from './cli/node-threads.ts';
export { nodeWebGpu } from './cli/node-webgpu.ts';
export { type TraceLine, traceLine } from './cli/painting/trace.ts';
export { problemText } from './cli/problem-text.ts';
export { runCommandLine } from './cli/run.ts';
export { startWorker } from './cli/worker/start-worker.ts';
export { applyEdits } from './graph/apply.ts';
export * from './graph/document.ts';
export type { Edit } from './graph/edit.ts';
export { currentSchema } from './graph/file/migrations/index.ts';
export { type Opened, type ParseOptions, parseDocument } from './graph/file/parse.ts';
export { serialiseDocument } from './graph/file/serialise.ts';
export type { Facts, ImageFacts, NodeKind, Registry } from './graph/kind.ts';
export type { Control, Parameter } from './graph/parameter.ts';
export { findParameter, setParameter } from './graph/parameter-path.ts';
export type { Checked, Fix, Problem } from './graph/problem.ts';
export { type IncludedImages, includedImage } from './graph/share/included-image.ts';
export {
  isLink,
  linkAdvice,
  type ReadLink,
  readLink,
  type SharedGraph,
  type Shown,
  writeLink,
} from './graph/share/link.ts';
export { mermaidOf } from './graph/share/mermaid.ts';
export { deepPng } from './graph/share/png/deep-png.ts';
export { recipeInPng, withoutRecipe, withRecipe } from './graph/share/png/recipe-in-png.ts';
export {
  type Preset,
  presetOfDocument,
  presetOfSelection,
  readCollection,
  writeCollection,
} from './graph/share/preset.ts';
export { type ReadRecipe, type Recipe, readRecipe, writeRecipe } from './graph/share/recipe.ts';
export { type Validated, validate } from './graph/validate.ts';
export type { EncoderFacts, Wire } from './graph/wire.ts';
export { type Message, message, say } from './language/message.ts';
export { Refusal, type Result } from './language/result.ts';
export type { Language, Text } from './language/text.ts';
export { nodeKinds } from './nodes/registry.ts';
export { compile } from './runtime/compile/compile.ts';
export {
  type Forecast,
  forecast,
  type PartForecast,
  type StageForecast,
} from './runtime/compile/forecast.ts';
export type { LowerableKind } from './runtime/compile/lowerable.ts';
export type { Plan, PlanOutput, Stage } from './runtime/compile/plan.ts';
export {
  type Backend,
  type BackendName,
  type BackendOptions,
  openBackend,
} from './runtime/execute/backend.ts';
export { type PaintEvent, type PaintOptions, paint } from './runtime/execute/paint.ts';
export type { HostTensor, Resources } from './runtime/execute/resources.ts';
export {
  type ExportedProgram,
  type ExportRequest,
  exportTypeScript,
} from './runtime/export/export-typescript.ts';
export { Client } from './runtime/host/client.ts';
export type { ClientEvent, ClientOptions } from './runtime/host/client-options.ts';
export type { Axis, AxisValue } from './runtime/sweep/axis.ts';
export type { Cell, Grid, Setting } from './runtime/sweep/grid.ts';
export type { WrittenAxis } from './runtime/sweep/read-axis.ts';
export { readShard, type Shard } from './runtime/sweep/shard.ts';
export { type SweepEvent, type SweepOptions, sweep } from './runtime/sweep/sweep.ts';
